//! What the controller hears, and who answers it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;

use super::{Shared, dragging, keyboard, picking};
use crate::state::listening::Listening;

/// What is listened for. `touchmove` is what keeps a page from scrolling under a finger
/// that moves something.
const NAMES: &[&str] = &[
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "touchmove",
    "click",
    "contextmenu",
    "dragstart",
    "keydown",
    "focusin",
    "focusout",
    "change",
    "reset",
    "submit",
    "input",
];

/// Listens until it is dropped, and then lets go of what was held.
pub(super) struct Listeners {
    _listening: Listening,
    shared: Shared,
}

impl Listeners {
    /// Begins to listen.
    pub(super) fn new(shared: Shared) -> Self {
        let listening = Rc::clone(&shared);
        let listening = Listening::new(NAMES, move |event| dispatch(&listening, event));
        Self { _listening: listening, shared }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Ok(mut this) = self.shared.try_borrow_mut() {
            this.stop_waiting();
            this.drag.let_go();
        }
    }
}

fn dispatch(shared: &Shared, event: &Event) {
    match event.type_().as_str() {
        "keydown" => keyboard::pressed(shared, event.unchecked_ref()),
        "focusin" => keyboard::focused(shared, event),
        "focusout" => keyboard::left(shared, event.unchecked_ref()),
        "change" | "reset" | "submit" | "input" => picking::changed(shared, event),
        "click" if dragging::swallowed(shared, event) => {}
        "click" => picking::clicked(shared, event.unchecked_ref()),
        name => dragging::happened(shared, name, event),
    }
}
