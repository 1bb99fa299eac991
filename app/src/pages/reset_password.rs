//! Another password, by the link of a letter.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;
use crate::texts;

/// The new password.
#[component]
pub(crate) fn ResetPassword() -> impl IntoView {
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    view! {
        <Title text=texts::settings::NEW_PASSWORD />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>{texts::PRODUCT}</span>
            </A>
            <h1>{texts::account::CHOOSE_PASSWORD}</h1>
            <PlannerForm action="/fn/account/reset-password" name="reset-password">
                <input type="hidden" name="token" value=token />
                <TextField
                    name="password"
                    label=texts::settings::NEW_PASSWORD
                    kind="password"
                    autocomplete="new-password"
                    hint=texts::account::PASSWORD_HINT
                    required=true
                    longest=128
                />
                <button class="button primary large">{texts::account::SET_PASSWORD}</button>
            </PlannerForm>
            <p class="aside">
                {texts::account::RESET_ABOUT}
                <A href="/forgotten-password">{texts::account::ASK_AGAIN}</A>
            </p>
        </main>
    }
}

part!(ResetPasswordPart, door, ResetPassword);
