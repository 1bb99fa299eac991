//! Finding elements of the page.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// The first element that a selector finds.
pub(crate) fn one(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements that a selector finds.
pub(crate) fn all(selector: &str) -> Vec<HtmlElement> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}

/// The first element that a selector finds in another one.
pub(crate) fn within(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The element that an event is about, or one around it.
pub(crate) fn around(event: &Event, selector: &str) -> Option<HtmlElement> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()??.dyn_into().ok()
}
