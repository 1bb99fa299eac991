//! What something is not any longer, and what it is: "book club isn't tuesday, it's wednesday now",
//! "the call is not at 3 but at 4", "lunch wasn't 12, it was 14".

use super::{
    changed, is_row,
    values::{contrasted, place},
};
use crate::language::request::{
    Change, Outcome, PLANS,
    edits::becomes::{self, Cue},
    sentence::Sentence,
};

/// Reads what is denied first and said in truth behind.
pub(super) fn denied(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
            "isn't",
            "is not",
            "wasn't",
            "was not",
            "aren't",
            "are not",
            "ain't",
            "won't be",
            "will not be",
            "is no longer",
            "no longer",
        ])
        .or_else(|| {
            // "yoga's not at 6"
            (sentence.from + 1..sentence.to)
                .find(|at| sentence.word(*at) == "not" && sentence.word(at - 1).ends_with("'s"))
                .map(|at| (at, at + 1))
        })
        .filter(|(at, _)| *at > sentence.from)?;
    let rest = sentence.after(end);
    let (joint, behind) = rest
        .find(&[
            "but it's",
            "but it is",
            "but it was",
            "but is",
            "it's now",
            "it is now",
            "it's",
            "it is",
            "it was",
            "its",
            "they're",
            "but was",
            "but now",
            "but",
            "more like",
        ])
        .filter(|(at, end)| *at > rest.from && *end < rest.to)?;
    let row = sentence.until(at);
    if !is_row(&row) {
        return None;
    }
    let former = former(&rest.until(joint));
    let (new, _) = contrasted(&rest.after(behind));
    let counted = !former.amounts().is_empty() || former.tokens.number(former.from).is_some();
    let placed = place(&former);
    let dated = former.dated_from_hour(PLANS).ok()?;
    let timed = former.is_covered(&dated.used, &["on", "at", "in", "the", "for", "due", "by"]);
    let to = if timed {
        becomes::changes(&new, Cue::Untitled).ok()?
    } else if counted {
        becomes::changes(&new, Cue::Cost).ok()?
    } else if placed.is_some() {
        vec![Change::Location(place(&new)?)]
    } else {
        return None;
    };
    let fits = match to.first()? {
        Change::Move(_) | Change::Repeat(_) | Change::Length(_) => timed || counted,
        Change::Amount { .. } => counted,
        Change::Location(_) => placed.is_some(),
        _ => false,
    };
    fits.then(|| changed(&row, to))?
}

/// What it was, without "anymore".
fn former<'s, 't>(rest: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let rest = becomes::inner(rest);
    let ended = rest.find(&["anymore", "any more", "any longer", "after all"]);
    becomes::inner(&ended.map_or(rest, |(at, _)| rest.until(at)))
}
