//! A forgotten password: to which address a link to another is sent.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;

/// The address; then the same words whoever has it.
#[component]
pub(crate) fn ForgottenPassword() -> impl IntoView {
    let sent = use_query_map().with_untracked(|query| query.get("sent").is_some());
    let body = if sent {
        view! {
            <p role="status">
                "If there is an account with that address, a letter is on its way. The link in it is good for an hour."
            </p>
            <p class="aside">
                "Nothing came? Have a look whether it is among the unwanted letters, or "
                <a href="/forgotten-password" rel="external">"try again"</a> "."
            </p>
        }
        .into_any()
    } else {
        view! {
            <PlannerForm action="/fn/account/forgotten-password" name="forgotten-password">
                <TextField
                    name="email"
                    label="E-mail"
                    kind="email"
                    autocomplete="username"
                    hint="We send a link there by which you choose a new password."
                    required=true
                    longest=254
                />
                <button class="button primary large">"Send the link"</button>
            </PlannerForm>
        }
        .into_any()
    };
    view! {
        <Title text="Forgotten password" />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>"Planner"</span>
            </A>
            <h1>"Forgotten your password?"</h1>
            {body}
            <p class="aside">
                "Remembered it? " <A href="/sign-in">"Sign in"</A>
            </p>
        </main>
    }
}

part!(ForgottenPasswordPart, door, ForgottenPassword);
