//! What is said about a row instead of being asked for: "the standup is in room 5 now", "book club
//! isn't tuesday, it's wednesday", "the venue for dinner is Luigi's", "report: make it p1".
//!
//! Every such sentence has the same pieces, in an order of its own: the row, perhaps the name of
//! one of its fields, what that field is to be, and perhaps what it is no longer.

mod denied;
mod fields;
mod meant;
mod places;
mod topic;
mod values;

use super::{amend, reschedule};
use crate::language::request::{Change, Item, Outcome, sentence::Sentence};

/// Reads what names a field, a quoted slip or a place, and can mean nothing else.
pub(super) fn named(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    fields::fielded(sentence).or_else(|| meant::meant(sentence)).or_else(|| topic::topic(sentence))
}

/// Reads a statement about a row.
pub(super) fn told(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    denied::denied(sentence).or_else(|| places::placed(sentence))
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
    let news = ["he", "she", "they", "we", "i", "there", "who", "what", "everyone", "everybody"];
    !old.is_empty()
        && !old.only_marks(old.from)
        && old.to - old.from <= LONGEST_NAME
        && old.starts(&news).is_none()
}
