//! Openings and wishes that say outright what a sentence makes: "remind me to", "schedule",
//! "…, can you put that in".

use super::{Aim, Candidate, Evidence, event, possession, task};
use crate::language::request::{
    PLANS,
    cues::{ADVERBS, EVENT_CUES, MODALS, MODALS_OF_SOMEBODY, SUBJECTS, TASK_CUES, WISHED, WISHING},
    phrases,
    sentence::Sentence,
};

/// Wishes to be reminded that stand behind what it is about, or behind a reason.
const REMINDED: [&str; 6] = [
    "can you nag me about it",
    "nag me about it",
    "remind me about it",
    "remind me of it",
    "can you remind me",
    "remind me",
];

/// What is said before the thing in such a wish.
const FORGOTTEN: [&str; 5] = [
    "i keep forgetting about",
    "i keep forgetting to",
    "i keep forgetting",
    "i always forget to",
    "i always forget",
];

/// "friday needs to be marked as a holiday"
const MARKED: [&str; 4] =
    ["needs to be marked as", "should be marked as", "is marked as", "to be marked as"];

/// Verbs that put something on a calendar that is named.
const KEEPING: [&str; 23] = [
    "add", "put", "pop", "set", "mark", "stick", "enter", "schedule", "create", "place", "log",
    "note", "save", "include", "make", "insert", "book", "chuck", "throw", "bung", "jot", "pencil",
    "slot",
];

/// The candidates of a sentence whose words say what it makes.
pub(super) fn proposed(plain: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> Vec<Candidate> {
    let mut list = Vec::new();
    if let Some(end) = task_cue(head) {
        let made = task(plain, &[(head.from, end)]);
        list.push(Candidate::new(Aim::Task, made, &[Evidence::Outright]));
    }
    list.extend(reminded(plain));
    let marked = plain.find(&MARKED).filter(|(from, _)| *from > plain.from);
    if let Some(cut) = afterthought(plain).or(marked) {
        let made = event(plain, &[cut]);
        list.push(Candidate::new(Aim::Event, made, &[Evidence::Outright, Evidence::Front]));
    }
    list.extend(kept(plain));
    if let Some(end) = event_cue(head).or_else(|| booked(head)) {
        let made = event(plain, &[(head.from, end)]);
        list.push(Candidate::new(Aim::Event, made, &[Evidence::Outright]));
    }
    list
}

/// The end of an opening that makes a task: "remind me to", "i really need to", "gotta".
pub(super) fn task_cue(head: &Sentence<'_, '_>) -> Option<usize> {
    // "shopping list: add milk"
    let listed = head
        .starts(&[
            "shopping list",
            "grocery list",
            "todo list",
            "to do list",
            "to-do list",
            "task list",
            "my list",
            "packing list",
        ])
        .filter(|end| head.tokens.is_mark(*end, ':'));
    if let Some(end) = listed {
        return head.starts_at(end + 1, &["add"]).or(Some(end + 1)).filter(|end| *end < head.to);
    }
    head.starts(&TASK_CUES).filter(|end| is_cue(head, *end)).or_else(|| obligation(head))
}

/// The end of an opening that makes an event.
pub(super) fn event_cue(head: &Sentence<'_, '_>) -> Option<usize> {
    head.starts(&EVENT_CUES).filter(|end| is_cue(head, *end)).or_else(|| {
        // "hold 2-3pm tomorrow for the plumber"
        head.starts(&["hold", "keep", "reserve"]).filter(|end| head.after(*end).starts_with_date())
    })
}

/// "i need to", "we've got to", "must".
fn obligation(head: &Sentence<'_, '_>) -> Option<usize> {
    let subject = head.starts(&SUBJECTS);
    let at = subject.unwrap_or(head.from);
    let at = head.starts_at(at, &ADVERBS).unwrap_or(at);
    let end = head
        .starts_at(at, &MODALS)
        .or_else(|| subject.and_then(|_| head.starts_at(at, &MODALS_OF_SOMEBODY)))?;
    let end = head.starts_at(end, &ADVERBS).unwrap_or(end);
    // "i have to be honest" tells, and "i should have called" is past.
    let told = ["be", "know", "see", "hear", "say", "admit", "not", "of"];
    let past = head.word(end) == "have"
        && (head.word(end + 1).ends_with("ed")
            || matches!(
                head.word(end + 1),
                "been" | "gone" | "done" | "had" | "known" | "a" | "to"
            ));
    (!head.tokens.any(end, &told) && !past && end < head.to).then_some(end)
}

/// "…, can you put that in", "…, add it": a wish about what was said before it.
fn afterthought(plain: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    (plain.from + 1..plain.to).find_map(|at| {
        let verb = plain.starts_at(at, &WISHING)?;
        plain.starts_at(verb, &["it", "that", "this"]).and_then(|end| {
            let whole = WISHED.iter().any(|tail| {
                let behind = if tail.is_empty() { Some(end) } else { plain.at(end, tail) };
                behind.is_some_and(|behind| plain.only_marks(behind))
            });
            let polite = ["can you please", "could you please", "can you", "could you", "please"];
            let from = (plain.from..at)
                .find(|from| plain.starts_at(*from, &polite) == Some(at))
                .unwrap_or(at);
            (whole && from > plain.from).then_some((from, plain.to))
        })
    })
}

/// "the dentist is on friday, remind me", "i'm always late so remind me to leave at 5".
fn reminded(plain: &Sentence<'_, '_>) -> Option<Candidate> {
    // "what were you supposed to remind me of" asks.
    let (from, to) =
        plain.find(&REMINDED).filter(|(from, _)| *from > plain.from && !plain.asks())?;
    let behind = plain.after(to);
    let dates: Vec<_> = behind.scan(PLANS).iter().map(|date| (date.from, date.to)).collect();
    let cut = if behind.title(&dates).is_empty() {
        let keep = plain.starts(&FORGOTTEN).map(|end| (plain.from, end));
        let polite = plain
            .find(&["can you", "could you", "please"])
            .filter(|(at, end)| *end == from && *at > plain.from);
        [Some((from, to)), keep, polite].into_iter().flatten().collect()
    } else {
        // What stands before is the reason.
        vec![(plain.from, to)]
    };
    let made = task(plain, &cut);
    Some(Candidate::new(Aim::Task, made, &[Evidence::Outright, Evidence::Front]))
}

/// "put pilates on my calendar for saturday at 9am"
fn kept(plain: &Sentence<'_, '_>) -> Option<Candidate> {
    let calendar = plain
        .find(&phrases::CALENDARS)
        .filter(|(at, _)| !matches!(plain.word(*at), "from" | "off"))?;
    let verb = plain.starts(&KEEPING).map(|end| (plain.from, end))?;
    // "put in my calendar that i have a haircut on friday"
    let told = plain.after(calendar.1);
    let told = told.starts(&["that"]).map_or(told, |end| told.after(end));
    let mut openings = vec![verb, calendar];
    openings.extend(possession(&told));
    Some(Candidate::new(Aim::Event, event(plain, &openings), &[Evidence::Kept]))
}

/// The end of an opening like "book me in for": "book" also asks for tickets and hotels.
fn booked(head: &Sentence<'_, '_>) -> Option<usize> {
    if let Some(end) = head.starts(&["book me in for", "book me", "book us", "book in"]) {
        let article = usize::from(matches!(head.word(end), "a" | "an" | "the" | "in"));
        let dated = head.dated(PLANS).is_ok_and(|dated| dated.resolved.is_some());
        if dated || phrases::BOOKABLE.contains(&head.word(end + article)) {
            return Some(end);
        }
    }
    let end = head.starts(&["book"])?;
    let article =
        usize::from(matches!(head.word(end), "a" | "an" | "the" | "my" | "some" | "me" | "in"));
    (end + article..(end + article + 2).min(head.to))
        .any(|at| {
            let word = head.word(at);
            // "book retro for tuesday 3pm"; "book talk: the report" is a talk.
            let event = phrases::EVENT_NOUNS.contains(&word)
                && matches!(head.word(at + 1), "for" | "on")
                && !matches!(
                    word,
                    "flight"
                        | "train"
                        | "trip"
                        | "concert"
                        | "show"
                        | "festival"
                        | "club"
                        | "tour"
                        | "course"
                        | "conference"
                        | "gig"
                        | "game"
                        | "match"
                        | "drive"
                        | "visit"
                );
            phrases::BOOKABLE.contains(&word) || event
        })
        .then_some(end)
}

/// Whether what was found as an opening is one: "schedule for today" asks, "block party" is a party.
fn is_cue(head: &Sentence<'_, '_>, end: usize) -> bool {
    let cue = head.word(head.from);
    let next = head.word(end);
    let single = end == head.from + 1;
    match cue {
        "schedule" if single => !matches!(next, "for" | "on" | "is") || head.to - end > 6,
        "task" | "todo" | "reminder" | "event" | "calendar" | "to" if single || cue == "to" => {
            head.tokens.is_mark(end, ':')
                || head.tokens.is_dash(end)
                || cue != "to"
                    && !matches!(
                        next,
                        "list" | "for" | "due" | "items" | "on" | "in" | "at" | "manager"
                    )
        }
        "block" if single => !matches!(next, "party" | "leave"),
        "hold" | "arrange" | "organise" | "organize" | "plan" if single => phrases::EVENT_NOUNS
            .iter()
            .any(|noun| (end..head.to.min(end + 3)).any(|at| head.word(at) == *noun)),
        "set" if single => false,
        _ => true,
    }
}
