//! "when is my dentist appointment", "what time does the review start".

use super::days_of;
use crate::language::request::{
    Outcome, PLANS, Request, edits::bare_title, phrases, sentence::Sentence,
};

/// Names of whatever comes next.
const GENERAL: [&str; 8] =
    ["meeting", "event", "appointment", "thing", "appt", "meetings", "events", "appointments"];

/// Without the verb at its end: "(when does) my dentist thing start".
fn without_verb<'s, 't>(rest: &Sentence<'s, 't>, used: &[(usize, usize)]) -> Sentence<'s, 't> {
    const VERBS: [&str; 16] = [
        "on",
        "at",
        "is",
        "are",
        "start",
        "starts",
        "begin",
        "begins",
        "end",
        "ends",
        "finish",
        "finishes",
        "happen",
        "happening",
        "again",
        "over",
    ];
    let is_cut = |at: usize| used.iter().any(|(from, to)| (*from..*to).contains(&at));
    let last = (rest.from..rest.to).rev().find(|at| rest.tokens.is_word(*at) && !is_cut(*at));
    match last.filter(|at| *at > rest.from && VERBS.contains(&rest.word(*at))) {
        Some(at) if (at + 1..rest.to).all(|at| is_cut(at) || !rest.tokens.is_word(at)) => {
            rest.until(at)
        }
        _ => *rest,
    }
}

/// Whether nothing but a part of the day is said: "evening" in "parents evening".
fn is_part_only(sentence: &Sentence<'_, '_>) -> bool {
    let found = sentence.scan(PLANS);
    !found.is_empty()
        && found.iter().all(|one| {
            one.parts.part.is_some()
                && one.parts.day.is_none()
                && one.to == one.from + 1
                && !matches!(sentence.word(one.from), "tonight" | "tomorrow")
                && one.from > 0
                && !matches!(sentence.word(one.from - 1), "this" | "in" | "the")
        })
}

/// "when is my dentist appointment", "what time is the game".
pub(super) fn when_is(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "when is",
        "when's",
        "when are",
        "when do i have",
        "when did i",
        "what time is",
        "what time's",
        "what day is",
        "what time does",
        "what time do i have",
        "when am i",
        "when does",
        "at what time is",
        "what date is",
        "when my",
        "when the",
        "when our",
        "what time my",
        "what time the",
        "what time our",
        "on which day is",
        "on what day is",
        "which day is",
        "which day's",
        "what day's",
        "what month is",
        "which month is",
        "what week is",
        "which week is",
        "which date is",
        "what's the date of",
        "what is the date of",
        "what's the time of",
        "what is the time of",
        "when have i got",
        "what time have i got",
        "what time am i",
        "what day am i",
        "which day am i",
    ])?;
    let (days, used) = match days_of(sentence) {
        // "when is parents evening": a part of the day alone belongs to the name.
        Ok(_) if is_part_only(sentence) => Default::default(),
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let told = matches!(sentence.word(end - 1), "my" | "the" | "our");
    let rest = sentence.after(end - usize::from(told));
    // "what time is it in tokyo", "when is christmas"
    let noun = rest.word(without_verb(&rest, &used).last_word());
    let mine = sentence.starts(&["when do i have", "what time do i have"]).is_some()
        || rest.starts(&["my", "the", "our", "next"]).is_some()
        || phrases::EVENT_NOUNS.contains(&noun)
            && !matches!(noun, "game" | "match" | "day" | "train" | "flight" | "show" | "launch")
        || rest.has(&["meeting", "appointment", "call", "with"])
        || !days.is_any()
            && !rest.has(&[
                "sunset",
                "sunrise",
                "game",
                "match",
                "weather",
                "open",
                "close",
                "bus",
                "train",
                "a",
                "it",
                "christmas",
                "easter",
            ])
            && (rest.from..rest.to).any(|at| {
                rest.tokens.is_word(at) && !used.iter().any(|(from, to)| (*from..*to).contains(&at))
            });
    if !mine || rest.starts(&["it", "the sunset", "the sunrise", "the next bus"]).is_some() {
        return None;
    }
    let next = usize::from(matches!(rest.word(rest.from), "my" | "the" | "our"));
    let next = next + usize::from(rest.word(rest.from + next) == "next");
    let rest = rest.after(rest.from + next);
    let rest = without_verb(&rest, &used);
    // "when am i next seeing Priya"
    let met = sentence
        .starts(&["when am i", "what time am i", "what day am i", "which day am i"])
        .and_then(|_| {
            rest.starts(&["seeing", "meeting with", "meeting", "having", "at", "doing", "on"])
        });
    let rest = met.map_or(rest, |end| {
        let named = rest.after(end);
        named.starts(&["my", "the", "our"]).map_or(named, |end| named.after(end))
    });
    let title = rest.title(&used);
    let target = bare_title(&title).to_owned();
    // "when is my next meeting" asks for whatever comes.
    let general = GENERAL.contains(&target.to_lowercase().as_str());
    let target = if general { String::new() } else { target };
    Some(Outcome::Done(Request::ListEvents {
        days,
        hours: None,
        words: Some(target).filter(|target| !target.is_empty()),
        next: true,
    }))
}
