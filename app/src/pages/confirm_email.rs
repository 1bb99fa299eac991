//! Confirming an address. It takes a press of a button, since programs that look through
//! letters follow every link.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;

/// The button.
#[component]
pub(crate) fn ConfirmEmail() -> impl IntoView {
    let token = use_query_map().with_untracked(|query| query.get("token")).unwrap_or_default();
    view! {
        <Title text="Confirm your address" />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>"Planner"</span>
            </A>
            <h1>"Is this address yours?"</h1>
            <p>"You have followed the link of a letter from this planner."</p>
            <PlannerForm action="/fn/account/confirm-email" name="email-confirm">
                <input type="hidden" name="token" value=token />
                <button class="button primary large">"Yes, it is mine"</button>
            </PlannerForm>
        </main>
    }
}

part!(ConfirmEmailPart, door, ConfirmEmail);
