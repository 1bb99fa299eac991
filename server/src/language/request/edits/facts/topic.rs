//! The row first, then what is to become of it: "the meeting: make it 45 minutes", "standup, rename
//! it to daily sync", "the lunch expense is wrong, it was 14".

use super::{changed, is_row, values::contrasted};
use crate::language::request::{
    Change, Outcome, create,
    edits::becomes::{self, Cue},
    sentence::Sentence,
};

/// Behind these a new name stands.
const NAMING: [&str; 12] = [
    "rename it to",
    "rename it as",
    "rename it",
    "rename to",
    "rename as",
    "retitle it to",
    "call it",
    "name it",
    "label it",
    "title it",
    "it should say",
    "it should read",
];

/// Behind these stands what it becomes.
const MAKING: [&str; 12] = [
    "make it",
    "make that",
    "change it to",
    "change that to",
    "set it to",
    "cut it to",
    "shorten it to",
    "extend it to",
    "bump it to",
    "drop it to",
    "put it under",
    "file it under",
];

/// Behind these stands what it is in truth, where something says that it is noted wrong.
const STATING: [&str; 12] = [
    "it should have been",
    "it should be",
    "should have been",
    "should be",
    "it was actually",
    "it was",
    "it's actually",
    "it's",
    "it is",
    "that was",
    "actually",
    "it cost",
];

/// Verbs of correcting in front of the row.
const CORRECTING: [&str; 11] = [
    "edit",
    "fix",
    "update",
    "correct",
    "amend",
    "adjust",
    "change",
    "i got",
    "i logged",
    "i entered",
    "i noted",
];

/// Said behind a row that is noted wrong.
const WRONG: [&str; 12] = [
    "is wrong",
    "was wrong",
    "isn't right",
    "is not right",
    "wasn't right",
    "is incorrect",
    "was incorrect",
    "is filed wrong",
    "looks wrong",
    "wrong",
    "is off",
    "incorrectly",
];

/// Reads a row and, behind a pause, what becomes of it.
pub(super) fn topic(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let all = [&NAMING[..], &MAKING[..], &STATING[..]];
    let first = |phrases: &[&str]| {
        sentence.find(phrases).filter(|(at, end)| *at > sentence.from && *end < sentence.to)
    };
    let (kind, (at, end)) = all
        .iter()
        .enumerate()
        .filter_map(|(kind, phrases)| first(phrases).map(|found| (kind, found)))
        .min_by_key(|(_, (at, _))| *at)?;
    let front = sentence.until(at);
    let pause = front.to > front.from && front.tokens.mark(front.to - 1).is_some()
        || front.word(front.last_word()) == "and";
    if !pause {
        return None;
    }
    let colon = matches!(front.tokens.mark(front.to - 1), Some(':' | '-' | '–' | '—'));
    let front = becomes::inner(&front);
    let corrected = front.starts(&CORRECTING);
    let wrong = front.find(&WRONG).filter(|(at, end)| *at > front.from && front.only_marks(*end));
    let row = corrected.map_or(front, |end| front.after(end));
    let row = wrong.map_or(row, |(at, _)| row.until(at));
    // "buy milk, make it two litres" is something to do.
    let deed = create::is_imperative(&row) && !colon;
    let listed = (row.from..row.to).any(|at| row.tokens.is_mark(at, ','));
    if !is_row(&row) || deed || listed {
        return None;
    }
    let new = sentence.after(end);
    let to = match kind {
        0 => {
            vec![Change::Title(Some(contrasted(&new).0.verbatim()).filter(|new| !new.is_empty())?)]
        }
        1 => becomes::changes(&contrasted(&new).0, Cue::Untitled).ok()?,
        _ if corrected.is_none() && wrong.is_none() => return None,
        _ => corrected_to(&row, &contrasted(&new).0)?,
    };
    // A move alone has a room of its own, which knows tasks from events.
    let that = sentence.at(at, "make that").is_some() && create::names_event(&row);
    if to.is_empty() || kind == 1 && !that && matches!(to.first(), Some(Change::Move(_))) {
        return None;
    }
    changed(&row, to)
}

/// What a thing that was noted wrong is: an amount before a time, unless it takes place.
fn corrected_to(row: &Sentence<'_, '_>, new: &Sentence<'_, '_>) -> Option<Vec<Change>> {
    if !create::names_event(row) || !new.amounts().is_empty() {
        let amount = becomes::changes(new, Cue::Cost).ok()?;
        if !amount.is_empty() {
            return Some(amount);
        }
    }
    Some(becomes::changes(new, Cue::Untitled).ok()?).filter(|to| !to.is_empty())
}
