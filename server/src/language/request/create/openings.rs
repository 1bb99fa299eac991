//! Openings and wishes that say outright what a sentence makes: "remind me to", "schedule",
//! "…, can you put that in".

use super::{Aim, Candidate, Evidence, event, task};
use crate::language::request::{
    PLANS,
    cues::{AFTERTHOUGHTS, EVENT_CUES, TASK_CUES},
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
    if let Some(end) = head.starts(&TASK_CUES).filter(|end| is_cue(head, *end)) {
        let made = task(plain, &[(head.from, end)]);
        list.push(Candidate::new(Aim::Task, made, &[Evidence::Outright]));
    }
    list.extend(reminded(plain));
    let later = |phrases: &[&str]| plain.find(phrases).filter(|(from, _)| *from > plain.from);
    if let Some(cut) = later(&AFTERTHOUGHTS).or_else(|| later(&MARKED)) {
        let made = event(plain, &[cut]);
        list.push(Candidate::new(Aim::Event, made, &[Evidence::Outright, Evidence::Front]));
    }
    list.extend(kept(plain));
    if let Some(end) = head
        .starts(&EVENT_CUES)
        .filter(|end| is_cue(head, *end))
        .or_else(|| booked(head))
    {
        let made = event(plain, &[(head.from, end)]);
        list.push(Candidate::new(Aim::Event, made, &[Evidence::Outright]));
    }
    list
}

/// "the dentist is on friday, remind me", "i'm always late so remind me to leave at 5".
fn reminded(plain: &Sentence<'_, '_>) -> Option<Candidate> {
    let (from, to) = plain.find(&REMINDED).filter(|(from, _)| *from > plain.from)?;
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
    Some(Candidate::new(Aim::Event, event(plain, &[verb, calendar]), &[Evidence::Kept]))
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
        .any(|at| phrases::BOOKABLE.contains(&head.word(at)))
        .then_some(end)
}

/// Whether what was found as an opening is one: "schedule for today" asks, "block party" is a party.
pub(super) fn is_cue(head: &Sentence<'_, '_>, end: usize) -> bool {
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
        "have" | "need" | "i" if head.tokens.any(end, &["be", "know", "see"]) => false,
        _ => true,
    }
}

