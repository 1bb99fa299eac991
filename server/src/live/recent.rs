//! The latest changes of everybody, for those who listen again after a moment.

use std::collections::VecDeque;

use domain::Uuid;
use domain::live::Changed;

/// How many are kept: minutes of a busy planner, and some hundred kilobytes at most.
const KEPT: usize = 1024;

/// The latest changes, each with its number.
#[derive(Debug, Default)]
pub(super) struct Recent {
    last: u64,
    /// Consecutive numbers up to `last`.
    changes: VecDeque<(Uuid, Changed)>,
}

impl Recent {
    /// Adds a change and answers its number.
    pub(super) fn add(&mut self, person: Uuid, changed: Changed) -> u64 {
        if self.changes.len() == KEPT {
            self.changes.pop_front();
        }
        self.changes.push_back((person, changed));
        self.last += 1;
        self.last
    }

    /// The number of the latest change.
    pub(super) fn last(&self) -> u64 {
        self.last
    }

    /// Forgets all of them, since some were not heard of; answers a number after them.
    pub(super) fn forget(&mut self) -> u64 {
        self.changes.clear();
        self.last += 1;
        self.last
    }

    /// What was changed of a person's after that number, if anything. Where that is not
    /// known any more, it may be anything.
    pub(super) fn since(&self, person: Uuid, number: u64) -> Option<Changed> {
        let Some(missed) = self.last.checked_sub(number).and_then(|it| usize::try_from(it).ok())
        else {
            return Some(Changed::anything());
        };
        let Some(known) = self.changes.len().checked_sub(missed) else {
            return Some(Changed::anything());
        };
        let missed = self.changes.iter().skip(known);
        let theirs = missed.filter(|(whose, _)| *whose == person).map(|(_, changed)| changed);
        theirs.cloned().reduce(Changed::and)
    }
}

#[cfg(test)]
mod tests {
    use domain::live::Kind;

    use super::*;

    fn changed(kind: Kind, by: Option<&str>) -> Changed {
        Changed { kinds: vec![kind], by: by.map(str::to_owned) }
    }

    #[test]
    fn what_was_missed_is_told_once_and_together() {
        let (sam, eve) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let mut recent = Recent::default();
        let before = recent.add(sam, changed(Kind::List, None));
        recent.add(sam, changed(Kind::Task, Some("a")));
        recent.add(eve, changed(Kind::Event, None));
        let both = Changed { kinds: vec![Kind::Task], by: Some("a".to_owned()) };
        assert_eq!(recent.since(sam, before), Some(both));
        recent.add(sam, changed(Kind::Expense, Some("b")));
        let all = Changed { kinds: vec![Kind::Task, Kind::Expense], by: None };
        assert_eq!(recent.since(sam, before), Some(all));
        assert_eq!(recent.since(sam, recent.last()), None);
        assert_eq!(recent.since(eve, before + 2), None);
    }

    #[test]
    fn who_was_away_for_too_long_reads_everything() {
        let sam = Uuid::from_u128(1);
        let mut recent = Recent::default();
        for _ in 0..=KEPT {
            recent.add(Uuid::from_u128(2), changed(Kind::Task, None));
        }
        assert_eq!(recent.since(sam, 0), Some(Changed::anything()));
        assert_eq!(recent.since(sam, 1), None);
        assert_eq!(recent.since(sam, u64::MAX), Some(Changed::anything()));
        let before = recent.last();
        recent.forget();
        assert_eq!(recent.since(sam, before), Some(Changed::anything()));
    }
}
