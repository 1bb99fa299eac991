//! Confirming an address. It takes a press of a button, since programs that look through
//! letters follow every link.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;
use crate::texts;

/// The button.
#[component]
pub(crate) fn ConfirmEmail() -> impl IntoView {
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    view! {
        <Title text=texts::account::CONFIRM />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>{texts::PRODUCT}</span>
            </A>
            <h1>{texts::account::CONFIRM_QUESTION}</h1>
            <p>{texts::account::CONFIRM_ABOUT}</p>
            <PlannerForm action="/fn/account/confirm-email" name="email-confirm">
                <input type="hidden" name="token" value=token />
                <button class="button primary large">{texts::account::CONFIRM_YES}</button>
            </PlannerForm>
        </main>
    }
}

part!(ConfirmEmailPart, door, ConfirmEmail);
