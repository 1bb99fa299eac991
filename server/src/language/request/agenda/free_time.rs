//! Questions about free time.

use super::{asked, gaps, hours};
use crate::language::{
    offsets,
    request::{
        Days, Outcome, PLANS, Request,
        sentence::{Dated, Sentence},
    },
    resolve,
};

/// Questions whose "in" belongs to the verb.
const SQUEEZES: [&str; 12] = [
    "when can i fit in",
    "where can i fit in",
    "when can i squeeze in",
    "where can i squeeze in",
    "when could i fit in",
    "when could i squeeze in",
    "can i fit in",
    "can i squeeze in",
    "could i fit in",
    "could i squeeze in",
    "can we fit in",
    "can we squeeze in",
];

/// "can i squeeze in a half hour call on wednesday": the wish is polite and a question all the same.
pub(super) fn squeezed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let rest = sentence.after(sentence.starts(&SQUEEZES)?);
    found(sentence, &rest, false)
}

/// "when am i free tomorrow", "find me an hour on friday afternoon".
pub(super) fn free_time(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let starts = asked(
        sentence,
        &[
            "find time",
            "find me time",
            "find a time",
            "find us a time",
            "find some time",
            "find a slot",
            "find me a slot",
            "free slots",
            "free slot",
            "free time",
            "open slots",
            "when am i free",
            "when are we free",
            "when i'm free",
            "when i am free",
            "i'm free",
            "i am free",
            "i'm available",
            "i have time",
            "i've got time",
            "what times i'm free",
            "am i free",
            "am i available",
            "when am i available",
            "what times am i free",
            "any gaps",
            "any free",
            "gaps",
            "any gap",
            "when can i fit",
            "where can i fit",
            "where could i fit",
            "where could i squeeze",
            "when would i have time",
            "show my open slots",
            "show me my open slots",
            "show open slots",
            "show my free slots",
            "show my availability",
            "list my free slots",
            "what slots are free",
            "which slots are free",
            "find me some time",
            "find me a free",
            "find a free",
            "find a time slot",
            "got any free",
            "got time",
            "when can i squeeze",
            "where can i squeeze",
            "when do i have time",
            "do i have time",
            "have i got time",
            "when could i",
            "when is my next free",
            "my availability",
            "show my free",
            "show me my free",
            "what's my availability",
            "is there a gap",
            "is there time",
            "when do i have a free",
            "do i have any free",
            "do i have a free",
            "do i have a gap",
            "show free",
            "find free",
            "find me free",
            "find a gap",
            "find an opening",
            "any openings",
            "any time free",
            "suggest a time",
            "how free am i",
            "do i have an hour",
            "do i have any time",
            "when's a good time",
            "when is a good time",
            "find me a gap",
            "what time am i free",
            "list free",
            "first free",
            "next free",
            "earliest free",
            "find the first free",
            "find the next free",
            "find the earliest free",
            "find me the first free",
            "find me the next free",
            "find my next free",
            "find my first free",
            "what's the first free",
            "what's the next free",
            "what's the earliest free",
            "what's my next free",
            "what's my first free",
            "what is my next free",
            "what is the first free",
            "what is the earliest free",
            "what is the next free",
            "when is the next free",
            "when is the first free",
            "when's my next free",
            "when's the next free",
            "when's the first free",
            "the first free",
            "the next free",
            "my next free",
        ],
    );
    let find_length = sentence
        .starts(&["find me", "find us", "find"])
        .and_then(|end| offsets::length(sentence.tokens, end))
        .is_some();
    // "free on friday?", "free tiem tomorrow?"
    let asked_free = sentence.tokens.is(sentence.from, "free")
        && sentence.is_question()
        && (sentence
            .after(sentence.from + 1)
            .starts(&["on", "at", "this", "next", "in"])
            .is_some()
            || sentence.after(sentence.from + 1).starts_with_date()
            || strsim::osa_distance(sentence.word(sentence.from + 1), "time") == 1);
    let is_free = sentence.starts(&["is", "are"]).is_some()
        && sentence.tokens.any(sentence.last_word(), &["free", "available", "open", "clear"]);
    if starts.is_none()
        && !leads_first(sentence)
        && !find_length
        && !is_free
        && !asked_free
        && !gaps::asks_for_gap(sentence)
    {
        return None;
    }
    let whether = is_free
        || sentence.starts(&["am i", "are we", "do i have time", "have i got time"]).is_some();
    // "squeeze in an hour" is no hour from now.
    let rest = sentence.starts(&SQUEEZES).map_or(*sentence, |end| sentence.after(end));
    found(sentence, &rest, whether)
}

/// The question with its days, its hours and how long the time has to be.
fn found(sentence: &Sentence<'_, '_>, rest: &Sentence<'_, '_>, whether: bool) -> Option<Outcome> {
    // "30 minutes after lunch" is no time of day.
    let length = (sentence.from..sentence.to).find_map(|at| {
        let (length, end) = offsets::length(sentence.tokens, at)?;
        let here = end <= sentence.to && !matches!(sentence.word(end), "ago" | "from");
        here.then_some((resolve::minutes(&length)?, (at, end)))
    });
    let taken: Vec<(usize, usize)> = length.iter().map(|(_, span)| *span).collect();
    let dated = match rest.dated_beside(&taken, PLANS) {
        Ok(dated) => dated,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let days = days(rest, &dated);
    let minutes = length.map(|(minutes, _)| minutes).or_else(|| gaps::free_hour(sentence));
    let hours = hours::of(rest, &dated);
    let first = (sentence.has(&FIRST) || leads_first(sentence)) && !whether;
    Some(Outcome::Done(Request::FindFreeTime { days, hours, minutes, whether, first }))
}

/// "first free 30 minutes": the word in front may be taken for the beginning of a list.
fn leads_first(sentence: &Sentence<'_, '_>) -> bool {
    let before = sentence.from.checked_sub(1);
    before.is_some_and(|before| sentence.tokens.is(before, "first"))
        && sentence.starts(&["free", "available"]).is_some()
}

/// Only one free time is asked for.
const FIRST: [&str; 8] = [
    "first free",
    "next free",
    "earliest free",
    "soonest free",
    "first available",
    "next available",
    "next gap",
    "first gap",
];

/// The days that are asked about. A part of the day or an hour leaves them as they are said: "next
/// week in the morning", "wednesday before noon".
fn days(rest: &Sentence<'_, '_>, dated: &Dated) -> Days {
    let parts = &dated.parts;
    let said = parts.day.filter(|_| parts.end_day.is_none() && !parts.until && !parts.since);
    let settled = said.and_then(|slot| slot.settle(rest.today(), PLANS).ok());
    match settled.filter(|_| parts.part.is_some() || parts.clock.is_some()) {
        Some(settled) => Days {
            first: Some(settled.first.max(rest.today())),
            last: Some(settled.last.unwrap_or(settled.first)),
        },
        None => rest.days_in(dated),
    }
}
