//! "is there any program for tomorrow evening", "tell me about the meeting": openings that ask for
//! plans only where the noun of something that takes place, or the calendar, is named.

use super::fillers::SEEKING;
use crate::language::request::{phrases::EVENT_NOUNS, sentence::Sentence};

/// Nouns of events that the same words ask the world about, and words that are in the list of those
/// nouns for other reasons.
#[rustfmt::skip]
const DOUBTFUL: [&str; 14] = [
    "with", "show", "day", "test", "date", "call", "talk", "drive", "visit", "review", "reading",
    "game", "match", "hours",
];

/// Names of plans as such.
#[rustfmt::skip]
const PLANS: [&str; 11] = [
    "calendar", "schedule", "agenda", "diary", "program", "plan", "plans", "scheduled", "booked",
    "planned", "tournament",
];

/// The place behind such an opening.
pub(super) fn sought(sentence: &Sentence<'_, '_>) -> Option<usize> {
    let end = sentence.starts(&SEEKING)?;
    let rest = sentence.after(end);
    let noun = (rest.from..rest.to).any(|at| {
        let word = rest.word(at);
        let one = word.strip_suffix('s').unwrap_or(word);
        !DOUBTFUL.contains(&word) && (EVENT_NOUNS.contains(&word) || EVENT_NOUNS.contains(&one))
    });
    (noun || rest.has(&PLANS)).then_some(end)
}
