//! What the page says of itself: its rows, and what has the focus.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlFormElement, HtmlInputElement};

use super::super::geometry::Stretch;
use super::{Shared, picking};
pub(super) use crate::state::find::{all, around, one, within};

/// A row of the page.
pub(super) const ROW: &str = "[data-tasks] [data-row]";
/// What the focus is on when it is on a row.
const TITLE: &str = ".row-title a";
/// What a press on it belongs to itself.
pub(super) const CONTROL: &str = "button,input,select,textarea,summary,label,.editor";

/// Which row has, or had, the focus.
#[derive(Default)]
pub(super) struct Focus {
    pub(super) row: Option<String>,
    pub(super) index: usize,
}

/// The task of a row.
pub(super) fn id(row: &Element) -> Option<String> {
    row.get_attribute("data-row")
}

/// What a row's task, or a place of the column, is called.
pub(super) fn title(row: &Element) -> String {
    within(row, TITLE)
        .or_else(|| within(row, ".tasks-place-name"))
        .and_then(|title| title.text_content())
        .unwrap_or_default()
}

/// The row of a task.
pub(super) fn row(id: &str) -> Option<HtmlElement> {
    all(ROW).into_iter().find(|row| self::id(row).as_deref() == Some(id))
}

/// Where an element is from top to bottom.
pub(super) fn stretch(element: &Element) -> Stretch {
    let rect = element.get_bounding_client_rect();
    Stretch { top: rect.top(), bottom: rect.bottom() }
}

/// Turns to a row.
pub(super) fn focus(row: &Element) {
    if let Some(title) = within(row, TITLE) {
        let _ = title.focus();
    }
}

/// Sends a form of that kind that is in the element.
pub(super) fn send(element: &Element, kind: &str) {
    let form = within(element, &format!("form[data-form='{kind}']"));
    if let Some(form) = form.and_then(|form| form.dyn_into::<HtmlFormElement>().ok()) {
        let _ = form.request_submit();
    }
}

/// Writes a field of a form.
pub(super) fn write(form: &Element, name: &str, value: &str) {
    let field = within(form, &format!("[name='{name}']"));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(value);
    }
}

/// Says something to who does not see it.
pub(super) fn say(words: &str) {
    if let Some(line) = one("[data-tasks] [data-spoken]") {
        line.set_text_content(Some(words));
    }
}

/// The page was read again: what had the focus gets it back, or its neighbour does.
pub(super) fn reread(shared: &Shared) {
    picking::count();
    let Ok(this) = shared.try_borrow() else { return };
    let filter = this.shown.now(|view| view.filter.clone()).unwrap_or_default();
    let lost = this.focus.row.as_deref().filter(|_| is_focus_lost());
    let next = lost.and_then(|id| {
        let rows = all(ROW);
        let last = rows.len().checked_sub(1)?;
        row(id).or_else(|| rows.get(this.focus.index.min(last)).cloned())
    });
    drop(this);
    follow_filter(&filter);
    if let Some(row) = next {
        focus(&row);
    }
}

fn is_focus_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// The line that finds shows what is searched for, unless somebody is typing there.
fn follow_filter(filter: &str) {
    let line = one("#tasks-filter").and_then(|line| line.dyn_into::<HtmlInputElement>().ok());
    let Some(line) = line else { return };
    let is_used = document().active_element().is_some_and(|active| active == **line);
    if !is_used && line.value() != filter {
        line.set_value(filter);
    }
}

/// An editor has opened or closed: the focus goes in, or back to the row.
pub(super) fn turn_to(edited: Option<&str>, before: Option<&str>) {
    if let Some(title) = edited.and_then(row).and_then(|row| within(&row, "[name='title']")) {
        let _ = title.focus();
    } else if let Some(row) = before.and_then(row).filter(|_| edited.is_none()) {
        if is_focus_lost() {
            focus(&row);
        }
        // An answer may still draw it anew.
        request_animation_frame(move || {
            if is_focus_lost() {
                focus(&row);
            }
        });
    }
}
