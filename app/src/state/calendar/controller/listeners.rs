//! What the controller hears, and who answers it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;

use super::{Shared, keyboard, pointer};
use crate::state::listening::Listening;

/// What is listened for. `touchmove` is what keeps a page from scrolling under a
/// finger that moves something.
const NAMES: &[&str] = &[
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "touchmove",
    "click",
    "contextmenu",
    "dragstart",
    "scroll",
    "keydown",
    "focusin",
    "focusout",
    "submit",
    "close",
];

/// Listens until it is dropped, and then lets go of what was held.
pub(in crate::state::calendar) struct Listeners {
    _listening: Listening,
    shared: Shared,
}

impl Listeners {
    /// Begins to listen.
    pub(in crate::state::calendar) fn new(shared: Shared) -> Self {
        let listening = Rc::clone(&shared);
        let listening = Listening::new(NAMES, move |event| dispatch(&listening, event));
        Self { _listening: listening, shared }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Ok(mut this) = self.shared.try_borrow_mut() {
            this.stop_waiting();
            this.ghost.clear();
        }
    }
}

fn dispatch(shared: &Shared, event: &Event) {
    match event.type_().as_str() {
        "keydown" => keyboard::pressed(shared, event.unchecked_ref()),
        "focusin" => keyboard::focused(shared, event),
        "focusout" => keyboard::left(shared, event.unchecked_ref()),
        "submit" => keyboard::submitted(shared, event),
        "close" => keyboard::closed(shared, event),
        name => pointer::happened(shared, name, event),
    }
}
