//! The turns in progress, one for each person: joined again after a refresh or
//! from a second tab, stopped, and ended in order when the program ends.
//!
//! They live in the process. Those of other processes are joined and stopped through
//! `elsewhere`.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use domain::Uuid;
use domain::chat::ChatEvent;
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use super::told::Told;
use crate::error::Error;

pub(super) const STILL_ANSWERING: &str =
    "Your last message is still being answered. Wait for the answer, or stop it first.";

/// How long turns in progress may go on when the program ends.
const FINISHING: Duration = Duration::from_secs(4);
/// How long the program then waits for turns to be kept. They are cut short, so that
/// only a write which has begun is waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// Every turn in progress. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Running(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    turns: Mutex<HashMap<Uuid, InProgress>>,
    /// Whether no turn begins any more.
    ending: AtomicBool,
    /// Cuts short what is in progress.
    closing: CancellationToken,
    /// How many turns are in progress.
    count: watch::Sender<usize>,
}

/// A turn in progress.
#[derive(Debug, Clone, Default)]
pub(super) struct InProgress {
    /// What it has told so far.
    pub(super) told: Told,
    /// Cuts it short.
    pub(super) stop: CancellationToken,
    /// Names it.
    id: Uuid,
    /// Its conversation, once that is known.
    conversation: Arc<OnceLock<Uuid>>,
}

impl InProgress {
    /// Says which conversation it belongs to; from now on it can be joined.
    pub(super) fn enter(&self, conversation: Uuid) {
        self.conversation.get_or_init(|| conversation);
    }
}

impl Running {
    /// Takes the person's place for a turn.
    ///
    /// # Errors
    /// [`Error::Busy`] when one of theirs is still in progress,
    /// [`Error::ShuttingDown`] when no turn begins any more.
    pub(super) fn claim(&self, person: Uuid, id: Uuid) -> Result<Place, Error> {
        let mut turns = self.turns();
        if self.0.ending.load(Ordering::Acquire) {
            return Err(Error::ShuttingDown);
        }
        if turns.contains_key(&person) {
            return Err(Error::Busy(STILL_ANSWERING));
        }
        let turn = InProgress { stop: self.0.closing.child_token(), id, ..InProgress::default() };
        turns.insert(person, turn.clone());
        self.0.count.send_replace(turns.len());
        drop(turns);
        Ok(Place { running: self.clone(), person: Some(person), turn })
    }

    /// The person's turn in progress in a conversation, if there is one.
    pub(super) fn find(&self, person: Uuid, conversation: Uuid) -> Option<InProgress> {
        let turn = self.turns().get(&person).cloned()?;
        (turn.conversation.get() == Some(&conversation)).then_some(turn)
    }

    /// The person's turn of that name, if it is in progress.
    pub(super) fn named(&self, person: Uuid, id: Uuid) -> Option<InProgress> {
        self.turns().get(&person).filter(|turn| turn.id == id).cloned()
    }

    /// Lets no turn begin any more, lets those in progress finish for a while, then
    /// cuts them short, and waits until they are kept.
    pub(super) async fn close(&self) {
        {
            let _no_new_ones = self.turns();
            self.0.ending.store(true, Ordering::Release);
        }
        if !self.are_over(FINISHING).await {
            self.0.closing.cancel();
            if !self.are_over(PATIENCE).await {
                tracing::warn!("a turn was still in progress when the program ended");
            }
        }
    }

    /// Waits until no turn is in progress; false when that takes too long.
    async fn are_over(&self, patience: Duration) -> bool {
        let mut count = self.0.count.subscribe();
        let over = count.wait_for(|count| *count == 0);
        tokio::time::timeout(patience, over).await.is_ok()
    }

    fn turns(&self) -> MutexGuard<'_, HashMap<Uuid, InProgress>> {
        self.0.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A person's place; given back when dropped, whatever became of the turn.
#[derive(Debug)]
pub(super) struct Place {
    running: Running,
    /// Whose it is; none once it is given back.
    person: Option<Uuid>,
    /// The turn.
    pub(super) turn: InProgress,
}

impl Place {
    /// Gives the place back, then tells the last event: whoever hears it may
    /// speak again at once.
    pub(super) fn end(mut self, last: ChatEvent) {
        self.leave();
        self.turn.told.tell(last);
    }

    fn leave(&mut self) {
        let Some(person) = self.person.take() else { return };
        let mut turns = self.running.turns();
        turns.remove(&person);
        self.running.0.count.send_replace(turns.len());
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.leave();
        self.turn.told.close();
    }
}
