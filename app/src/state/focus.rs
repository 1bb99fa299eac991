//! The focus of a page that is drawn anew while somebody is in it.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Gives the focus to the element that has the identifier of the focused one once the page has
/// been drawn. To be called while the new page is made and the old one still stands.
pub(crate) fn keep() {
    let focused = document().active_element().map(|element| element.id());
    let Some(id) = focused.filter(|id| !id.is_empty()) else { return };
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}
