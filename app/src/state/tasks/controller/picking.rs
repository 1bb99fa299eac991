//! Selecting tasks, and the other small things that a press does.

use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, MouseEvent};

use super::Shared;
use super::page::{self, CONTROL, ROW};
use crate::texts;

/// How long somebody pauses before what they search for is looked up.
const PAUSE: Duration = Duration::from_millis(250);

/// Something was pressed.
pub(super) fn clicked(shared: &Shared, event: &MouseEvent) {
    if let Some(example) = page::around(event, "[data-example]") {
        return try_out(&example);
    }
    close_choices(event);
    let selects = event.shift_key() || event.ctrl_key() || event.meta_key();
    let row = page::around(event, ROW);
    if let Some(row) = row.filter(|_| selects && page::around(event, CONTROL).is_none()) {
        event.prevent_default();
        event.stop_propagation();
        if event.shift_key() {
            up_to(shared, &row);
        } else {
            toggle(shared, &row);
        }
    }
}

/// A box was ticked, a form was reset or is sent, something is typed.
pub(super) fn changed(shared: &Shared, event: &Event) {
    match event.type_().as_str() {
        "change" => {
            if let Some(row) = page::around(event, ROW).filter(|_| is_pick(event)) {
                remember(shared, &row);
                count();
            }
        }
        // The boxes are empty only after the event.
        "reset" => request_animation_frame(count),
        "submit" if page::around(event, "form[role='search']").is_some() => {
            event.prevent_default();
            search(shared, Duration::ZERO);
        }
        "submit" => close_all(),
        "input" if page::around(event, "#tasks-filter").is_some() => search(shared, PAUSE),
        _ => {}
    }
}

fn is_pick(event: &Event) -> bool {
    page::around(event, ".pick").is_some()
}

fn remember(shared: &Shared, row: &HtmlElement) {
    if let Ok(mut this) = shared.try_borrow_mut() {
        this.picked = page::id(row);
    }
}

fn pick(row: &HtmlElement) -> Option<HtmlInputElement> {
    page::within(row, ".pick input")?.dyn_into().ok()
}

/// Selects a row, or no longer.
pub(super) fn toggle(shared: &Shared, row: &HtmlElement) {
    if let Some(pick) = pick(row) {
        pick.set_checked(!pick.checked());
    }
    remember(shared, row);
    count();
}

/// Selects everything from the row that was selected last.
fn up_to(shared: &Shared, row: &HtmlElement) {
    let rows = page::all(ROW);
    let place = |id: &str| rows.iter().position(|row| page::id(row).as_deref() == Some(id));
    let last = shared.try_borrow().ok().and_then(|this| place(this.picked.as_deref()?));
    let here = rows.iter().position(|other| other == row);
    let Some(here) = here else { return };
    let last = last.unwrap_or(here);
    for row in rows.get(here.min(last)..=here.max(last)).unwrap_or_default() {
        if let Some(pick) = pick(row) {
            pick.set_checked(true);
        }
    }
    count();
}

/// Selects a row, and opens where it could go.
pub(super) fn choose(shared: &Shared, row: &HtmlElement) {
    if let Some(pick) = pick(row) {
        pick.set_checked(true);
    }
    remember(shared, row);
    count();
    let Some(days) = page::one("[data-tasks] [data-choosing='day']") else { return };
    let _ = days.set_attribute("open", "");
    request_animation_frame(move || {
        if let Some(first) = page::within(&days, "button") {
            let _ = first.focus();
        }
    });
}

/// Selects none; whether any was.
pub(super) fn clear() -> bool {
    let picks = page::all("[data-tasks] .pick input:checked");
    let any = !picks.is_empty();
    for pick in picks.into_iter().filter_map(|pick| pick.dyn_into::<HtmlInputElement>().ok()) {
        pick.set_checked(false);
    }
    count();
    any
}

/// Says how many are selected.
pub(super) fn count() {
    let Some(line) = page::one("[data-tasks] [data-picked]") else { return };
    let words = match page::all("[data-tasks] .pick input:checked").len() {
        0 => String::new(),
        count => texts::tasks::selected(count),
    };
    if line.text_content().as_deref() != Some(&words) {
        line.set_text_content(Some(&words));
    }
}

/// Choices close when something else is pressed.
fn close_choices(event: &Event) {
    if page::around(event, "[data-tasks] details").is_none() {
        close_all();
    }
}

fn close_all() {
    for open in page::all("[data-tasks] .tasks-bar details[open]") {
        let _ = open.remove_attribute("open");
    }
}

/// Writes an example into the line that adds.
fn try_out(example: &HtmlElement) {
    let line = page::one("form[data-form='add-task'] [name='title']");
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlInputElement>().ok()) {
        line.set_value(&example.text_content().unwrap_or_default());
        let _ = line.focus();
        if let Ok(event) = Event::new("input") {
            let _ = line.dispatch_event(&event);
        }
    }
}

/// Looks for what the line says, once its writer pauses.
fn search(shared: &Shared, pause: Duration) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    this.stop_waiting();
    let go = this.go;
    let look = move || {
        let line =
            page::one("#tasks-filter").and_then(|line| line.dyn_into::<HtmlInputElement>().ok());
        let Some(line) = line else { return };
        let words: String = js_sys::encode_uri_component(line.value().trim()).into();
        let address =
            if words.is_empty() { "/tasks".to_owned() } else { format!("/tasks?filter={words}") };
        let _ = go.try_run(address);
    };
    this.waiting = set_timeout_with_handle(look, pause).ok();
}
