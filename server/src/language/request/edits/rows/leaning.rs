//! Rows named by what was said or shown before: "it", "that expense", "the second one", "the last
//! two", "both".

use super::kind;
use crate::language::{
    numbers,
    request::{Item, Target, Which, sentence::Sentence},
};

/// Words that stand for the row just spoken of.
const LAST: [&str; 9] = [
    "it",
    "that",
    "this",
    "that one",
    "this one",
    "the last one",
    "that last one",
    "one",
    "the one",
];

/// Words that stand for all rows just spoken of.
const ALL_LAST: [&str; 14] = [
    "them",
    "those",
    "these",
    "both",
    "all of them",
    "all of those",
    "all of these",
    "them all",
    "both of them",
    "all those",
    "all these",
    "every one of them",
    "the lot",
    "them both",
];

/// A row named by what was said or shown before.
pub(in crate::language::request) fn leaning(sentence: &Sentence<'_, '_>) -> Option<Target> {
    which(sentence).and_then(|which| which.target)
}

/// The same with its kind, where a noun says that: "that expense".
pub(in crate::language::request) fn which(sentence: &Sentence<'_, '_>) -> Option<Which> {
    let whole = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            sentence.exactly(sentence.from, phrase).is_some_and(|end| sentence.only_marks(end))
        })
    };
    if whole(&LAST) {
        return Some(Which::last());
    }
    let of = |target| Which { target: Some(target), ..Which::default() };
    if whole(&ALL_LAST) {
        return Some(of(Target::AllLast));
    }
    if let Some(item) = last_of_kind(sentence) {
        return Some(Which { item, ..Which::last() });
    }
    place(sentence).map(Target::Place).or_else(|| places(sentence).map(Target::Places)).map(of)
}

/// "that expense", "the last task", "my last entry", "the event": the last one of its kind.
fn last_of_kind(sentence: &Sentence<'_, '_>) -> Option<Item> {
    let said = sentence.starts(&["the", "that", "this", "my"])?;
    let rest = sentence.after(said);
    let rest =
        rest.starts(&["last", "latest", "most recent", "new"]).map_or(rest, |end| rest.after(end));
    let noun = rest.word(rest.from);
    let item = match kind(noun) {
        Some((item, false)) => item,
        Some((_, true)) => return None,
        // "the thing" may be anything, "that thing" is what was just spoken of.
        None if matches!(noun, "entry" | "thing" | "item")
            && (rest.from > said || !sentence.tokens.is(sentence.from, "the")) =>
        {
            Item::Either
        }
        None => return None,
    };
    rest.only_marks(rest.from + 1).then_some(item)
}

/// "the second one", "number 2", "#2", "the 3rd task": a place in a list, and nothing else.
pub(in crate::language::request) fn place(sentence: &Sentence<'_, '_>) -> Option<i32> {
    let tokens = sentence.tokens;
    let mut at = sentence.from;
    at += usize::from(tokens.is(at, "the"));
    if tokens.is(at, "last") && tokens.any(at + 1, &["one", "option", "choice"]) {
        return sentence.only_marks(at + 2).then_some(-1);
    }
    let label = tokens.any(at, &["number", "option", "choice", "no"]) || tokens.is_mark(at, '#');
    if label {
        at += 1 + usize::from(tokens.is_mark(at + 1, '.') && tokens.glued(at + 1));
        let (number, end) = tokens
            .number(at)
            .map(|number| (number, at + 1))
            .or_else(|| numbers::words(tokens, at))?;
        return in_list(number).filter(|_| sentence.only_marks(end));
    }
    let (number, end) = numbers::ordinal(tokens, at)?;
    let noun = kind(tokens.word(end)).is_some_and(|(_, plural)| !plural);
    let end = end + usize::from(noun || tokens.any(end, &["one", "option", "choice"]));
    in_list(number).filter(|_| sentence.only_marks(end))
}

/// Longer lists are not shown, so a larger number is a day or an amount.
fn in_list(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|number| (1..=50).contains(number))
}

/// "the first two", "the last three", "the first and the third", "1, 2 and 4".
fn places(sentence: &Sentence<'_, '_>) -> Option<Vec<i32>> {
    let tokens = sentence.tokens;
    let start = sentence.from + usize::from(tokens.is(sentence.from, "the"));
    let last = tokens.is(start, "last");
    if last || tokens.is(start, "first") {
        let (count, end) = match tokens.number(start + 1) {
            Some(count) => (count, start + 2),
            None => numbers::words(tokens, start + 1)
                .or_else(|| tokens.is(start + 1, "couple").then_some((2, start + 2)))?,
        };
        let noun = kind(tokens.word(end)).is_some() || tokens.any(end, &["ones", "items"]);
        let count = in_list(count).filter(|count| *count > 1)?;
        if !sentence.only_marks(end + usize::from(noun)) {
            return None;
        }
        return Some(if last { (-count..0).collect() } else { (1..=count).collect() });
    }
    several(sentence)
}

/// Places one behind the other: "1 and 3", "the first and the last one".
fn several(sentence: &Sentence<'_, '_>) -> Option<Vec<i32>> {
    let tokens = sentence.tokens;
    let mut found = Vec::new();
    let mut from = sentence.from;
    for at in sentence.from..=sentence.to {
        let joint = at == sentence.to || tokens.is(at, "and") || tokens.is_mark(at, ',');
        if !joint {
            continue;
        }
        let one = Sentence { from, to: at, ..*sentence };
        from = at + 1;
        if one.is_empty() {
            continue;
        }
        let bare = tokens.number(one.from).filter(|_| one.only_marks(one.from + 1));
        let last = one.starts(&["the last one", "the last", "last"]);
        found.push(match (bare.and_then(in_list), last) {
            (Some(place), _) => place,
            (None, Some(end)) if one.only_marks(end) => -1,
            _ => place(&one)?,
        });
    }
    (found.len() > 1).then_some(found)
}
