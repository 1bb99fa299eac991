//! The one message that floats above a page.

use leptos::prelude::*;

use crate::view::outcome::{ClashView, Receipt};

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Toast {
    /// What happened.
    pub(crate) text: String,
    /// Takes it back.
    pub(crate) undo: Option<String>,
    /// Whether it is a failure.
    pub(crate) failed: bool,
    /// What an event now collides with.
    pub(crate) clash: Option<ClashView>,
}

impl From<Receipt> for Toast {
    fn from(receipt: Receipt) -> Self {
        Self { text: receipt.summary, undo: receipt.undo, failed: false, clash: receipt.clash }
    }
}

/// Where the message is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Toasts(RwSignal<Option<Toast>>);

impl Toasts {
    /// Provides it to everything below.
    pub(crate) fn provide() {
        provide_context(Self(RwSignal::new(None)));
    }

    /// The one of this page; one of its own outside of any.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(None)))
    }

    /// What is to be shown.
    pub(crate) fn current(self) -> Option<Toast> {
        self.0.get()
    }

    /// Takes the message away.
    pub(crate) fn dismiss(self) {
        self.0.set(None);
    }
}

#[cfg(feature = "hydrate")]
impl Toasts {
    /// Shows what was done.
    pub(crate) fn show(self, receipt: Receipt) {
        if !receipt.summary.is_empty() {
            self.0.set(Some(receipt.into()));
        }
    }

    /// Shows what went wrong.
    pub(crate) fn fail(self, text: String) {
        self.0.set(Some(Toast { text, undo: None, failed: true, clash: None }));
    }

    /// Shows what is under way.
    pub(crate) fn say(self, text: String) {
        self.0.set(Some(Toast { text, undo: None, failed: false, clash: None }));
    }
}
