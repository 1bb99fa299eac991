//! Whether single letters are shortcuts. Who speaks to a computer, or has little
//! control over their hands, must be able to switch them off (WCAG 2.1.4).

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

const KEY: &str = "keys";
const OFF: &str = "off";

/// Whether they are. A browser that keeps nothing keeps them on.
pub(crate) fn are_on() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.and_then(|storage| storage.get_item(KEY).ok().flatten()).as_deref() != Some(OFF)
}

/// Switches them on or off, on this device.
pub(crate) fn switch(on: bool) {
    let Some(storage) = window().local_storage().ok().flatten() else { return };
    let _ = if on { storage.remove_item(KEY) } else { storage.set_item(KEY, OFF) };
}

/// Whether something lies above the page, to which keys belong as long as it does.
pub(crate) fn is_elsewhere() -> bool {
    let above = document().query_selector("dialog:modal, [popover]:popover-open");
    above.ok().flatten().is_some()
}

/// Whether a key belongs to a field.
pub(crate) fn is_typing(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| {
        target.is_content_editable()
            || matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}
