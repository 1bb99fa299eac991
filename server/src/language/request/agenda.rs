//! Questions about the calendar and the task list, and about free time.

mod counts;
mod fillers;
mod free_time;
mod hours;
mod tasks;

use super::{Days, Outcome, PLANS, Question, Request, SPENT, sentence::Sentence};
use crate::language::Direction;
use fillers::{FILLER, SHOW};
use free_time::free_time;
use tasks::tasks;

/// Reads a question about plans.
pub(super) fn query(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    free_time(&plain)
        .or_else(|| counts::counts(&plain))
        .or_else(|| tasks(&plain))
        .or_else(|| events(&plain))
}

/// The days of a question and the tokens that name them. What was done lies behind, what is
/// planned ahead.
fn days_of(sentence: &Sentence<'_, '_>) -> Result<(Days, Vec<(usize, usize)>), Question> {
    sentence.days(looking(sentence)).map(|(days, dated)| (days, dated.used))
}

/// Which way a question looks: "what did I do on monday" looks back.
fn looking(sentence: &Sentence<'_, '_>) -> Direction {
    let past = sentence.has(&[
        "did i do",
        "did we do",
        "have i done",
        "did i have",
        "was i doing",
        "did i finish",
        "did i get done",
        "did i complete",
        "have i finished",
        "have i completed",
        "was i up to",
        "was on my calendar",
        "did i go",
        "did i meet",
    ]);
    if past { SPENT } else { PLANS }
}

/// "what's on my calendar", "do i have anything on friday", "when is my dentist appointment".
fn events(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = when_is(sentence) {
        return Some(outcome);
    }
    let end = sentence.starts(&SHOW)?;
    let shows = sentence
        .starts(&["show", "list", "see", "read my", "give me my", "schedule for"])
        .is_some();
    let topic = sentence.has(&[
        "calendar",
        "schedule",
        "agenda",
        "diary",
        "events",
        "event",
        "meetings",
        "meeting",
        "appointments",
        "appointment",
        "plans",
        "planned",
        "scheduled",
        "day",
        "week",
    ]);
    let (days, used) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let days = if days == Days::default() { spoken_days(sentence) } else { days };
    let asked = sentence.is_question() || days != Days::default() || topic;
    if !asked
        || shows && !topic && days == Days::default()
        || sentence.has(&["weather", "news", "tv", "television", "score", "traffic"])
    {
        return None;
    }
    let target = target_of(&sentence.after(end), &used);
    let next = sentence.has(&[
        "what's next",
        "what is next",
        "whats next",
        "my next",
        "the next",
        "next event",
        "next meeting",
        "next appointment",
    ]) && days.is_any();
    let hours = hours::said(sentence);
    Some(Outcome::Done(Request::ListEvents { days, hours, words: target, next }))
}

/// "my day" is today, "my week" this week.
fn spoken_days(sentence: &Sentence<'_, '_>) -> Days {
    let today = sentence.today();
    let monday = crate::language::day::monday(today);
    let (first, length) = if sentence.has(&["my day"]) {
        (today, 0)
    } else if sentence.has(&["my week"]) {
        (monday, 6)
    } else {
        return Days::default();
    };
    Days { first: Some(first), last: first.checked_add_days(chrono::Days::new(length)) }
}

/// What is left of a question when its date and its filler are gone.
fn target_of(sentence: &Sentence<'_, '_>, used: &[(usize, usize)]) -> Option<String> {
    let mut cut: Vec<(usize, usize)> = used.to_vec();
    let meaning = (sentence.from..sentence.to).any(|at| {
        sentence.tokens.is_word(at)
            && !FILLER.contains(&sentence.word(at))
            && !used.iter().any(|(from, to)| (*from..*to).contains(&at))
    });
    if !meaning {
        return None;
    }
    let first = (sentence.from..sentence.to).find(|at| {
        sentence.tokens.is_word(*at)
            && !FILLER.contains(&sentence.word(*at))
            && !used.iter().any(|(from, to)| (*from..*to).contains(at))
    })?;
    cut.push((sentence.from, first));
    let tail = [
        " ",
        "do i have",
        "have i got",
        "i have",
        "scheduled",
        "planned",
        "on my calendar",
        "in my calendar",
        "on the calendar",
    ];
    if let Some((from, to)) = sentence.find(&tail[1..]) {
        cut.push((from, to));
    }
    Some(sentence.title(&cut)).filter(|target| !target.is_empty())
}

/// "when is my dentist appointment", "what time is the game".
fn when_is(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "when is",
        "when's",
        "whens",
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
    ])?;
    let (days, used) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let rest = sentence.after(end);
    // "what time is it in tokyo", "when is christmas"
    let mine = rest.starts(&["my", "the", "our", "next"]).is_some()
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
    let target = rest.after(rest.from + next).title(&used);
    Some(Outcome::Done(Request::ListEvents {
        days,
        hours: None,
        words: Some(target).filter(|target| !target.is_empty()),
        next: true,
    }))
}
