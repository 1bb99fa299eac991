//! The conversation that is going on: what is being said and answered right now.

use leptos::prelude::*;

use super::changes::Changes;
use crate::view::chat::MessageView;
#[cfg(feature = "hydrate")]
use crate::view::chat::Piece;

/// How far the answer is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Nothing is going on.
    #[default]
    Idle,
    /// The answer is being written.
    Answering,
    /// The answer is there.
    Ready,
    /// The person stopped listening.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser stops"))]
    Stopped,
    /// It failed, and why.
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser listens"))]
    Failed(String),
}

/// The turn in progress. What was kept is read from the server.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Talk {
    /// Which conversation; empty for a new one.
    pub(crate) conversation: RwSignal<String>,
    /// What the person just said.
    pub(crate) said: RwSignal<Option<String>>,
    /// What the assistant answers.
    pub(crate) answer: RwSignal<Option<MessageView>>,
    /// How far the answer is.
    pub(crate) progress: RwSignal<Progress>,
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser stops"))]
    stop: StoredValue<Option<futures::future::AbortHandle>>,
    #[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser talks"))]
    changes: Changes,
}

impl Talk {
    /// Nothing said yet.
    pub(crate) fn new() -> Self {
        Self {
            conversation: RwSignal::new(String::new()),
            said: RwSignal::new(None),
            answer: RwSignal::new(None),
            progress: RwSignal::default(),
            stop: StoredValue::new(None),
            changes: Changes::of_page(),
        }
    }

    /// The one of this page.
    pub(crate) fn of_page() -> Self {
        use_context().unwrap_or_else(Self::new)
    }

    /// Whether an answer is being written.
    pub(crate) fn is_busy(self) -> bool {
        self.progress.with(|progress| *progress == Progress::Answering)
    }

    /// Takes over what the server keeps: the turn in progress is part of it by now.
    pub(crate) fn arrived(self, conversation: &str) {
        self.conversation.set(conversation.to_owned());
        if !untrack(|| self.is_busy()) {
            self.said.set(None);
            self.answer.set(None);
        }
    }
}

#[cfg(feature = "hydrate")]
mod listening;

#[cfg(feature = "hydrate")]
impl Talk {
    /// Says something; pieces of the answer show as they come.
    pub(crate) fn say(self, message: String) {
        if message.trim().is_empty() || untrack(|| self.is_busy()) {
            return;
        }
        self.said.set(Some(message.clone()));
        self.answer.set(Some(MessageView::default()));
        self.progress.set(Progress::Answering);
        let (turn, handle) = futures::future::abortable(listening::listen(self, message));
        self.stop.set_value(Some(handle));
        leptos::task::spawn_local(async move {
            let _ = turn.await;
        });
    }

    /// Stops listening. What was begun is finished by the server, and kept.
    pub(crate) fn stop(self) {
        if let Some(handle) = self.stop.get_value() {
            handle.abort();
        }
        if untrack(|| self.is_busy()) {
            self.progress.set(Progress::Stopped);
            self.changes.happened();
        }
    }

    /// Adds a piece to the answer.
    fn hear(self, piece: Piece) {
        match piece {
            Piece::Start(conversation) => self.conversation.set(conversation),
            Piece::Words(words) => self.add(|answer| answer.text.push_str(&words)),
            Piece::Card(card) => self.add(|answer| answer.cards.push(card)),
            Piece::Proposal(proposal) => self.add(|answer| answer.proposals.push(proposal)),
            Piece::Choices(choices) => self.add(|answer| answer.choices = choices),
            Piece::Done(answer) => {
                self.answer.set(Some(answer));
                self.progress.set(Progress::Ready);
                self.changes.happened();
            }
            Piece::Failed(problem) => self.fail(problem.detail),
        }
    }

    fn fail(self, why: String) {
        self.progress.set(Progress::Failed(why));
        self.changes.happened();
    }

    fn add(self, more: impl FnOnce(&mut MessageView)) {
        self.answer.update(|answer| more(answer.get_or_insert_default()));
    }
}
