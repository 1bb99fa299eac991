//! What is said about a row instead of being asked for: "the standup is in room 5 now", "book club
//! isn't tuesday, it's wednesday", "the venue for dinner is Luigi's", "report: make it p1".
//!
//! Every such sentence has the same pieces, in an order of its own: the row, perhaps the name of
//! one of its fields, what that field is to be, and perhaps what it is no longer.

mod amounts;
mod denied;
#[cfg(test)]
mod examples;
mod fields;
mod gone;
mod known;
mod meant;
mod noted;
mod places;
mod plainly;
mod times;
mod topic;
mod values;

pub(super) use values::place;

use super::{amend, becomes, reschedule};
use crate::language::request::{Change, Item, Outcome, sentence::Sentence};

/// Reads what names a field, a quoted slip or a place, and can mean nothing else.
pub(super) fn named(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    noted::noted(sentence)
        .or_else(|| fields::fielded(sentence))
        .or_else(|| meant::meant(sentence))
        .or_else(|| topic::topic(sentence))
        .or_else(|| plainly::ending(sentence))
        .or_else(|| amounts::replaced(&becomes::inner(sentence)))
}

/// Reads what is said about a row of the person's by its very name.
pub(super) fn known(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    // "did call grandma this morning" asks for nothing where there is such a thing to do.
    let told = sentence.starts(&["did"]).is_some_and(|end| sentence.known(end).is_some());
    if sentence.is_question() && !told { None } else { known::known(sentence) }
}

/// Reads a short form that nothing else has read.
pub(super) fn plainly(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() { None } else { plainly::plainly(sentence) }
}

/// Reads a statement about a row.
pub(super) fn told(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(moved) = times::moved(sentence) {
        return Some(moved);
    }
    if sentence.is_question() {
        return None;
    }
    let body = becomes::inner(sentence);
    gone::gone(sentence)
        .or_else(|| denied::denied(&body))
        .or_else(|| amounts::corrected(&body))
        .or_else(|| places::placed(sentence))
        .or_else(|| plainly::carried(&body))
}

/// Reads a message that is one statement with a pause in it, which would part it otherwise: "the
/// call isn't at 3, it's at 4", "the lunch was refunded, take it off", "no wait, yoga is at 7".
pub(in crate::language::request) fn whole(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = times::taken_back(sentence) {
        return Some(outcome);
    }
    let plain = sentence.plain();
    if !plain.tokens.text.contains('\n')
        && let Some(outcome) = noted::noted(&plain)
    {
        return Some(outcome);
    }
    let paused = (plain.from..plain.to).any(|at| {
        plain.tokens.mark(at).is_some()
            || matches!(plain.word(at), "but" | "so" | "they" | "they've" | "we" | "we've")
    });
    if !paused || plain.is_question() {
        return None;
    }
    gone::gone(&plain)
        .or_else(|| denied::denied(&plain))
        .or_else(|| meant::meant(&plain))
        .or_else(|| topic::topic(&plain))
        .or_else(|| times::moved(&plain))
}

/// One change of the row that the words name.
fn changed(old: &Sentence<'_, '_>, to: Vec<Change>) -> Option<Outcome> {
    let which = reschedule::renamed(old, Item::Either)?.ok()?;
    Some(amend::change(which, to))
}

/// More words than this are no name of a row.
const LONGEST_NAME: usize = 9;

/// Whether words can be the name of a row.
fn is_row(old: &Sentence<'_, '_>) -> bool {
    // "no, make it 7.30" is about what was spoken of.
    let news = [
        "no",
        "yes",
        "ok",
        "okay",
        "actually",
        "sorry",
        "wait",
        "oops",
        "he",
        "she",
        "they",
        "we",
        "i",
        "there",
        "who",
        "what",
        "everyone",
        "everybody",
    ];
    !old.is_empty()
        && !old.only_marks(old.from)
        && old.to - old.from <= LONGEST_NAME
        && old.starts(&news).is_none()
}
