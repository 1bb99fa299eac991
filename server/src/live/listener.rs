//! One who listens.

use domain::Uuid;
use domain::live::Changed;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::Live;

/// What a listener is told.
#[derive(Debug, Clone)]
pub struct Told {
    pub(super) number: u64,
    /// What was changed; nothing at the beginning, if nothing was missed.
    pub changed: Option<Changed>,
}

/// Hears of every change of one person until it is dropped.
#[derive(Debug)]
pub struct Listener {
    live: Live,
    person: Uuid,
    /// There until it is dropped.
    told: Option<Receiver<Told>>,
    first: Option<Told>,
}

impl Listener {
    pub(super) fn new(live: Live, person: Uuid, told: Receiver<Told>, first: Told) -> Self {
        Self { live, person, told: Some(told), first: Some(first) }
    }

    /// The next to be told, at once what was missed before; none when the program ends.
    pub async fn next(&mut self) -> Option<Told> {
        let stop = self.live.0.stop.clone();
        if stop.is_cancelled() {
            return None;
        }
        if let Some(first) = self.first.take() {
            return Some(first);
        }
        let told = self.told.as_mut()?;
        let heard = tokio::select! {
            () = stop.cancelled() => return None,
            heard = told.recv() => heard,
        };
        match heard {
            Ok(told) => Some(told),
            Err(RecvError::Lagged(_)) => {
                // What still waits is part of what will be read.
                *told = told.resubscribe();
                let number = self.live.state().recent.last();
                Some(Told { number, changed: Some(Changed::anything()) })
            }
            Err(RecvError::Closed) => None,
        }
    }

    /// The place after what was told, to listen from later.
    pub fn place(&self, told: &Told) -> String {
        self.live.place_of(told.number)
    }
}

impl Drop for Listener {
    /// With the last listener goes what is kept for a person.
    fn drop(&mut self) {
        drop(self.told.take());
        let mut state = self.live.state();
        if state.people.get(&self.person).is_some_and(|sender| sender.receiver_count() == 0) {
            state.people.remove(&self.person);
        }
    }
}
