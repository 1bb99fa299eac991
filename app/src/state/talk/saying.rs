//! Saying something, hearing what comes of it, stopping it.

use domain::problem::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Progress, Saying, Talk, listening};
use crate::api;
use crate::texts;
use crate::view::chat::{MessageView, Piece, RichView};

impl Talk {
    /// Says something; pieces of the answer show as they come.
    pub(crate) fn say(self, saying: Saying) {
        // Gone when another conversation takes the place of this one.
        let gone = self.progress.try_get_untracked().is_none();
        if gone || saying.words.trim().is_empty() || untrack(|| self.is_busy()) {
            return;
        }
        if !saying.replaces.is_empty() {
            // That message and everything after it leave the conversation.
            self.kept.update(|kept| {
                let place = kept.iter().position(|message| message.id == saying.replaces);
                kept.truncate(place.unwrap_or(kept.len()));
            });
        }
        self.said.set(Some(saying.words.clone()));
        self.begin_answer();
        self.listen_to(listening::to_turn(self, saying));
    }

    /// Joins the answer in progress: begun before this page was loaded, or elsewhere.
    pub(crate) fn join(self) {
        if untrack(|| self.is_busy()) {
            return;
        }
        self.begin_answer();
        self.listen_to(listening::to_running(self));
    }

    /// Stops the answer. Its last words say what was done until then.
    pub(crate) fn stop(self) {
        if self.progress.with_untracked(|progress| *progress != Progress::Answering) {
            return;
        }
        self.progress.set(Progress::Stopping);
        let conversation = self.conversation.get_untracked();
        if !conversation.is_empty() {
            spawn_local(async move {
                if api::chat::stop(conversation).await.is_err() {
                    self.unreachable();
                }
            });
        }
    }

    /// Reads again what the server keeps.
    pub(crate) fn refresh(self) {
        let conversation = self.conversation.get_untracked();
        if conversation.is_empty() {
            return;
        }
        spawn_local(async move {
            let Ok(view) = api::chat::show(conversation.clone()).await else { return };
            // Somebody may have gone on to another one meanwhile.
            if self.conversation.try_get_untracked().as_ref() != Some(&conversation) {
                return;
            }
            let running = view.running;
            self.take_over(view);
            if !untrack(|| self.is_busy()) {
                self.said.set(None);
                self.answer.set(None);
                if running {
                    self.join();
                }
            }
        });
    }

    /// Stops listening, as when the page is left. The answer goes on and is kept.
    pub(crate) fn leave(self) {
        if let Some(listener) = self.listener.try_get_value().flatten() {
            listener.abort();
        }
    }

    fn begin_answer(self) {
        self.answer.set(Some(MessageView::default()));
        self.blocks.set(Vec::new());
        self.progress.set(Progress::Answering);
    }

    fn listen_to(self, turn: impl Future<Output = ()> + 'static) {
        self.leave();
        let (turn, handle) = futures::future::abortable(turn);
        self.listener.set_value(Some(handle));
        spawn_local(async move {
            let _ = turn.await;
        });
    }

    /// Adds a piece to the answer.
    pub(super) fn hear(self, piece: Piece) {
        match piece {
            Piece::Start { conversation, message } => self.begun(conversation, message),
            Piece::Words(words) => self.add(|answer| answer.text.push_str(&words)),
            Piece::Rich(changes) => changes.into_iter().for_each(|change| self.write(change)),
            Piece::Card(card) => self.add(|answer| answer.cards.push(card)),
            Piece::Proposal(proposal) => self.add(|answer| answer.proposals.push(proposal)),
            Piece::Choices(choices) => self.add(|answer| answer.choices = choices),
            Piece::Done(answer) => {
                let failure = answer.failure.clone();
                self.keep(answer);
                self.end(match failure.is_empty() {
                    true => Progress::Ready,
                    false => Progress::BrokeOff(failure),
                });
            }
            Piece::Failed(problem) => self.end(Progress::BrokeOff(problem.detail)),
        }
    }

    /// Changes the end of a block of the words that are shown as HTML.
    fn write(self, change: RichView) {
        let known = self.blocks.with_untracked(|blocks| blocks.get(change.block).cloned());
        let Some(block) = known else {
            self.blocks.update(|blocks| blocks.push(ArcRwSignal::new(change.more)));
            return;
        };
        block.update(|html| {
            if html.is_char_boundary(change.keep) {
                html.truncate(change.keep);
            }
            html.push_str(&change.more);
        });
        // Whoever follows the latest words has to know.
        self.answer.update(|_| ());
    }

    /// The server has the message now.
    fn begun(self, conversation: String, message: String) {
        if let Some(text) = self.said.get_untracked() {
            self.keep(MessageView { id: message, own: true, text, ..MessageView::default() });
            self.said.set(None);
        }
        let is_new = self.conversation.with_untracked(|known| *known != conversation);
        if is_new {
            self.conversation.set(conversation);
            // It has a name and a place in the list from now on.
            self.changes.happened();
        }
        // Stop may have been pressed before it was known what to stop.
        if self.progress.with_untracked(|progress| *progress == Progress::Stopping) {
            self.progress.set(Progress::Answering);
            self.stop();
        }
    }

    /// Adds a message, unless it was read from the server meanwhile.
    fn keep(self, message: MessageView) {
        self.kept.update(|kept| {
            if !kept.iter().any(|known| known.id == message.id) {
                kept.push(message);
            }
        });
    }

    fn end(self, progress: Progress) {
        self.answer.set(None);
        self.progress.set(progress);
        // The rows of every page may be others now; so may what this one keeps.
        self.changes.happened();
    }

    /// The turn did not begin: the words go back into the line.
    pub(super) fn refuse(self, saying: Saying, problem: Problem) {
        self.said.set(None);
        self.answer.set(None);
        self.returned.set(Some(saying));
        self.progress.set(Progress::Failed(problem.detail));
        self.refresh();
    }

    /// Nothing runs any more that could be joined.
    pub(super) fn missed(self) {
        self.end(Progress::Idle);
    }

    /// The connection is gone in the middle of an answer.
    pub(super) fn lose(self) {
        self.end(Progress::Failed(texts::chat::LOST.to_owned()));
    }

    fn unreachable(self) {
        // The page may have been left meanwhile.
        self.progress.try_set(Progress::Failed(texts::chat::NOT_STOPPED.to_owned()));
    }

    fn add(self, more: impl FnOnce(&mut MessageView)) {
        self.answer.update(|answer| more(answer.get_or_insert_default()));
    }
}
