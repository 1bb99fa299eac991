//! Questions about the calendar and the task list, and about free time.

mod clashes;
mod counts;
#[cfg(test)]
mod examples;
mod fillers;
mod free_time;
mod gaps;
pub(super) mod hours;
mod household;
mod last_time;
mod looks;
mod particulars;
mod read_out;
mod sought;
mod tasks;
mod when_is;
mod whether;

use super::{Days, Outcome, PLANS, Question, Request, SPENT, create, sentence::Sentence};
use crate::language::Direction;
use fillers::{FILLER, SHOW};
use free_time::free_time;
pub(super) use particulars::particular;
pub(super) use read_out::read_out;
use tasks::tasks;

/// Reads a question about plans.
pub(super) fn query(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    free_time::squeezed(sentence)
        .or_else(|| free_time(&plain))
        .or_else(|| clashes::clashes(&plain))
        .or_else(|| particular(&plain))
        .or_else(|| household::household(&plain))
        .or_else(|| looks::looks(&plain))
        .or_else(|| counts::counts(&plain))
        .or_else(|| tasks(&plain))
        .or_else(|| events(&plain))
}

/// Reads a question about a whole list, or about whether something is on one.
pub(super) fn of_list(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    read_out(plain).or_else(|| whether::whether(plain))
}

/// Whether a question is one of those that look like questions about the world and are not.
pub(super) fn is_own(sentence: &Sentence<'_, '_>) -> bool {
    particular(sentence).is_some()
        || looks::looks(sentence).is_some()
        || of_list(&sentence.plain()).is_some()
}

/// The place behind the opening of a question. One slip of the keyboard in a word of four letters
/// or more is forgiven where all other words stand as they are: nothing but the question can be
/// meant then ("when am i fre"), while requests keep their short words strict.
fn asked(sentence: &Sentence<'_, '_>, openings: &[&str]) -> Option<usize> {
    sentence
        .starts(openings)
        .or_else(|| openings.iter().find_map(|opening| slipped(sentence, opening)))
}

/// The place behind an opening of three words or more with one slip in it.
fn slipped(sentence: &Sentence<'_, '_>, opening: &str) -> Option<usize> {
    if sentence.word(sentence.from).as_bytes().first() != opening.as_bytes().first() {
        return None;
    }
    let mut slips = 0;
    let mut words = 0;
    for (offset, word) in opening.split(' ').enumerate() {
        let here = sentence.word(sentence.from + offset);
        words += 1;
        if here != word {
            slips += 1;
            let near = word.len() >= 4 && strsim::osa_distance(here, word) == 1;
            if slips > 1 || !near {
                return None;
            }
        }
    }
    (words >= 3 && slips == 1).then_some(sentence.from + words)
}

/// The days of a question and the tokens that name them. What was done lies behind, what is
/// planned ahead.
fn days_of(sentence: &Sentence<'_, '_>) -> Result<(Days, Vec<(usize, usize)>), Question> {
    sentence.days(looking(sentence)).map(|(days, dated)| {
        // "before 11 tomorrow" is an hour of that day, and no day before it.
        let hour = days.first.is_none() && dated.parts.clock.is_some();
        let days = if hour { Days { first: days.last, ..days } } else { days };
        (days, dated.used)
    })
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
    if let Some(outcome) = when_is::when_is(sentence) {
        return Some(outcome);
    }
    let behind_day = || Some(create::head(sentence)).filter(|head| head.asks());
    let end = asked(sentence, &SHOW)
        // "on the 26th what is on my calendar"
        .or_else(|| behind_day().and_then(|head| asked(&head, &SHOW)))
        .or_else(|| listed(sentence))
        .or_else(|| sought::sought(sentence))?;
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
    // "is there a way to export this" asks about the world.
    let open = sentence.starts(&["is there a", "is there an", "is there any", "any"]).is_some();
    let event = (sentence.from..sentence.to)
        .any(|at| super::phrases::EVENT_NOUNS.contains(&sentence.word(at)));
    let asks_for_one = sentence.starts(&["is there"]).is_some();
    if open && days.is_any() && (!topic || asks_for_one) && !event {
        return None;
    }
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
        "my next",
        "the next",
        "next event",
        "next meeting",
        "next appointment",
    ]) && days.is_any();
    let hours = hours::said(sentence);
    Some(Outcome::Done(Request::ListEvents { days, hours, words: target, next }))
}

/// "events tomorrow", "calendar for next week": what is to be shown, and when.
fn listed(sentence: &Sentence<'_, '_>) -> Option<usize> {
    let end = sentence.starts(&[
        "events",
        "meetings",
        "appointments",
        "plans",
        "calendar",
        "diary",
        "schedule",
        "all events",
        "all meetings",
        "all my events",
        "all my meetings",
        "my events",
        "my meetings",
        "my plans",
        "my appointments",
        "my diary",
    ])?;
    let dates: Vec<_> = sentence.scan(PLANS).iter().map(|found| (found.from, found.to)).collect();
    sentence
        .after(end)
        .is_covered(&dates, &["for", "on", "in", "of", "the", "please"])
        .then_some(end)
}

/// The words of a noun phrase that tell rows apart, without its dates.
fn named(body: &Sentence<'_, '_>, used: &[(usize, usize)]) -> Option<String> {
    counts::named(body, used)
}

/// "my day" is today, "my week" this week.
fn spoken_days(sentence: &Sentence<'_, '_>) -> Days {
    let today = sentence.today();
    let week = crate::language::day::week(today, sentence.tokens.habits.week_start);
    let (first, length) = if sentence.has(&["my day"]) {
        (today, 0)
    } else if sentence.has(&["my week"]) {
        (week, 6)
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
