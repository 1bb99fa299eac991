//! One closure for everything that happens on a page, for as long as somebody wants it.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{AddEventListenerOptions, Event};

/// Listens until it is dropped.
pub(crate) struct Listening {
    names: &'static [&'static str],
    // `Fn`, as a form that is sent or a dialog that opens calls it again at once.
    closure: Closure<dyn Fn(Event)>,
}

impl Listening {
    /// Begins to listen for events of those names, before anything else on the page does.
    /// What hears them may prevent what the browser would do.
    pub(crate) fn new(names: &'static [&'static str], heard: impl Fn(&Event) + 'static) -> Self {
        let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| heard(&event));
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(false);
        for name in names {
            let _ = document().add_event_listener_with_callback_and_add_event_listener_options(
                name,
                closure.as_ref().unchecked_ref(),
                &options,
            );
        }
        Self { names, closure }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        for name in self.names {
            let callback = self.closure.as_ref().unchecked_ref();
            let _ = document().remove_event_listener_with_callback_and_bool(name, callback, true);
        }
    }
}
