//! `q` opens the quick line on every page.

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;

use super::SHEET;
use crate::state::find::one;
use crate::state::keys;

/// The lines that take whatever is on somebody's mind, the first on the page counts.
const LINES: &str = "form[data-form='quick-add'] input[name='message'], #chat-message";

/// Listens for the key as long as the frame is there.
pub(super) fn listen() {
    let listener = window_event_listener(keydown, |event| {
        if is_plain_q(&event) && keys::are_on() && !keys::is_typing(&event) && !keys::is_elsewhere()
        {
            event.prevent_default();
            open();
        }
    });
    on_cleanup(move || listener.remove());
}

/// Closes the sheet.
pub(super) fn close() {
    if let Some(sheet) = one(&format!("#{SHEET}")) {
        // Not open is as good as closed.
        let _ = sheet.hide_popover();
    }
}

/// Opens the sheet, and goes to the line.
pub(super) fn open() {
    if let Some(sheet) = one(&format!("#{SHEET}")) {
        // Open already is as good.
        let _ = sheet.show_popover();
    }
    if let Some(line) = one(LINES) {
        let _ = line.focus();
    }
}

fn is_plain_q(event: &KeyboardEvent) -> bool {
    event.key() == "q"
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.alt_key()
        && !event.default_prevented()
}
