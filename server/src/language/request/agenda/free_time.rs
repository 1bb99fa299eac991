//! Questions about free time.

use super::{asked, days_of, hours};
use crate::language::{
    offsets,
    request::{Outcome, Request, sentence::Sentence},
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

/// "is there a free hour on wednesday", "when do i have an hour free", "have i got any gaps".
fn asks_for_gap(sentence: &Sentence<'_, '_>) -> bool {
    const GAPS: [&str; 14] = [
        "free",
        "available",
        "availability",
        "gap",
        "gaps",
        "opening",
        "openings",
        "slot",
        "slots",
        "space",
        "room",
        "window",
        "windows",
        "spare",
    ];
    /// What a gap is made of, where its word stands before it.
    const TIMES: [&str; 20] = [
        "evenings",
        "mornings",
        "afternoons",
        "weekends",
        "hour",
        "hours",
        "time",
        "half",
        "morning",
        "afternoon",
        "evening",
        "day",
        "minutes",
        "slot",
        "slots",
        "spot",
        "moment",
        "minute",
        "mins",
        "days",
    ];
    let opened = sentence
        .starts(&[
            "is there",
            "are there",
            "do i have",
            "do we have",
            "have i got",
            "when do i have",
            "when have i got",
            "where do i have",
            "when will i have",
            "what",
            "which",
            "where is there",
            "where's",
            "got",
            "any",
            "when is there",
            "when's",
            "when are there",
            "show me",
            "find me",
        ])
        .is_some();
    opened
        && (sentence.from..sentence.to).any(|at| {
            let word = sentence.word(at);
            let behind = sentence.word(at + 1);
            let dated = || sentence.scan(super::PLANS).iter().any(|found| found.from == at + 1);
            GAPS.contains(&word)
                && match word {
                    // "is there a free concert", "is there a room for the party"
                    "free" | "available" | "spare" => {
                        TIMES.contains(&behind)
                            || !sentence.tokens.is_word(at + 1)
                            || dated()
                            || matches!(
                                behind,
                                "on" | "in"
                                    | "this"
                                    | "between"
                                    | "after"
                                    | "before"
                                    | "at"
                                    | "for"
                            )
                    }
                    "space" | "room" => matches!(behind, "for" | "in" | "on" | "to") || dated(),
                    "window" | "windows" | "opening" | "openings" | "slot" | "slots" => {
                        !sentence.has(&["close", "clean", "shop"])
                    }
                    _ => true,
                }
        })
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
        ],
    );
    let find_length = sentence
        .starts(&["find me", "find us", "find"])
        .and_then(|end| offsets::length(sentence.tokens, end))
        .is_some();
    let is_free = sentence.starts(&["is", "are"]).is_some()
        && sentence.tokens.any(sentence.last_word(), &["free", "available", "open", "clear"]);
    if starts.is_none() && !find_length && !is_free && !asks_for_gap(sentence) {
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
    let (days, _) = match days_of(rest) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let minutes = (sentence.from..sentence.to).find_map(|at| {
        offsets::length(sentence.tokens, at)
            .filter(|(_, end)| {
                *end <= sentence.to && !matches!(sentence.word(*end), "ago" | "from")
            })
            .and_then(|(length, _)| resolve::minutes(&length))
    });
    let minutes = minutes.or_else(|| free_hour(sentence));
    let hours = hours::said(rest);
    Some(Outcome::Done(Request::FindFreeTime { days, hours, minutes, whether }))
}

/// The length of "a free hour", "a spare half hour".
fn free_hour(sentence: &Sentence<'_, '_>) -> Option<u32> {
    let (at, _) = sentence.find(&["free", "spare", "open", "clear"])?;
    match (sentence.word(at + 1), sentence.word(at + 2)) {
        ("hour", _) => Some(60),
        ("half", "hour") => Some(30),
        _ => None,
    }
}
