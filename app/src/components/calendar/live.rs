//! What moves by itself, and the keys of the page.

use std::cell::RefCell;
use std::time::Duration;

use chrono::NaiveDate;
use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::mini::MINI;
use crate::state::changes::Changes;
use crate::state::find::one;
use crate::state::keys;
use crate::view::calendar::address::{View, at_key};

/// How often the clock's line is looked after.
const TICK: Duration = Duration::from_secs(20);
/// Minutes of a day.
const DAY: f64 = 1440.0;
/// Where arrows mean something else.
const OWN_ARROWS: &str = "[data-event],[data-task],input,select,textarea,summary,[popover]";

thread_local! {
    /// The minute that the server has told last, and when that was here.
    static TOLD: RefCell<(String, f64)> = const { RefCell::new((String::new(), 0.0)) };
}

/// Listens for keys and moves the clock's line as long as the page is there.
pub(super) fn begin(changes: Changes) {
    let query = use_query_map();
    let navigate = use_navigate();
    let listener = window_event_listener(keydown, move |event| {
        let Some(key) = key_of(&event) else { return };
        let named = |name| query.with_untracked(|query| query.get(name)).unwrap_or_default();
        let Some(date) = named("date").parse().ok().or_else(current_date) else { return };
        if let Some(address) = at_key(&key, View::named(&named("view")), date) {
            event.prevent_default();
            navigate(&address, NavigateOptions { scroll: false, ..NavigateOptions::default() });
        }
    });
    let clock = set_interval_with_handle(move || tick(changes), TICK);
    on_cleanup(move || {
        listener.remove();
        if let Ok(clock) = clock {
            clock.clear();
        }
    });
}

/// Takes over what was drawn: from here on the clock is the browser's.
pub(super) fn settle() {
    now();
    scroll();
}

/// Shows the hour that is to be seen first, in browsers whose stylesheets cannot.
fn scroll() {
    let Some(first) = one(".time-day .first") else { return };
    let Some(grid) = first.closest(".time-grid").ok().flatten() else { return };
    if grid.scroll_top() == 0 {
        grid.set_scroll_top(first.offset_top());
    }
}

/// Closes the small month where it is a sheet.
pub(super) fn close_mini() {
    if let Some(mini) = one(&format!("#{MINI}")) {
        // Not open is as good as closed.
        let _ = mini.hide_popover();
    }
}

/// The key, if it is meant for the page. What it does depends on the address and not on
/// the links that are shown: those of the next page may still be on their way.
fn key_of(event: &KeyboardEvent) -> Option<String> {
    let key = event.key();
    let is_arrow = matches!(key.as_str(), "ArrowLeft" | "ArrowRight");
    let is_letter = matches!(key.as_str(), "t" | "d" | "w" | "m" | "a");
    let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
    if !is_plain || event.default_prevented() || one("dialog[open]").is_some() {
        return None;
    }
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let is_elsewhere =
        target.is_some_and(|target| target.closest(OWN_ARROWS).ok().flatten().is_some());
    let is_meant =
        (is_arrow && !is_elsewhere) || (is_letter && keys::are_on() && !keys::is_typing(event));
    is_meant.then_some(key)
}

/// Today, by the clock of the person and not the browser's.
fn current_date() -> Option<NaiveDate> {
    one(".calendar")?.get_attribute("data-today")?.parse().ok()
}

/// The line of the person's clock and the minute it stands for by now: the server has
/// said where it was, and since then as much time has passed here.
fn now() -> Option<(HtmlElement, f64)> {
    let line = one(".now-line")?;
    let told = line.get_attribute("data-now")?;
    let here = js_sys::Date::now();
    TOLD.with_borrow_mut(|last| {
        if last.0 != told {
            *last = (told, here);
        }
        let minute: f64 = last.0.parse().ok()?;
        Some((line, minute + (here - last.1) / 60_000.0))
    })
}

/// Moves the line. A new day is read again.
fn tick(changes: Changes) {
    let Some((line, now)) = now() else { return };
    if now < DAY {
        let _ = line.style().set_property("--top", &now.to_string());
    } else {
        changes.happened();
    }
}
