//! Questions about events at the same time: "any clashes this week?", "am I double booked?".

use super::days_of;
use crate::language::request::{Outcome, Request, sentence::Sentence};

/// Words for what happens at the same time.
#[rustfmt::skip]
const CLASHES: [&str; 15] = [
    "clash", "clashes", "clashing", "conflict", "conflicts", "conflicting", "overlap", "overlaps",
    "overlapping", "double booked", "double booking", "double bookings",
    "collision", "collisions", "collide",
];

/// Words that may stand beside them.
#[rustfmt::skip]
const BESIDE: [&str; 43] = [
    "is", "are", "there", "do", "does", "am", "have", "got", "i", "we", "my", "any", "anything",
    "of", "the", "a", "an", "on", "in", "for", "with", "each", "other", "another", "events", "event",
    "meetings", "meeting", "appointments", "calendar", "schedule", "agenda", "plans", "show", "me",
    "find", "list", "check", "what", "what's", "which", "please", "things",
];

/// Reads such a question.
pub(super) fn clashes(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    // By the letter: "classes" is one letter away.
    let span = (plain.from..plain.to).find_map(|at| {
        let dash = plain.tokens.is(at, "double") && plain.tokens.is_dash(at + 1);
        let booked = dash && plain.tokens.any(at + 2, &["booked", "booking", "bookings"]);
        let end = CLASHES
            .iter()
            .find_map(|phrase| plain.tokens.phrase(at, phrase))
            .or(booked.then_some(at + 3))?;
        Some((at, end))
    })?;
    // "conflict resolution workshop friday" is an event.
    let asks = plain.is_question()
        || plain.starts(&["any", "show", "find", "list", "check", "am i"]).is_some();
    let (days, mut used) = match days_of(plain) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    used.push(span);
    (asks && plain.is_covered(&used, &BESIDE))
        .then_some(Outcome::Done(Request::FindClashes { days }))
}
