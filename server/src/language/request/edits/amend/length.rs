//! Another length: "extend the meeting by 30 minutes", "make the call 15 minutes shorter", "add 20
//! minutes to it", "make Alice's meeting 2 hours".

use super::about;
use crate::language::{
    offsets,
    request::{Change, Item, Outcome, create, edits::rows, sentence::Sentence},
    resolve,
};

/// How a length changes the one that a row has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Longer,
    Shorter,
    /// It takes its place.
    Exactly,
}

/// Reads a change of how long something takes.
pub(super) fn length(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    added(sentence)
        .or_else(|| extended(sentence))
        .or_else(|| made(sentence))
        .or_else(|| lasts(sentence))
        .or_else(|| given(sentence))
}

/// "the review will take 2 hours", "the call lasts 20 minutes now".
fn lasts(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
            "will take",
            "will last",
            "takes",
            "lasts",
            "is going to take",
            "should take",
            "should last",
            "should only be",
            "should only take",
            "only needs",
            "only takes",
            "is only",
            "runs for",
            "goes on for",
            "is",
        ])
        .filter(|(at, _)| *at > sentence.from)?;
    let (length, behind) = offsets::length(sentence.tokens, end)?;
    let tail = sentence.after(behind).starts(&["long now", "now", "long", "instead", "only"]);
    // "the station is 20 minutes" from somewhere: of "is" something has to say that it is new.
    if end == at + 1 && sentence.word(at) == "is" && tail.is_none() {
        return None;
    }
    let behind = tail.unwrap_or(behind);
    // "the drive takes 2 hours" is of a known thing, "pilates lasts 50 minutes now" of any.
    let known = sentence.starts(&["the", "my", "our"]).is_some()
        || tail.is_some()
        || end > at + 1
        || sentence.word(at) == "lasts";
    let short = at - sentence.from <= 6
        && sentence.starts(&["it", "i", "he", "she", "they", "we", "this", "that"]).is_none();
    if !known || !short || sentence.is_question() || !sentence.only_marks(behind) {
        return None;
    }
    outcome(&sentence.until(at), i64::from(resolve::minutes(&length)?), Side::Exactly)
}

fn outcome(old: &Sentence<'_, '_>, minutes: i64, side: Side) -> Option<Outcome> {
    let to = match side {
        Side::Longer => Change::Longer(minutes),
        Side::Shorter => Change::Longer(-minutes),
        Side::Exactly => Change::Length(minutes),
    };
    about(old, Item::Event, Ok(vec![to]))
}

/// "add 20 minutes to it", "take half an hour off the call".
fn added(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&["add", "tack on", "take", "knock", "shave", "cut"])?;
    let grows = matches!(sentence.word(sentence.from), "add" | "tack");
    let body = sentence.after(verb);
    let (at, length, end) = body.length().filter(|(at, ..)| *at <= body.from + 1)?;
    let more = body.starts(&["another", "an extra"]).unwrap_or(body.from);
    let rest = body.after(end);
    let joint = rest.starts(if grows { &["to", "onto"] } else { &["off of", "off", "from"] })?;
    let old = rest.after(joint);
    // "add 2 hours to my timesheet" is something to do; a row is named by "the", "it" or a place.
    let known = rows::leaning(&old).is_some() || old.starts(&["the", "my", "our"]).is_some();
    if at > more || old.is_empty() || !known {
        return None;
    }
    let minutes = i64::from(resolve::minutes(&length)?);
    outcome(&old, minutes, if grows { Side::Longer } else { Side::Shorter })
}

/// "extend the meeting by 30 minutes", "shorten the call to 20 minutes".
fn extended(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "extend", "lengthen", "prolong", "shorten", "cut", "trim", "reduce", "stretch",
    ])?;
    let body = sentence.after(verb);
    let (at, length, end) = body.length()?;
    let tail = body.after(end);
    let said = tail.starts(&["longer", "shorter"]);
    if !body.only_marks(said.unwrap_or(end)) {
        return None;
    }
    let minutes = i64::from(resolve::minutes(&length)?);
    let joint = usize::from(at > body.from && matches!(body.word(at - 1), "by" | "to"));
    let shorter = tail.starts(&["shorter"]).is_some()
        || matches!(sentence.word(sentence.from), "shorten" | "cut" | "trim" | "reduce");
    let side = match (joint == 1 && body.word(at - 1) == "to", shorter) {
        (true, _) => Side::Exactly,
        (false, true) => Side::Shorter,
        (false, false) => Side::Longer,
    };
    let old = body.until(at - joint);
    let last = old.last_word();
    let way = matches!(old.word(last), "down" | "short" | "out" | "back") && last > old.from;
    let old = if way { old.until(last) } else { old };
    // "trim the hedge for 20 minutes", "stretch the dough to ..." are things to do.
    let own = matches!(sentence.word(sentence.from), "trim" | "reduce" | "stretch");
    if own && !create::names_event(&old) && rows::leaning(&old).is_none() {
        return None;
    }
    outcome(&old, minutes, side)
}

/// "give the meeting another 15 minutes", "give the call an hour".
fn given(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = sentence.after(sentence.starts(&["give"])?);
    let (at, length, end) = body.length()?;
    let more = |at: usize| matches!(body.word(at), "another" | "extra" | "more");
    let from = (at.saturating_sub(2).max(body.from + 1)..=at)
        .find(|at| more(*at) || matches!(body.word(*at), "a" | "an"))
        .unwrap_or(at);
    let grows = (from..at).any(more) || more(end) || body.word(end) == "longer";
    let old = body.until(from);
    // "give me an hour", "give the dog 20 minutes" ask for something else.
    let others = ["me", "us", "him", "her", "them", "the", "a", "an", "everyone", "it"];
    let named = old.starts(&others).is_none() && old.to - old.from <= 5;
    let known = rows::leaning(&old).is_some() || named || create::names_event(&old);
    let end = end + usize::from(more(end) || body.word(end) == "longer");
    let side = if grows { Side::Longer } else { Side::Exactly };
    (known && body.only_marks(end) && !old.is_empty())
        .then(|| outcome(&old, i64::from(resolve::minutes(&length)?), side))?
}

/// "make the call 15 minutes shorter", "make it longer by half an hour", "make the review 2 hours
/// long".
fn made(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&["make"])?;
    let body = sentence.after(verb);
    let (at, length, end) = body.length()?;
    let minutes = i64::from(resolve::minutes(&length)?);
    let side = |place: usize| match body.word(place) {
        "longer" => Some(Side::Longer),
        "shorter" => Some(Side::Shorter),
        _ => None,
    };
    // "longer by 15 minutes"
    if at > body.from + 1
        && body.word(at - 1) == "by"
        && let Some(side) = side(at - 2)
        && body.only_marks(end)
    {
        return outcome(&body.until(at - 2), minutes, side);
    }
    if let Some(side) = side(end).filter(|_| body.only_marks(end + 1)) {
        return outcome(&body.until(at), minutes, side);
    }
    let long = end + usize::from(body.word(end) == "long");
    let old = body.until(at);
    let links = (old.from..old.to)
        .rev()
        .take_while(|at| matches!(old.word(*at), "last" | "only" | "be"))
        .count();
    let old = old.until(old.to - links);
    let named = old.starts(&["the", "my", "our", "that", "this"]).is_some()
        || (old.from..old.to).any(|at| old.word(at).ends_with("'s"));
    // "make pilates 45 minutes": of a bare name where no more than that is said.
    let sure = long > end || named || old.to - old.from <= 4;
    (sure && body.only_marks(long) && !old.is_empty())
        .then(|| outcome(&old, minutes, Side::Exactly))
        .flatten()
}
