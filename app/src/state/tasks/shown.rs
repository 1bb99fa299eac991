//! What the page of tasks shows: what the server answered, and for a moment what a hand
//! has made of it.

use leptos::prelude::*;

use crate::view::tasks::TasksView;

/// What is shown, and what the server has answered last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shown {
    view: RwSignal<TasksView>,
    answered: StoredValue<TasksView>,
    /// Whether keys are moving something, which no answer may undo meanwhile.
    held: StoredValue<bool>,
}

impl Shown {
    /// Provides it to everything below.
    pub(crate) fn provide() -> Self {
        let shown = Self::none();
        provide_context(shown);
        shown
    }

    fn none() -> Self {
        Self {
            view: RwSignal::default(),
            answered: StoredValue::default(),
            held: StoredValue::new(false),
        }
    }

    /// The one of this page; an empty one outside of any.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(Self::none)
    }

    /// A part of it; whatever reads it follows.
    pub(crate) fn part<T>(self, read: impl FnOnce(&TasksView) -> T) -> T {
        self.view.with(read)
    }

    /// A part of it as it is now; nothing follows.
    pub(crate) fn once<T>(self, read: impl FnOnce(&TasksView) -> T) -> T {
        self.view.with_untracked(read)
    }

    /// Takes over what the server answered.
    pub(crate) fn take(self, view: TasksView) {
        self.answered.set_value(view.clone());
        if !self.held.get_value() && self.once(|shown| *shown != view) {
            self.view.set(view);
        }
    }

    /// Shows again what the server answered last.
    pub(crate) fn take_back(self) {
        self.take(self.answered.get_value());
    }
}

#[cfg(feature = "hydrate")]
impl Shown {
    /// The same, from what may outlive the page.
    pub(super) fn now<T>(self, read: impl FnOnce(&TasksView) -> T) -> Option<T> {
        self.view.try_with_untracked(read)
    }

    /// Keeps what is shown as it is while keys move something.
    pub(super) fn hold(self, held: bool) {
        self.held.set_value(held);
    }

    /// Changes it in advance of the server's answer.
    pub(super) fn change<T>(self, change: impl FnOnce(&mut TasksView) -> T) -> Option<T> {
        self.view.try_update(change)
    }
}
