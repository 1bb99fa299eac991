//! How pressing something is said to be.

use super::Sentence;
use crate::language::request::{Priority, phrases};

impl Sentence<'_, '_> {
    /// How pressing it is said to be, and where.
    pub(in crate::language::request) fn priority(&self) -> Option<(Priority, (usize, usize))> {
        for at in self.from..self.to {
            let level = self.tokens.number(at + 1).filter(|_| {
                self.tokens.is(at, "p")
                    && self.tokens.glued(at + 1)
                    && self.tokens.clean_right(at + 2)
                    && self.tokens.clean_left(at)
            });
            // "call the bank !!"
            let marks = (at..self.to).take_while(|at| self.tokens.is_mark(*at, '!')).count();
            let apart = at == self.from || !self.tokens.glued(at) || at + marks == self.to;
            if marks >= 2 && apart {
                return Some((Priority::High, (at, at + marks)));
            }
            let level = match level {
                Some(1) => Some(Priority::High),
                Some(2) => Some(Priority::Medium),
                Some(3 | 4) => Some(Priority::Low),
                _ => None,
            };
            if let Some(level) = level {
                return Some((
                    level,
                    (at - usize::from(at > self.from && self.tokens.is_mark(at - 1, '!')), at + 2),
                ));
            }
            if let Some((priority, end)) = phrases::PRESSING
                .iter()
                .find_map(|(phrase, priority)| self.at(at, phrase).map(|end| (*priority, end)))
            {
                // "an important meeting" and "the urgent care clinic" keep their word.
                let edge = at == self.from
                    || end == self.to
                    || !self.tokens.is_word(end)
                    || !self.tokens.is_word(at - 1)
                    || end - at > 1
                    || self.tokens.is(at, "asap");
                if edge {
                    return Some((priority, (at, end)));
                }
            }
        }
        None
    }

    /// The level a whole phrase names: "high", "p2", "none".
    pub(in crate::language::request) fn level(&self) -> Option<Priority> {
        let (level, end) = match self.word(self.from) {
            "high" | "highest" | "top" | "urgent" | "max" => (Priority::High, self.from + 1),
            "medium" | "normal" | "mid" => (Priority::Medium, self.from + 1),
            "low" | "lowest" => (Priority::Low, self.from + 1),
            "none" | "no" | "nothing" => (Priority::None, self.from + 1),
            _ => return None,
        };
        let end = end + usize::from(self.word(end) == "priority");
        self.only_marks(end).then_some(level)
    }
}
