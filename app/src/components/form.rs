//! The one way in which pages change anything: a form.
//!
//! Without scripts the browser posts it to its server function, which sends back
//! to the page with what was done or refused in the address. With scripts it is
//! posted in the background, by one handler for all forms: they all answer an
//! [`Outcome`](crate::view::outcome::Outcome), so there is no reason to download an
//! `ActionForm` for each server function.

use leptos::context::Provider;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::state::form::FormState;
use crate::view::outcome::{FORM_KEY, Receipt};

/// A form that calls a server function.
#[component]
pub(crate) fn PlannerForm(
    /// The server function's address.
    action: &'static str,
    /// What kind of form it is, for scripts and tests.
    name: &'static str,
    /// Tells it from others of its kind on the page.
    #[prop(optional, into)]
    row: String,
    /// Its class.
    #[prop(default = "form")]
    class: &'static str,
    /// Called with what was done.
    #[prop(optional, into)]
    on_done: Option<Callback<Receipt>>,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let key = if row.is_empty() { name.to_owned() } else { format!("{name}-{row}") };
    let state = FormState::of(key.clone());
    let submit = submission(state, action, on_done);
    view! {
        <form
            class=class
            method="post"
            action=action
            data-form=name
            data-pending=move || state.pending.get().then_some("")
            novalidate
            on:submit=submit
        >
            <input type="hidden" name=FORM_KEY value=key />
            <Provider value=state>{children()}</Provider>
            {move || state.general().map(|text| view! { <p class="refusal" role="alert">{text}</p> })}
        </form>
    }
}

#[cfg(feature = "hydrate")]
fn submission(
    state: FormState,
    action: &'static str,
    on_done: Option<Callback<Receipt>>,
) -> impl Fn(SubmitEvent) + 'static {
    let sending = crate::components::form::sending::Sending::new(state, action, on_done);
    move |event| sending.start(&event)
}

#[cfg(not(feature = "hydrate"))]
fn submission(
    _: FormState,
    _: &'static str,
    _: Option<Callback<Receipt>>,
) -> impl Fn(SubmitEvent) + 'static {
    |_| {}
}

#[cfg(feature = "hydrate")]
pub(crate) mod sending;
