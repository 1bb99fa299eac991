//! One closure for everything that happens, for as long as the page is there.

use std::rc::Rc;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event};

use super::{Shared, dragging, keyboard, picking};

/// What is listened for. `touchmove` is what keeps a page from scrolling under a finger
/// that moves something.
const NAMES: [&str; 15] = [
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

/// Listens until it is dropped.
pub(super) struct Listeners {
    // `Fn`, as a form that is sent calls it again at once.
    closure: Closure<dyn Fn(Event)>,
    shared: Shared,
}

impl Listeners {
    /// Begins to listen, before anything else on the page does.
    pub(super) fn new(shared: Shared) -> Self {
        let listening = Rc::clone(&shared);
        let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            dispatch(&listening, &event);
        });
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(false);
        for name in NAMES {
            let _ = document().add_event_listener_with_callback_and_add_event_listener_options(
                name,
                closure.as_ref().unchecked_ref(),
                &options,
            );
        }
        Self { closure, shared }
    }
}

impl Drop for Listeners {
    fn drop(&mut self) {
        for name in NAMES {
            let callback = self.closure.as_ref().unchecked_ref();
            let _ = document().remove_event_listener_with_callback_and_bool(name, callback, true);
        }
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
