//! Keys on a row, and letters for the page.

use wasm_bindgen::JsCast;
use web_sys::{Event, FocusEvent, HtmlElement, HtmlFormElement, KeyboardEvent};

use super::page::{self, ROW};
use super::places::PLACE;
use super::{Shared, moving, picking, places};
use crate::state::keys;

/// A key went down.
pub(super) fn pressed(shared: &Shared, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        return escape(event);
    }
    if let Some(editor) = page::around(event, ".task-edit") {
        let saves = key == "Enter" && (event.ctrl_key() || event.meta_key());
        let form = page::within(&editor, "form[data-form='edit-task']");
        if let Some(form) =
            form.filter(|_| saves).and_then(|it| it.dyn_into::<HtmlFormElement>().ok())
        {
            event.prevent_default();
            let _ = form.request_submit();
        }
        return;
    }
    let goes =
        shared.try_borrow_mut().is_ok_and(|mut this| std::mem::replace(&mut this.goes, key == "g"));
    if keys::is_elsewhere() {
        return;
    }
    let row = page::around(event, ROW);
    if event.alt_key() {
        let down = match key.as_str() {
            "ArrowUp" => false,
            "ArrowDown" => true,
            _ => return,
        };
        if event.ctrl_key() || event.meta_key() {
            return;
        }
        if let Some(row) = row {
            take(event);
            moving::step(shared, &row, down);
        } else if let Some(place) = page::around(event, PLACE) {
            take(event);
            places::step(shared, &place, down);
        }
        return;
    }
    if event.ctrl_key() || event.meta_key() || keys::is_typing(event) && !is_pick(event) {
        return;
    }
    match (key.as_str(), row) {
        ("Delete", Some(row)) => {
            take(event);
            page::send(&row, "delete");
        }
        (" ", Some(row)) if page::around(event, "a").is_some() => {
            take(event);
            page::send(&row, "tick");
        }
        (key, row) if keys::are_on() && !goes => letter(shared, event, key, row),
        _ => {}
    }
}

/// A single letter, which can be switched off.
fn letter(shared: &Shared, event: &KeyboardEvent, key: &str, row: Option<HtmlElement>) {
    match (key, row) {
        ("j", row) => walk(event, row, true),
        ("k", row) => walk(event, row, false),
        ("x", Some(row)) => {
            take(event);
            page::send(&row, "tick");
        }
        ("e", Some(row)) => {
            take(event);
            if let Some(title) = page::within(&row, ".row-title a") {
                title.click();
            }
        }
        ("s", Some(row)) => {
            take(event);
            picking::toggle(shared, &row);
        }
        ("m", Some(row)) => {
            take(event);
            picking::choose(shared, &row);
        }
        _ => {}
    }
}

/// To the next row or the one before.
fn walk(event: &KeyboardEvent, row: Option<HtmlElement>, down: bool) {
    let rows = page::all(ROW);
    let here = row.and_then(|row| rows.iter().position(|other| *other == row));
    let next = match (here, down) {
        (Some(here), true) => rows.get(here + 1),
        (Some(here), false) => here.checked_sub(1).and_then(|above| rows.get(above)),
        (None, true) => rows.first(),
        (None, false) => rows.last(),
    };
    if let Some(row) = next {
        take(event);
        page::focus(row);
    }
}

/// Closes what is open: choices, an editor, a selection.
fn escape(event: &KeyboardEvent) {
    if let Some(open) = page::one("[data-tasks] details[open]") {
        take(event);
        let _ = open.remove_attribute("open");
        if let Some(summary) = page::within(&open, "summary") {
            let _ = summary.focus();
        }
    } else if let Some(editor) = page::around(event, ".task-edit") {
        if let Some(cancel) = page::within(&editor, "a[data-cancel]") {
            take(event);
            cancel.click();
        }
    } else if picking::clear() {
        take(event);
    }
}

/// The key is ours: neither the browser nor the page hears of it.
fn take(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

fn is_pick(event: &KeyboardEvent) -> bool {
    page::around(event, ".pick").is_some()
}

/// Something got the focus.
pub(super) fn focused(shared: &Shared, event: &Event) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    let row = page::around(event, ROW);
    this.focus.row = row.as_ref().and_then(|row| page::id(row));
    if let Some(row) = row {
        this.focus.index =
            page::all(ROW).iter().position(|other| *other == row).unwrap_or_default();
    }
}

/// Something lost it: what the keys moved is sent at once.
pub(super) fn left(shared: &Shared, event: &FocusEvent) {
    if event.related_target().is_some() {
        moving::settle(shared);
    }
}
