//! Whether rows were changed since a page was read.

use leptos::prelude::*;

/// Counts the changes made in this browser; pages read again when it moves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Changes {
    count: RwSignal<u32>,
    /// What was changed and stays to be seen for a moment.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser waits"))]
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Changes {
    /// Provides it to everything below.
    pub(crate) fn provide() {
        provide_context(Self::none());
    }

    fn none() -> Self {
        Self { count: RwSignal::new(0), waiting: StoredValue::new(None) }
    }

    /// The one of this page; one of its own outside of any.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(Self::none)
    }

    /// Read by resources, so that they follow.
    pub(crate) fn count(self) -> u32 {
        self.count.get()
    }

    /// Says that something was changed.
    pub(crate) fn happened(self) {
        self.count.update(|count| *count += 1);
    }
}

#[cfg(feature = "hydrate")]
impl Changes {
    /// Says it after so many milliseconds, counted anew for whatever else is changed so:
    /// what was ticked off stays for a moment where it was.
    pub(crate) fn happened_before(self, milliseconds: u64) {
        if let Some(earlier) = self.waiting.try_get_value().flatten() {
            earlier.clear();
        }
        if milliseconds == 0 {
            return self.happened();
        }
        let stays = std::time::Duration::from_millis(milliseconds);
        self.waiting.set_value(set_timeout_with_handle(move || self.happened(), stays).ok());
    }
}
