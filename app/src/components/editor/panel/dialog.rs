//! What only scripts can do for the panel: above everything on a phone, focus in and
//! back, closed by Escape.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::Asked;
use crate::state::find::one;

/// Where the panel comes from below; the stylesheet has the same.
const PHONE: &str = "(max-width: 45.99rem)";
/// What takes the focus first: a field to fill in, else the heading.
const FIRST: [&str; 2] = ["#panel input[name='title']", "#panel-title"];

/// Gives the focus back to what opened the panel, or to the event that it was about.
pub(super) fn keep_focus(asked: Memo<Asked>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |before: Option<Asked>| {
        let now = asked.get();
        let before = before.unwrap_or_default();
        if before.is_nothing() && !now.is_nothing() {
            opener.set_value(focused());
        } else if !before.is_nothing() && now.is_nothing() {
            let opener = opener.get_value();
            // The panel goes first.
            request_animation_frame(move || give_back(opener, &before.open));
        }
        now
    });
}

fn give_back(opener: Option<HtmlElement>, id: &str) {
    // Somebody may have turned to something else by then.
    if focused().is_some_and(|focused| focused.is_connected() && focused.tag_name() != "BODY") {
        return;
    }
    let opener = opener.filter(|opener| opener.is_connected());
    let event = || one(&format!("[data-event='{id}']")).filter(|_| !id.contains('\''));
    if let Some(element) = opener.or_else(event).or_else(|| one("#page")) {
        let _ = element.focus();
    }
}

/// Lifts the panel that is about to be drawn, and moves the focus into it.
pub(super) fn lift() {
    Effect::new(|| {
        request_animation_frame(|| {
            let dialog = one("#panel").and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
            let Some(dialog) = dialog else { return };
            let is_phone = window().match_media(PHONE).ok().flatten();
            if is_phone.is_some_and(|phone| phone.matches()) {
                dialog.close();
                // Without it the panel is where it was.
                let _ = dialog.show_modal();
            }
            if let Some(first) = FIRST.into_iter().find_map(one) {
                let _ = first.focus();
            }
        });
    });
}

/// Escape leaves the panel as its link does.
pub(super) fn escaping(close: impl Fn() -> String + 'static) -> impl Fn(KeyboardEvent) {
    let navigate = use_navigate();
    move |event| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            let options =
                NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&untrack(&close), options);
        }
    }
}

fn focused() -> Option<HtmlElement> {
    document().active_element().and_then(|element| element.dyn_into().ok())
}
