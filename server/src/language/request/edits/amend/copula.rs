//! What something was in truth: "the taxi was 18 not 12", "lunch should be 15".

use super::about;
use crate::language::request::{
    Change, Item, Outcome, Request, Which,
    edits::becomes::{self, Cue},
    sentence::Sentence,
};

/// "the taxi was 18 not 12", "lunch should be 15", "that was 40 euros, not 30", "it's transport".
pub(super) fn copula(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    let (at, end) = sentence
        .find(&[
            "should have been",
            "should've been",
            "was actually",
            "were actually",
            "were really",
            "came to",
            "is actually",
            "actually cost",
            "actually was",
            "should be",
            "was only",
            "was really",
            "was",
            "cost",
            "is",
            "were",
        ])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    // "the taxi came to 18" corrects one, "weekly shop came to 71" is a new one.
    let known = sentence.starts(&["the", "that", "my", "our", "it", "this", "those"]).is_some();
    if sentence.word(at) == "came" && !known {
        return None;
    }
    let firm = end > at + 1;
    let new = sentence.after(end);
    let (new, old_value) = match new.find(&["not", "instead of", "rather than"]) {
        Some((not, behind)) if not > new.from => (new.until(not), Some(new.after(behind))),
        _ => (new, None),
    };
    if !firm && old_value.is_none() {
        return None;
    }
    let old = sentence.until(at);
    let plans = old.has(&["meeting", "appointment", "event", "task"]);
    let mut to = match becomes::changes(&new, if plans { Cue::Untitled } else { Cue::Any }) {
        Ok(to) => to,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    to.retain(|change| !matches!(change, Change::Title(_) | Change::Location(_)));
    if to.is_empty() {
        return None;
    }
    // What something was is what it cost, before it is when it was.
    if old_value.is_some() || sentence.word(at) != "should" {
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. }));
    }
    let old_amount =
        old_value.and_then(|value| match becomes::changes(&value, Cue::Cost).ok()?.first()? {
            Change::Amount { hundredths, .. } => Some(*hundredths),
            _ => None,
        });
    let outcome = about(&old, Item::Either, Ok(to))?;
    Some(match outcome {
        Outcome::Done(Request::Change { which, to })
            if matches!(to.first(), Some(Change::Amount { .. })) && !which.leans() =>
        {
            let which = Which { hundredths: old_amount, item: Item::Expense, ..which };
            Outcome::Done(Request::Change { which, to })
        }
        other => other,
    })
}
