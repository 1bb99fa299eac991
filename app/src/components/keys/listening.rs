//! Keys that work on every page.

use std::cell::Cell;

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlFormElement};

use super::{SHEET, UNDO};
use crate::components::palette::{DIALOG, toggle};
use crate::state::find::one;
use crate::state::keys;

/// How long the second key of two is waited for, in milliseconds.
const PATIENCE: f64 = 1_500.0;

thread_local! {
    /// When `g` was pressed.
    static GOING: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
}

/// Listens as long as the frame is there. The frame is made before any page, so that
/// its keys are heard first.
pub(super) fn listen() {
    let listener = window_event_listener(keydown, |event| {
        if heard(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Does what a key asks for, if it asks for anything.
fn heard(event: &KeyboardEvent) -> bool {
    let is_control = event.ctrl_key() || event.meta_key();
    // Also while one types, and in the palette itself.
    if is_control && !event.alt_key() && !event.shift_key() && event.key() == "k" {
        if !keys::is_elsewhere() || one(&format!("#{DIALOG}[open]")).is_some() {
            toggle();
        }
        return true;
    }
    if event.default_prevented() || keys::is_typing(event) || keys::is_elsewhere() {
        return false;
    }
    let key = event.key();
    if is_control && !event.alt_key() && !event.shift_key() && key == "z" {
        return undo();
    }
    if is_control || event.alt_key() || !keys::are_on() {
        return false;
    }
    let now = js_sys::Date::now();
    if now - GOING.replace(f64::NEG_INFINITY) < PATIENCE
        && let Some(place) = place(&key)
    {
        return click(&format!(".places a[href='{place}']"));
    }
    match key.as_str() {
        "g" => {
            GOING.set(now);
            true
        }
        "z" => undo(),
        "?" => one(&format!("#{SHEET}")).is_some_and(|sheet| sheet.show_popover().is_ok()),
        "/" => match one("[data-search]") {
            Some(search) => search.focus().is_ok(),
            None => {
                toggle();
                true
            }
        },
        _ => false,
    }
}

/// Where the second key of two leads.
fn place(key: &str) -> Option<&'static str> {
    Some(match key {
        "d" => "/dashboard",
        "c" => "/calendar",
        "t" => "/tasks",
        "e" => "/expenses",
        "a" => "/chat",
        _ => return None,
    })
}

fn undo() -> bool {
    let form = one(&format!("form[data-form='{UNDO}']"));
    let form = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
    form.is_some_and(|form| form.request_submit().is_ok())
}

fn click(selector: &str) -> bool {
    one(selector).inspect(HtmlElement::click).is_some()
}
