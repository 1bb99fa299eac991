//! A forgotten password: to which address a link to another is sent.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;
use crate::texts;

/// The address; then the same words whoever has it.
#[component]
pub(crate) fn ForgottenPassword() -> impl IntoView {
    let sent = use_query_map().with_untracked(|query| query.get("sent").is_some());
    let body = if sent {
        view! {
            <p role="status">
                {texts::account::LINK_SENT}
            </p>
            <p class="aside">
                {texts::account::NOTHING_CAME}
                <a href="/forgotten-password" rel="external">{texts::account::BEGIN_AGAIN}</a> "."
            </p>
        }
        .into_any()
    } else {
        view! {
            <PlannerForm action="/fn/account/forgotten-password" name="forgotten-password">
                <TextField
                    name="email"
                    label=texts::account::EMAIL
                    kind="email"
                    autocomplete="username"
                    hint=texts::account::FORGOTTEN_HINT
                    required=true
                    longest=254
                />
                <button class="button primary large">{texts::account::SEND_LINK}</button>
            </PlannerForm>
        }
        .into_any()
    };
    view! {
        <Title text=texts::account::FORGOTTEN />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>{texts::PRODUCT}</span>
            </A>
            <h1>{texts::account::FORGOTTEN_QUESTION}</h1>
            {body}
            <p class="aside">
                {texts::account::REMEMBERED} <A href="/sign-in">{texts::account::SIGN_IN}</A>
            </p>
        </main>
    }
}

part!(ForgottenPasswordPart, door, ForgottenPassword);
