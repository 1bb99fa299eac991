//! Sending what was moved or deleted, by the forms that `components::hands` keeps in
//! the page: they post, tell and fail like every other form.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlFormElement, HtmlInputElement};

use super::gesture::{Change, Subject};
use super::rules::Kind;

/// What is done with something that may repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    /// It gets new times.
    Shift,
    /// An event goes.
    Delete,
    /// A task goes.
    DeleteTask,
}

impl Deed {
    /// What has the form in it: a dialog, unless nothing is ever asked.
    fn frame(self) -> Option<Element> {
        let selector = match self {
            Self::Shift => "[data-ask='shift']",
            Self::Delete => "[data-ask='delete']",
            Self::DeleteTask => "[data-ask='delete-task']",
        };
        document().query_selector(selector).ok().flatten()
    }

    fn form(self) -> Option<HtmlFormElement> {
        self.frame()?.query_selector("form").ok().flatten()?.dyn_into().ok()
    }

    /// Whether the server has not answered the last one yet.
    pub(super) fn is_under_way(self) -> bool {
        self.form().is_some_and(|form| form.has_attribute("data-pending"))
    }

    /// Sends it as it is filled in.
    pub(super) fn send(self) {
        if let Some(form) = self.form() {
            let _ = form.request_submit();
        }
    }

    /// Asks which part of a series is meant; the form sends itself then.
    pub(super) fn ask(self) {
        let dialog = self.frame().and_then(|it| it.dyn_into::<HtmlDialogElement>().ok());
        if let Some(dialog) = dialog {
            let _ = dialog.show_modal();
        }
    }
}

/// Fills in the form for new times.
pub(super) fn fill_shift(change: &Change) {
    let Some(form) = fill(Deed::Shift, &change.subject) else { return };
    let kind = if change.subject.kind == Kind::Task { "task" } else { "event" };
    write(&form, "kind", kind);
    write(&form, "start", &change.span.start_text());
    write(&form, "end", &change.span.end_text());
}

/// Deletes it; of something that repeats it is asked how much.
pub(super) fn delete(subject: &Subject) {
    let deed = if subject.kind == Kind::Task { Deed::DeleteTask } else { Deed::Delete };
    fill(deed, subject);
    if subject.repeats {
        deed.ask();
    } else {
        deed.send();
    }
}

fn fill(deed: Deed, subject: &Subject) -> Option<HtmlFormElement> {
    let form = deed.form()?;
    // As it was at first: only this one.
    form.reset();
    write(&form, "id", &subject.id);
    write(&form, "occurrence", &subject.occurrence);
    // Fields of a fieldset that is disabled are not sent.
    if let Some(parts) = form.query_selector("fieldset").ok().flatten() {
        let _ = parts.toggle_attribute_with_force("disabled", !subject.repeats);
    }
    Some(form)
}

fn write(form: &HtmlFormElement, name: &str, value: &str) {
    let field = form.query_selector(&format!("[name='{name}']")).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(value);
    }
}

/// Closes the dialog whose form is sent.
pub(super) fn close(event: &Event) {
    let dialog = super::sheet::around(event, "dialog[data-ask][open]")
        .and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        dialog.close();
    }
}
