//! Tells whoever listens that something of a person's was changed, without saying what
//! it is now: open pages then read again.
//!
//! It lives in the process, beside the database that the changes are made in. Every
//! process of a planner tells its own listeners, and on PostgreSQL `relay` carries
//! what was changed to the others. Nothing is kept for those who do not listen, but for
//! the latest changes of everybody, by which a listener who was away for a moment
//! learns whether anything was missed.

mod letters;
mod listener;
mod outbox;
mod page;
mod recent;
mod relay;

pub(crate) use letters::{LIMIT, post};
pub use listener::{Listener, Told};
pub use page::Page;
pub use relay::keep_relayed;

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Uuid;
use domain::live::{Changed, Kind};
use tokio::sync::{broadcast, mpsc};
use tokio_util::sync::CancellationToken;

use self::outbox::Outbox;
use self::recent::Recent;
use crate::error::Error;

/// How many changes may wait for a slow listener. One who falls further behind is told
/// to read everything anew.
const WAITING: usize = 64;
/// How many may listen for one person at once in one process: more than anybody has
/// browsers, few enough that nobody holds the program's connections.
const LISTENERS: usize = 32;
/// After how many seconds there may be room for another listener.
const PATIENCE: u32 = 30;

/// Where changes are told. Clones share it.
#[derive(Debug, Clone)]
pub struct Live(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    /// Tells the changes of this process from those of others and of earlier ones.
    process: String,
    state: Mutex<State>,
    stop: CancellationToken,
}

#[derive(Debug)]
struct State {
    recent: Recent,
    people: HashMap<Uuid, broadcast::Sender<Told>>,
    /// Where other processes are told, while that is done.
    others: Option<Arc<Outbox>>,
    /// The other processes that are there, while that is looked for.
    peers: BTreeSet<String>,
    /// Who reads the letters to this process.
    letters: Option<mpsc::UnboundedSender<String>>,
}

impl Default for Live {
    fn default() -> Self {
        let state = State {
            recent: Recent::default(),
            people: HashMap::new(),
            others: None,
            peers: BTreeSet::new(),
            letters: None,
        };
        Self(Arc::new(Shared {
            process: Uuid::new_v4().simple().to_string(),
            state: Mutex::new(state),
            stop: CancellationToken::new(),
        }))
    }
}

impl Live {
    /// Tells that a person's rows of these kinds were changed, once they are committed.
    pub fn tell(&self, person: Uuid, kinds: BTreeSet<Kind>, by: Option<&Page>) {
        if kinds.is_empty() {
            return;
        }
        let by = by.map(|page| page.name().to_owned());
        let changed = Changed { kinds: kinds.into_iter().collect(), by };
        let mut state = self.state();
        if let Some(others) = &state.others {
            others.add(person, changed.clone());
        }
        state.tell(person, changed);
    }

    /// Begins to listen to the changes of a person. `after` is the place up to which the
    /// listener knows them, as [`Listener::place`] answered it, if they listened before.
    ///
    /// # Errors
    /// [`Error::TooMany`] when too many listen already.
    pub fn listen(&self, person: Uuid, after: Option<&str>) -> Result<Listener, Error> {
        let mut state = self.state();
        let sender = state.people.entry(person).or_insert_with(|| broadcast::channel(WAITING).0);
        if sender.receiver_count() >= LISTENERS {
            let detail = "Too many pages listen to your planner at once.";
            return Err(Error::TooMany { detail, retry_after: PATIENCE });
        }
        let told = sender.subscribe();
        let known = after.map(|after| self.number(after));
        let missed = match known {
            // Whoever never listened has just read what there is.
            None => None,
            Some(None) => Some(Changed::anything()),
            Some(Some(number)) => state.recent.since(person, number),
        };
        let first = Told { number: state.recent.last(), changed: missed };
        drop(state);
        Ok(Listener::new(self.clone(), person, told, first))
    }

    /// The place of now, to listen from later.
    pub fn place(&self) -> String {
        self.place_of(self.state().recent.last())
    }

    /// How many people are listened to, for tests of what is kept.
    pub fn people(&self) -> usize {
        self.state().people.len()
    }

    /// How many listen.
    pub fn listeners(&self) -> usize {
        self.state().people.values().map(broadcast::Sender::receiver_count).sum()
    }

    /// Ends every listener and lets none begin to wait, for the end of the program.
    pub fn close(&self) {
        self.0.stop.cancel();
    }

    fn place_of(&self, number: u64) -> String {
        format!("{}-{number}", self.0.process)
    }

    /// The number of a place of this process.
    fn number(&self, place: &str) -> Option<u64> {
        place.strip_prefix(&self.0.process)?.strip_prefix('-')?.parse().ok()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn tell(&mut self, person: Uuid, changed: Changed) {
        let number = self.recent.add(person, changed.clone());
        if let Some(listeners) = self.people.get(&person) {
            // It fails only when the last listener is just leaving.
            let _ = listeners.send(Told { number, changed: Some(changed) });
        }
    }

    /// Tells everybody that anything may have been changed.
    fn tell_all(&mut self) {
        let number = self.recent.forget();
        for listeners in self.people.values() {
            let _ = listeners.send(Told { number, changed: Some(Changed::anything()) });
        }
    }
}
