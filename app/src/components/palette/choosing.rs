//! What is chosen in the palette, by keys and pointer.

use std::time::Duration;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::{DIALOG, LINE, OPTIONS};
use crate::api;
use crate::state::find::{all, around, one};
use crate::state::pause;
use crate::texts;

/// How long somebody pauses before what they typed is looked for.
const PAUSE: Duration = Duration::from_millis(90);

/// Looks for what is typed once its writer pauses.
pub(super) fn asking(
    found: RwSignal<String>,
    news: RwSignal<String>,
    path: Signal<String>,
) -> Callback<String> {
    let latest = StoredValue::new(String::new());
    let ask = pause::after(PAUSE, move |typed: String| {
        spawn_local(async move {
            let here = path.get_untracked();
            let Ok(html) = api::search::palette(typed.clone(), here).await else { return };
            // Answers may overtake each other; only that to the latest words counts.
            if latest.try_with_value(|latest| *latest == typed) != Some(true) {
                return;
            }
            found.try_set(html);
            request_animation_frame(move || {
                choose(0);
                news.try_set(texts::search::results(options().len()));
            });
        });
    });
    Callback::new(move |typed: String| {
        latest.set_value(typed.clone());
        let _ = ask.try_run(typed);
    })
}

/// Opens the palette, or closes it.
pub(crate) fn toggle() {
    if is_open() { close() } else { open() }
}

fn open() {
    let Some(dialog) = dialog() else { return };
    // Open already is as good.
    let _ = dialog.show_modal();
    if let Some(line) = line() {
        let _ = line.focus();
        line.select();
        // What was typed before is looked for anew.
        if let Ok(event) = Event::new("input") {
            let _ = line.dispatch_event(&event);
        }
    }
}

/// Closes it; the browser gives the focus back.
pub(super) fn close() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Opens it in place of the page that the button leads to.
pub(super) fn opened(event: &MouseEvent) {
    event.prevent_default();
    open();
}

/// A click beside it closes it, and so does whatever was chosen. What that does, the click does.
pub(super) fn left(event: &MouseEvent) {
    let is_beside = around(event, "dialog > *").is_none();
    if is_beside || around(event, ".option").is_some() {
        close();
    }
}

/// The keys of a combobox: the focus stays in the line.
pub(super) fn heard(event: &KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    let options = options();
    let chosen = options.iter().position(is_chosen).unwrap_or_default();
    let count = options.len().max(1);
    match event.key().as_str() {
        "ArrowDown" => choose((chosen + 1) % count),
        "ArrowUp" => choose((chosen + count - 1) % count),
        "Enter" => {
            if let Some(option) = options.get(chosen) {
                option.click();
            }
        }
        _ => return,
    }
    event.prevent_default();
}

/// Chooses the option of that number.
fn choose(number: usize) {
    let mut id = String::new();
    for (index, option) in options().iter().enumerate() {
        let is_it = index == number;
        let _ = option.set_attribute("aria-selected", if is_it { "true" } else { "false" });
        if is_it {
            id = option.id();
            keep_in_sight(option);
        }
    }
    if let Some(line) = line() {
        let _ = line.set_attribute("aria-activedescendant", &id);
    }
}

/// Scrolls the list as far as it takes to see an option.
fn keep_in_sight(option: &HtmlElement) {
    let Some(list) = one(&format!("#{OPTIONS}")) else { return };
    let (list_box, option_box) =
        (list.get_bounding_client_rect(), option.get_bounding_client_rect());
    let above = option_box.top() - list_box.top();
    let below = option_box.bottom() - list_box.bottom();
    let step = if above < 0.0 { above } else { below.max(0.0) };
    list.set_scroll_top(list.scroll_top() + step.ceil() as i32);
}

fn options() -> Vec<HtmlElement> {
    all(&format!("#{OPTIONS} [role=option]"))
}

fn is_chosen(option: &HtmlElement) -> bool {
    option.get_attribute("aria-selected").as_deref() == Some("true")
}

fn is_open() -> bool {
    dialog().is_some_and(|dialog| dialog.open())
}

fn dialog() -> Option<HtmlDialogElement> {
    one(&format!("#{DIALOG}"))?.dyn_into().ok()
}

fn line() -> Option<HtmlInputElement> {
    one(&format!("#{LINE}"))?.dyn_into().ok()
}
