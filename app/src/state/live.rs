//! Whether the planner can be reached, and what is changed elsewhere.
//!
//! Both are found out by `browser/live.js`, which says so by events of the document.

use leptos::prelude::*;

/// What a page knows of the planner behind it. A handle that can be copied.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Connection {
    lost: RwSignal<bool>,
    /// How many changes wait to be sent.
    waiting: RwSignal<usize>,
    /// What goes on when the planner can be reached again.
    #[cfg(feature = "hydrate")]
    found: StoredValue<Vec<futures::channel::oneshot::Sender<()>>>,
}

impl Connection {
    /// Provides it to everything below.
    pub(crate) fn provide() {
        provide_context(Self::none());
    }

    fn none() -> Self {
        Self {
            lost: RwSignal::new(false),
            waiting: RwSignal::new(0),
            #[cfg(feature = "hydrate")]
            found: StoredValue::new(Vec::new()),
        }
    }

    /// The one of this page; one of its own outside of any.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(Self::none)
    }

    /// Whether the planner cannot be reached.
    pub(crate) fn is_lost(self) -> bool {
        self.lost.get()
    }

    /// How many changes wait to be sent.
    pub(crate) fn waiting(self) -> usize {
        self.waiting.get()
    }
}

#[cfg(feature = "hydrate")]
mod hearing {
    use std::cell::Cell;

    use futures::channel::oneshot;
    use leptos::prelude::*;
    use web_sys::Event;

    use super::Connection;
    use crate::state::changes::Changes;
    use crate::state::listening::Listening;

    /// What the document says.
    const NAMES: [&str; 3] = ["planner:changed", "planner:lost", "planner:found"];

    thread_local! {
        /// How many requests were named.
        static COUNT: Cell<u32> = const { Cell::new(0) };
    }

    impl Connection {
        /// Hears of changes and of the connection as long as the frame is there.
        pub(crate) fn attend(self) {
            let changes = Changes::of_page();
            let listening = Listening::new(&NAMES, move |event| match event.type_().as_str() {
                "planner:changed" => changes.happened(),
                "planner:lost" => self.lost.set(true),
                _ => self.find(),
            });
            // It ends with the frame, whose value it is.
            StoredValue::new_local(listening);
            Effect::new(move || {
                if root_says("data-lost") {
                    self.lost.set(true);
                }
            });
        }

        /// Counts what waits. The document says whether anything does, so that it is not
        /// left unawares.
        fn count(self, change: impl FnOnce(&mut usize)) {
            self.waiting.try_update(change);
            let waits = self.waiting.try_get_untracked().unwrap_or_default() > 0;
            if let Some(root) = document().document_element() {
                let _ = root.toggle_attribute_with_force("data-waiting", waits);
            }
        }

        fn find(self) {
            self.lost.set(false);
            let waiting = self.found.try_update_value(std::mem::take);
            for waiting in waiting.into_iter().flatten() {
                // Whoever does not wait any more has left the page.
                let _ = waiting.send(());
            }
        }

        /// Waits until the planner, which did not answer, can be reached again. False when
        /// nobody would notice.
        pub(crate) async fn again(self) -> bool {
            if !root_says("data-page") {
                return false;
            }
            let (sender, found) = oneshot::channel();
            if self.found.try_update_value(|waiting| waiting.push(sender)).is_none() {
                return false;
            }
            self.count(|waiting| *waiting += 1);
            unreachable();
            let is_found = found.await.is_ok();
            self.count(|waiting| *waiting = waiting.saturating_sub(1));
            is_found
        }
    }

    /// Says that a part of the page is about to be drawn anew: what is typed there, the
    /// focus and what was scrolled to are kept.
    pub(crate) fn redraw() {
        say("planner:redraw");
    }

    /// Says that the planner did not answer.
    pub(crate) fn unreachable() {
        say("planner:unreachable");
    }

    fn say(name: &str) {
        if let Ok(event) = Event::new(name) {
            let _ = document().dispatch_event(&event);
        }
    }

    fn root_says(attribute: &str) -> bool {
        document().document_element().is_some_and(|root| root.has_attribute(attribute))
    }

    /// A name for a request of this page, told from all others anywhere; none while the page
    /// has none itself.
    pub(crate) fn name_request() -> Option<String> {
        COUNT.set(COUNT.get() + 1);
        page().map(|page| format!("{page}-{}", COUNT.get()))
    }

    /// Says whether the person is leaving: what is told then is not for this page any more.
    pub(crate) fn leave(leaving: bool) {
        if let Some(root) = document().document_element() {
            // Without it the page would only read once more.
            let _ = root.toggle_attribute_with_force("data-leaving", leaving);
        }
    }

    /// The name that the page has given itself.
    pub(crate) fn page() -> Option<String> {
        document().document_element()?.get_attribute("data-page")
    }
}

#[cfg(feature = "hydrate")]
pub(crate) use hearing::{leave, name_request, page, redraw, unreachable};
