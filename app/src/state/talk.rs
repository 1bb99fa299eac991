//! The conversation that is open: what is kept of it, and what is being said and
//! answered right now.

#[cfg(feature = "hydrate")]
mod listening;
#[cfg(feature = "hydrate")]
mod saying;

use leptos::prelude::*;

use super::changes::Changes;
use crate::view::chat::{ChatView, MessageView};

/// How far the answer is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Nothing is going on.
    #[default]
    Idle,
    /// The answer is being written.
    Answering,
    /// It was asked to stop and has not yet.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser stops"))]
    Stopping,
    /// The answer is there.
    Ready,
    /// It failed, and why; the thread says nothing of it.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser listens"))]
    Failed(String),
    /// It failed, and why; the thread has a card that says so.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser listens"))]
    BrokeOff(String),
}

/// A wish to say something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Saying {
    /// What.
    pub(crate) words: String,
    /// In the place of this message; empty for a message of its own.
    pub(crate) replaces: String,
    /// What is taken back before; empty for nothing.
    pub(crate) undo: String,
}

/// The open conversation. Everything in it is a handle that can be copied.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Talk {
    /// Which one; empty before its first message.
    pub(crate) conversation: RwSignal<String>,
    /// What it is called.
    pub(crate) title: RwSignal<String>,
    /// Whether it stands before others.
    pub(crate) pinned: RwSignal<bool>,
    /// Which interpreter answers, and why.
    pub(crate) interpreter: RwSignal<String>,
    /// How many earlier messages are left out.
    pub(crate) earlier: RwSignal<u64>,
    /// What was said, as the server keeps it.
    pub(crate) kept: RwSignal<Vec<MessageView>>,
    /// What the person just said and the server has not confirmed.
    pub(crate) said: RwSignal<Option<String>>,
    /// The answer that is being written.
    pub(crate) answer: RwSignal<Option<MessageView>>,
    /// Its words as blocks of HTML, of which the last one grows.
    pub(crate) blocks: RwSignal<Vec<ArcRwSignal<String>>>,
    /// How far it is.
    pub(crate) progress: RwSignal<Progress>,
    /// What did not get through: it goes back into the line.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser sends"))]
    pub(crate) returned: RwSignal<Option<Saying>>,
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser listens"))]
    listener: StoredValue<Option<futures::future::AbortHandle>>,
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser talks"))]
    changes: Changes,
}

impl Talk {
    /// Nothing said yet.
    fn new() -> Self {
        Self {
            conversation: RwSignal::default(),
            title: RwSignal::default(),
            pinned: RwSignal::default(),
            interpreter: RwSignal::default(),
            earlier: RwSignal::default(),
            kept: RwSignal::default(),
            said: RwSignal::default(),
            answer: RwSignal::default(),
            blocks: RwSignal::default(),
            progress: RwSignal::default(),
            returned: RwSignal::default(),
            listener: StoredValue::default(),
            changes: Changes::of_page(),
        }
    }

    /// The one of this page.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Whether an answer is being written.
    pub(crate) fn is_busy(self) -> bool {
        self.progress.with(|progress| matches!(progress, Progress::Answering | Progress::Stopping))
    }

    /// An open conversation.
    pub(crate) fn open(view: ChatView) -> Self {
        let talk = Self::new();
        talk.take_over(view);
        talk
    }

    /// Takes over what the server keeps of it by now.
    fn take_over(self, view: ChatView) {
        self.conversation.set(view.id);
        self.title.set(view.title);
        self.pinned.set(view.pinned);
        self.interpreter.set(view.interpreter);
        self.earlier.set(view.earlier);
        self.kept.set(view.messages);
    }

    /// A message of the person's, as it is kept.
    pub(crate) fn own(self, id: &str) -> Option<MessageView> {
        self.kept.with_untracked(|kept| {
            kept.iter().find(|message| message.own && message.id == id).cloned()
        })
    }
}
