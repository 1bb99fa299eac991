//! Verbs of putting and noting: "put lunch with Marco on friday", "stick a dentist in for
//! tuesday", "jot down yoga at 7". The calendar is often meant and not named; things are put
//! somewhere with the same verbs.

use super::{Aim, Candidate, Evidence, event, is_imperative, openings, task};
use crate::language::request::{PLANS, sentence::Sentence};

/// Verbs that put something on a calendar when a day or time is said. Longer ones first.
#[rustfmt::skip]
const PUTTING: [&str; 46] = [
    "pencil me in for", "put me down for", "stick me down for", "slot me in for", "squeeze me in for",
    "jot down", "note down", "write down", "write in", "scribble down", "mark down", "take down",
    "put down", "put in", "stick in", "pop in", "chuck in", "bung in", "slot in", "squeeze in",
    "fit in", "throw in", "pencil in", "lock in", "ink in", "drop in", "pop down", "stick down",
    "line up", "put", "stick", "pop", "chuck", "bung", "whack", "plonk", "shove", "slot", "squeeze",
    "pencil", "jot", "scribble", "ink", "slap", "sneak in", "stick up",
];

/// Verbs that note something, which may as well be the thing to do.
const NOTING: [&str; 9] =
    ["note", "write", "enter", "mark", "fit", "throw", "place", "include", "slip"];

/// What stands between the thing and its day: "a haircut in for friday".
const JOINTS: [&str; 12] = [
    "in for",
    "in on",
    "in at",
    "down for",
    "down on",
    "in next",
    "in this",
    "in tomorrow",
    "in today",
    "in tonight",
    "down at",
    "as",
];

/// The event that is put somewhere, and the thing to do that the same words can be.
pub(super) fn proposed(plain: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> Vec<Candidate> {
    // "get the rehearsal dinner down for friday": only with the words that put it there.
    let got = || {
        let end = head.starts(&["get", "have"])?;
        head.after(end).find(&["down for", "in for", "booked in for", "down on"]).map(|_| end)
    };
    let noting = head.starts(&NOTING).or_else(got);
    let (end, verb) = match (head.starts(&PUTTING), noting) {
        (Some(end), _) => (end, Evidence::Placed),
        (None, Some(end)) => (end, Evidence::Noted),
        (None, None) => return Vec::new(),
    };
    // "mark all of today's tasks as done" puts nothing anywhere.
    if plain.find(&["as done", "as complete", "as completed", "as finished"]).is_some() {
        return Vec::new();
    }
    // "jot down that i need to return the books"
    let told = thing(plain);
    if let Some(cue) = openings::task_cue(&told) {
        let made = task(plain, &[(head.from, cue)]);
        return vec![Candidate::new(Aim::Task, made, &[Evidence::Outright])];
    }
    let dated = head.dated(PLANS).is_ok_and(|dated| dated.resolved.is_some());
    let body = head.after(end);
    // "put £35 down for petrol": money has no place on a calendar.
    let money = body.amounts().first().is_some_and(|found| found.from == body.from);
    if !dated || body.is_empty() || money {
        return Vec::new();
    }
    let cue = (head.from, end);
    // "jot down call mum tomorrow"
    if verb == Evidence::Placed && is_imperative(&body) && !moves_thing(plain) {
        return vec![Candidate::new(Aim::Task, task(plain, &[cue]), &[verb, Evidence::Verb])];
    }
    let mut list = Vec::new();
    let joint = slot(&body).filter(|(at, _)| *at > end);
    match joint {
        Some(joint) => {
            let evidence = [verb, Evidence::Slotted];
            list.push(Candidate::new(Aim::Event, event(plain, &[cue, joint]), &evidence));
        }
        None => list.push(Candidate::new(Aim::Event, event(plain, &[cue]), &[verb])),
    }
    list.push(Candidate::new(Aim::Task, task(plain, &[]), &[Evidence::Verb]));
    list
}

/// The sentence from behind a verb of putting or noting on: what is put.
pub(in crate::language::request) fn thing<'s, 't>(plain: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let head = super::head(plain);
    let end = head.starts(&PUTTING).or_else(|| head.starts(&NOTING)).unwrap_or(head.from);
    head.after(head.starts_at(end, &["that"]).unwrap_or(end))
}

/// The words between a thing and its day; those that belong to the day stay with it.
fn slot(body: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let (at, to) = body.find(&JOINTS)?;
    let day = matches!(body.word(to - 1), "next" | "this" | "tomorrow" | "today" | "tonight");
    Some(if day { (at, to - 1) } else { (at, to) })
}

/// Where things are put that are no plans.
#[rustfmt::skip]
const PLACES: [&str; 38] = [
    "oven", "fridge", "freezer", "car", "bin", "bins", "wash", "washing", "machine", "dishwasher",
    "bag", "box", "garage", "post", "mail", "bank", "garden", "loft", "attic", "shed", "drawer",
    "cupboard", "trash", "recycling", "boot", "trunk", "microwave", "cooker", "dryer", "bed", "table",
    "shelf", "wall", "door", "stove", "hob", "sink", "bath",
];

/// Whether the verb moves a thing or the person: "put the bins out", "pop to the shops", "put
/// dinner in the oven".
pub(in crate::language::request) fn moves_thing(plain: &Sentence<'_, '_>) -> bool {
    let head = super::head(plain);
    let Some(end) =
        head.starts(&["put", "stick", "pop", "chuck", "bung", "throw", "shove", "slip"])
    else {
        return false;
    };
    let moved = matches!(
        head.word(end),
        "to" | "out"
            | "away"
            | "back"
            | "up"
            | "off"
            | "round"
            | "around"
            | "over"
            | "through"
            | "together"
            | "into"
            | "by"
            | "aside"
    );
    let dates = head.scan(PLANS);
    let said = |at: &usize| !dates.iter().any(|date| (date.from..date.to).contains(at));
    moved
        || (end..head.to).any(|at| match head.word(at) {
            "out" | "away" | "back" | "aside" | "together" => said(&at),
            // "put the washing on at 6"
            "on" if matches!(head.word(at + 1), "" | "at") => true,
            "in" | "on" | "into" | "onto" | "under" | "to" if said(&at) => {
                let article = matches!(head.word(at + 1), "the" | "my" | "a" | "our" | "your");
                PLACES.contains(&head.word(at + 1 + usize::from(article)))
            }
            _ => false,
        })
}
