//! The quick line itself: found on the page, written to.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The line of the page; there is at most one.
const LINE: &str = "form[data-form='quick-add'] input[name='message']";

/// Writes other words into the line, and goes on there.
pub(super) fn write(words: &str) {
    let line = document().query_selector(LINE).ok().flatten();
    if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlInputElement>().ok()) {
        line.set_value(words);
        let _ = line.focus();
    }
}
