//! What something cost in truth: "lunch: 14 not 12", "i paid 14 for lunch, not 12", "make the taxi
//! £18", "lower the lunch expense to 12".

use super::{is_row, values::contrasted};
use crate::language::{
    money::{Found, Weight},
    request::{
        Change, Item, Outcome, Request, Which, create,
        edits::{
            becomes::{self, Cue},
            reschedule, rows,
        },
        sentence::Sentence,
    },
};

/// Reads another amount.
pub(super) fn corrected(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    paid(sentence)
        .or_else(|| replaced(sentence))
        .or_else(|| noted(sentence))
        .or_else(|| set(sentence))
}

fn cost(row: &Sentence<'_, '_>, to: Change) -> Option<Outcome> {
    let row = becomes::inner(row);
    if !is_row(&row) {
        return None;
    }
    let which = reschedule::renamed(&row, Item::Expense)?.ok()?;
    let item = if which.leans() { which.item } else { Item::Expense };
    Some(Outcome::Done(Request::Change { which: Which { item, ..which }, to: vec![to] }))
}

/// The amount that the words are, and nothing else.
fn whole(words: &Sentence<'_, '_>) -> Option<Change> {
    let words = becomes::inner(words);
    let words =
        words.starts(&["just", "only", "really", "in fact"]).map_or(words, |end| words.after(end));
    becomes::changes(&words, Cue::Cost)
        .ok()?
        .into_iter()
        .find(|change| matches!(change, Change::Amount { .. }))
}

/// The first amount of the words, bare or not.
fn first(words: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let marked = |found: &Found| (found.from, found.to);
    words.amounts().first().map(marked).or_else(|| {
        (words.from..words.to).find(|at| words.tokens.number(*at).is_some()).map(|at| (at, at + 1))
    })
}

/// The part in front of "not 12", if an amount is denied at the end.
fn denied<'s, 't>(sentence: &Sentence<'s, 't>) -> Option<Sentence<'s, 't>> {
    let (at, end) = sentence
        .find(&["and not", "not", "instead of", "rather than"])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    whole(&sentence.after(end))?;
    Some(becomes::inner(&sentence.until(at)))
}

/// "i paid 14 for lunch, not 12", "i actually spent 14 on lunch".
fn paid(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let opened = sentence.starts(&[
        "i actually paid",
        "i actually spent",
        "i only paid",
        "i only spent",
        "we actually paid",
        "i paid",
        "i spent",
        "we paid",
        "we spent",
        "paid",
        "spent",
        "it was",
        "that was",
    ])?;
    let sure = matches!(sentence.word(sentence.from + 1), "actually" | "only");
    let front = denied(sentence);
    let body = front.unwrap_or(*sentence).after(opened);
    if !sure && front.is_none() {
        return None;
    }
    let (from, to) = first(&body).filter(|(from, _)| *from == body.from)?;
    let row = body.after(to).starts(&["for", "on"]).map(|end| body.after(end))?;
    // "i only spent 14 on lunch yesterday" is news, which has an end of its own.
    (row.starts(&["the", "that", "my"]).is_some() || front.is_some() || sure)
        .then(|| cost(&row, whole(&body.after(from).until(to))?))?
}

/// "lunch: 14 not 12", "lunch cost me 14 not 12": whatever costs a number is no clock time where
/// the words say so, or nothing in it takes place.
pub(super) fn replaced(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = denied(sentence)?;
    let fix = ["fix", "correct", "change", "update", "edit", "make", "set"];
    let body = body.starts(&fix).map_or(body, |end| body.after(end));
    let (from, _) = first(&body).filter(|(from, to)| *from > body.from && body.only_marks(*to))?;
    let marked =
        body.amounts().iter().any(|found| found.from == from && found.weight >= Weight::Decimal);
    let front = becomes::inner(&body.until(from));
    let said = front.find(&[
        "should have cost",
        "should have been",
        "should've been",
        "should be",
        "cost me",
        "costs me",
        "costs",
        "cost",
        "was",
        "were",
        "is",
        "are",
        "came to",
        "to",
        "at",
    ]);
    let row = said.filter(|(at, end)| *at > front.from && front.only_marks(*end));
    let row = row.map_or(front, |(at, _)| front.until(at));
    let spent = said.is_some_and(|(at, _)| front.word(at).starts_with("cost"));
    let known = rows::kind(row.word(row.last_word())) == Some((Item::Expense, false));
    let timed = !(marked || spent || known)
        && (create::names_event(&row) && !front.tokens.any(row.last_word(), &MEALS)
            || matches!(front.word(front.last_word()), "at" | "is"));
    // "make yoga 4 instead of 3" says when.
    let made = sentence.word(sentence.from) == "make" && !marked && !known;
    (!timed && !made && !create::is_imperative(&row))
        .then(|| cost(&row, whole(&body.after(from))?))?
}

/// Meals are bought as often as they take place.
const MEALS: [&str; 4] = ["lunch", "breakfast", "dinner", "brunch"];

/// "the lunch expense was 14", "the amount of lunch was 14": of one that is noted.
fn noted(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&["should say", "was", "is"])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    let row = sentence.until(at);
    let last = row.word(row.last_word());
    let expense = last == "one" || rows::kind(last) == Some((Item::Expense, false));
    let defined = row.starts(&["the", "that", "my"]).is_some();
    let (new, _) = contrasted(&sentence.after(end));
    (expense && defined && row.to - row.from >= 3).then(|| cost(&row, whole(&new)?))?
}

/// "lower the lunch expense to 12", "make the taxi £18", "bump lunch up to 14 euros".
fn set(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "lower", "raise", "increase", "reduce", "bump up", "bump", "up", "drop", "make", "put",
        "set",
    ])?;
    let made = matches!(sentence.word(sentence.from), "make" | "put" | "set");
    // "bump standup to 9.45" says when.
    let least = if matches!(sentence.word(sentence.from), "bump" | "drop" | "put" | "set") {
        Weight::Marked
    } else {
        Weight::Decimal
    };
    let (body, _) = contrasted(&sentence.after(verb));
    let (from, to) = first(&body).filter(|(from, to)| *from > body.from && body.only_marks(*to))?;
    let marked = body.amounts().iter().any(|found| found.from == from && found.weight >= least);
    let joints = (body.from..from)
        .rev()
        .take_while(|at| matches!(body.word(*at), "to" | "up" | "down"))
        .count();
    let row = body.until(from - joints);
    let expense = rows::kind(row.word(row.last_word())) == Some((Item::Expense, false));
    let joined = joints > 0 || made && sentence.word(sentence.from) == "make";
    (joined && (expense || marked) && rows::leaning(&row).is_none())
        .then(|| cost(&row, whole(&body.after(from).until(to))?))?
}
