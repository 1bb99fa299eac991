//! A part of what was offered, listed or proposed: "only the first two", "the one with Bob",
//! "the first one too", "not that one, the other".

use super::{answers::polite_end, from_correction, words_of};
use crate::language::request::{
    FollowUp, Target, create,
    edits::{self, rows},
    sentence::Sentence,
    spending,
};

/// Said of the other one of two.
#[rustfmt::skip]
const OTHER: [&str; 14] = [
    "the other one", "the other", "other one", "not that one the other one",
    "not that one the other", "not that the other one", "not this one the other one",
    "not this one the other", "not that one", "wrong one", "not it the other one",
    "it was the other one", "that's the wrong one", "the wrong one",
];

/// Questions about the row just spoken of.
#[rustfmt::skip]
const SHOW: [&str; 33] = [
    "when is it", "when's it", "when is that", "when's that", "when was it", "when was that",
    "where is it", "where's it", "where is that", "where's that", "what time does it start",
    "what time does it end", "what time does it finish", "what time does it begin",
    "what time is that", "what day is that", "when does it start", "when does it end",
    "when does it finish", "when does it begin", "how long is it", "how long is that",
    "how long does it last", "how long does it take", "when is it due", "when's it due",
    "what priority is it", "what category is it", "what category is that", "who is it with",
    "how much was it", "how much was that", "show it",
];

/// Wishes to have what was removed again.
#[rustfmt::skip]
const RESTORE: [&str; 26] = [
    "bring it back", "bring that back", "bring them back", "bring both back", "restore it",
    "restore that", "restore them", "restore both", "restore", "undelete it", "undelete that",
    "undelete them", "undelete", "uncancel it", "uncancel that", "undo the deletion",
    "undo the delete", "undo the removal", "undo the cancellation", "undo that deletion",
    "undo deletion", "undo delete", "i want it back", "get it back", "i want them back",
    "recover it",
];

/// Questions for what comes after what was just named as the next.
#[rustfmt::skip]
const AFTER: [&str; 16] = [
    "and after that", "what's after that", "what is after that", "after that", "and then",
    "and then what", "then what", "what's next after that", "and the one after that",
    "and the one after", "the one after that", "the one after", "what comes after that",
    "what comes after", "what about after that", "and next",
];

/// What can be read before a question that goes on is looked for.
pub(super) fn surely(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    let body = from_correction(whole).unwrap_or(*whole);
    let body =
        body.starts(&["please", "never mind", "nevermind"]).map_or(body, |end| body.after(end));
    let body = unmarked(&body);
    let said = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            words_of(phrase, &body)
                .is_some_and(|end| polite_end(&body, end) || body.only_marks(end))
        })
    };
    // "wrong" begins a correction and this answer as well.
    let other = |phrase: &&str| {
        words_of(phrase, whole).is_some_and(|end| polite_end(whole, end) || whole.only_marks(end))
    };
    if said(&OTHER) || OTHER.iter().any(other) {
        return Some(FollowUp::Other);
    }
    if said(&RESTORE) {
        return Some(FollowUp::Restore);
    }
    if said(&SHOW) {
        return Some(FollowUp::Show);
    }
    if said(&AFTER) {
        return Some(FollowUp::After);
    }
    only(whole, false).or_else(|| same(whole, false)).or_else(|| all(&body))
}

/// What may be read where the message is nothing else.
pub(super) fn perhaps(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    let plain = whole.plain();
    let taken = edits::explicit(whole).is_some()
        || edits::read(whole).is_some()
        || spending::record(whole).is_some()
        || !whole.amounts().is_empty() && whole.find(&["one"]).is_none();
    if taken || create::is_imperative(&plain) {
        return None;
    }
    only(whole, true).or_else(|| same(whole, true)).or_else(|| named(&unmarked(whole)))
}

fn unmarked<'s, 't>(sentence: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let from = (sentence.from..sentence.to).find(|at| sentence.tokens.mark(*at).is_none());
    let to = (sentence.from..sentence.to).rev().find(|at| sentence.tokens.mark(*at).is_none());
    match (from, to) {
        (Some(from), Some(to)) => sentence.after(from).until(to + 1),
        _ => *sentence,
    }
}

/// "both", "all of them", "no wait, both".
fn all(body: &Sentence<'_, '_>) -> Option<FollowUp> {
    let target = rows::leaning(body).filter(|target| *target == Target::AllLast);
    let plural = body.starts(&["them", "those", "these"]).is_none();
    target.filter(|_| plural).map(|part| FollowUp::Only { part, others: false })
}

/// "only the first two", "just Bob", "all but the dentist".
fn only(whole: &Sentence<'_, '_>, by_words: bool) -> Option<FollowUp> {
    let body = whole
        .starts(&["yes but", "yes", "ok but", "ok", "no wait", "no", "wait", "but"])
        .map_or(*whole, |end| whole.after(end));
    let body = unmarked(&body);
    let others = body.starts(&[
        "all but",
        "all except",
        "everything but",
        "everything except",
        "all of them but",
        "all of them except",
        "all apart from",
        "everything apart from",
        "except for",
        "except",
        "but not",
        "not",
    ]);
    let end = others.or_else(|| body.starts(&["only", "just", "delete only", "only delete"]))?;
    let rest = body.after(end);
    let part = part(&rest, by_words)?;
    Some(FollowUp::Only { part, others: others.is_some() })
}

/// "the first one too", "same for the gym", "and the second one".
fn same(whole: &Sentence<'_, '_>, by_words: bool) -> Option<FollowUp> {
    let body = unmarked(whole);
    let led = body.starts(&[
        "and the same for",
        "and the same with",
        "do the same for",
        "do the same with",
        "the same for",
        "same for",
        "same with",
        "same thing for",
        "and same for",
        "likewise",
    ]);
    let (rest, by_words) = match led {
        Some(end) => (body.after(end), by_words),
        None => {
            let last = body.last_word();
            let end = match body.word(last) {
                "too" | "also" => last,
                "well" if last > body.from && body.word(last - 1) == "as" => last - 1,
                // "and the second one": only a place says that something is left out.
                _ if body.starts(&["and", "also"]).is_some() => body.to,
                _ => return None,
            };
            let rest = body.until(end);
            let rest = rest.starts(&["and also", "and", "also"]).map_or(rest, |to| rest.after(to));
            (unmarked(&rest), by_words && end < body.to)
        }
    };
    part(&rest, by_words).filter(|part| *part != Target::Last).map(FollowUp::Same)
}

/// How many tokens a name has at most that stands for a row.
const NAME: usize = 5;

/// The rows that a few words name: by place, or by their own words.
fn part(rest: &Sentence<'_, '_>, by_words: bool) -> Option<Target> {
    if rest.is_empty() {
        return None;
    }
    if let Some(target) = rows::leaning(rest) {
        return Some(target);
    }
    let short = rest.to - rest.from <= NAME && !create::is_imperative(rest);
    let name = edits::bare_title(&rest.title(&[])).to_owned();
    (by_words && short && !name.is_empty()).then_some(Target::Words(name))
}

/// "the one with Bob", "the 2pm one", "Bob's one".
fn named(body: &Sentence<'_, '_>) -> Option<FollowUp> {
    if body.to - body.from > NAME + 2 {
        return None;
    }
    let rest = match body.starts(&["the one", "that one"]) {
        Some(end) => body.after(end),
        None => {
            let last = body.last_word();
            if body.word(last) != "one" || body.to - body.from < 2 || body.is_question() {
                return None;
            }
            body.until(last)
        }
    };
    let rest = rest
        .starts(&["with", "at", "on", "for", "from", "in", "about", "called", "that's", "the"])
        .map_or(rest, |end| rest.after(end));
    let words = rest.verbatim();
    (!words.is_empty()).then_some(FollowUp::Named(words))
}
