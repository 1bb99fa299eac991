//! Questions about free time.

use super::{asked, days_of, gaps, hours};
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
        ],
    );
    let find_length = sentence
        .starts(&["find me", "find us", "find"])
        .and_then(|end| offsets::length(sentence.tokens, end))
        .is_some();
    let is_free = sentence.starts(&["is", "are"]).is_some()
        && sentence.tokens.any(sentence.last_word(), &["free", "available", "open", "clear"]);
    if starts.is_none() && !find_length && !is_free && !gaps::asks_for_gap(sentence) {
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
    let minutes = minutes.or_else(|| gaps::free_hour(sentence));
    let hours = hours::said(rest);
    Some(Outcome::Done(Request::FindFreeTime { days, hours, minutes, whether }))
}
