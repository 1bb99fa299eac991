//! What other processes are still to be told.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use domain::Uuid;
use domain::live::Changed;
use tokio::sync::Notify;

/// Changes that wait, those of each person as one: there are never more than people.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    waiting: Mutex<BTreeMap<Uuid, Changed>>,
    filled: Notify,
}

impl Outbox {
    /// Adds a change of a person's rows to what waits.
    pub(super) fn add(&self, person: Uuid, changed: Changed) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let all = match waiting.remove(&person) {
            Some(earlier) => earlier.and(changed),
            None => changed,
        };
        waiting.insert(person, all);
        self.filled.notify_one();
    }

    /// Takes all that waits, as soon as anything does.
    pub(super) async fn next(&self) -> BTreeMap<Uuid, Changed> {
        loop {
            self.filled.notified().await;
            let waiting =
                std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
            if !waiting.is_empty() {
                return waiting;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::live::Kind;

    use super::*;

    #[tokio::test]
    async fn what_waits_is_taken_together() {
        let outbox = Outbox::default();
        let (sam, eve) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let changed = |kind, by: &str| Changed { kinds: vec![kind], by: Some(by.to_owned()) };
        for _ in 0..5_000 {
            outbox.add(sam, changed(Kind::Task, "a"));
        }
        outbox.add(eve, changed(Kind::Task, "b"));
        outbox.add(eve, changed(Kind::Event, "c"));
        let both = Changed { kinds: vec![Kind::Event, Kind::Task], by: None };
        let expected = BTreeMap::from([(sam, changed(Kind::Task, "a")), (eve, both)]);
        assert_eq!(outbox.next().await, expected);
        outbox.add(sam, changed(Kind::List, "a"));
        let expected = BTreeMap::from([(sam, changed(Kind::List, "a"))]);
        assert_eq!(outbox.next().await, expected);
    }
}
