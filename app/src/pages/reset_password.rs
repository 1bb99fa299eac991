//! Another password, by the link of a letter.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;

/// The new password.
#[component]
pub(crate) fn ResetPassword() -> impl IntoView {
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    view! {
        <Title text="New password" />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>"Planner"</span>
            </A>
            <h1>"Choose a new password"</h1>
            <PlannerForm action="/fn/account/reset-password" name="reset-password">
                <input type="hidden" name="token" value=token />
                <TextField
                    name="password"
                    label="New password"
                    kind="password"
                    autocomplete="new-password"
                    hint="At least 8 characters. Three or four words make a good one."
                    required=true
                    longest=128
                />
                <button class="button primary large">"Set the password"</button>
            </PlannerForm>
            <p class="aside">
                "This signs you out everywhere and ends the tokens of your programs. "
                <A href="/forgotten-password">"Ask for a new link"</A>
            </p>
        </main>
    }
}

part!(ResetPasswordPart, door, ResetPassword);
