//! The one way in which pages change anything: a form.
//!
//! Without scripts the browser posts it to its server function, which sends back
//! to the page with what was done or refused in the address. With scripts it is
//! posted in the background, by one handler for all forms: they all answer an
//! [`Outcome`](crate::view::outcome::Outcome), so there is no reason to download an
//! `ActionForm` for each server function.

#[cfg(feature = "hydrate")]
mod sending;

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
    /// Its identifier, for fields that stand elsewhere.
    #[prop(optional)]
    id: Option<&'static str>,
    /// Its class.
    #[prop(default = "form")]
    class: &'static str,
    /// How long what was done stays to be seen before the page is read again, in
    /// milliseconds.
    #[prop(optional)]
    stays: u64,
    /// Called with `true` when it is sent, to show at once what it does, and with `false` if
    /// it is refused, to take that back.
    #[prop(optional, into)]
    shows: Option<Callback<bool>>,
    /// Called with what was done.
    #[prop(optional, into)]
    on_done: Option<Callback<Receipt>>,
    /// Its fields and buttons.
    children: Children,
) -> impl IntoView {
    let key = if row.is_empty() { name.to_owned() } else { format!("{name}-{row}") };
    let state = FormState::of(key.clone());
    let is_small = is_small(name);
    let submit = submission(state, action, name, stays, on_done, shows);
    view! {
        <form
            id=id
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
            {(!is_small).then(|| general(state))}
        </form>
    }
}

/// Forms that are a button only. What goes wrong with one is said in the toast: it
/// has no room, and may be gone by then.
const SMALL: [&str; 14] = [
    "confirm", "delete", "density", "many", "move", "pin", "say", "shift", "sign-out", "step",
    "tell", "theme", "tick", "undo",
];

/// Whether the form of that key is a button only.
pub(crate) fn is_small(key: &str) -> bool {
    is_one_of(key, &SMALL)
}

/// Forms after which what is open stays open.
const KEEPING: [&str; 4] = ["add-step", "move", "step", "tick"];

/// Whether what is open stays open after the form of that key.
pub(crate) fn keeps(key: &str) -> bool {
    is_one_of(key, &KEEPING)
}

fn is_one_of(key: &str, names: &[&str]) -> bool {
    names.iter().any(|name| {
        key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    })
}

/// What is wrong with the whole of a form.
fn general(state: FormState) -> impl IntoView {
    move || state.general().map(|text| view! { <p class="refusal" role="alert">{text}</p> })
}

#[cfg(feature = "hydrate")]
fn submission(
    state: FormState,
    action: &'static str,
    name: &'static str,
    stays: u64,
    on_done: Option<Callback<Receipt>>,
    shows: Option<Callback<bool>>,
) -> impl Fn(SubmitEvent) + 'static {
    let sending = sending::Sending::new(state, action, name, stays, on_done, shows);
    move |event| sending.start(&event)
}

#[cfg(not(feature = "hydrate"))]
fn submission(
    _: FormState,
    _: &'static str,
    _: &'static str,
    _: u64,
    _: Option<Callback<Receipt>>,
    _: Option<Callback<bool>>,
) -> impl Fn(SubmitEvent) + 'static {
    |_| {}
}
