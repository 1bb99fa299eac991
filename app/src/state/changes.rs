//! Whether rows were changed since a page was read.

use leptos::prelude::*;

/// Counts the changes made in this browser; pages read again when it moves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Changes(RwSignal<u32>);

impl Changes {
    /// Provides it to everything below.
    pub(crate) fn provide() {
        provide_context(Self(RwSignal::new(0)));
    }

    /// The one of this page; one of its own outside of any.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(0)))
    }

    /// Read by resources, so that they follow.
    pub(crate) fn count(self) -> u32 {
        self.0.get()
    }

    /// Says that something was changed.
    pub(crate) fn happened(self) {
        self.0.update(|count| *count += 1);
    }
}
