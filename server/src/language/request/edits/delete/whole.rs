//! Deleting all that is on a list or in a stretch of the calendar.

use super::weak::{CALENDAR, LISTS};
use super::{When, gone};
use crate::language::request::{
    Days, Item, Outcome, Question, Target, Which,
    edits::{rows, target},
    phrases,
    sentence::Sentence,
};

/// Whether all of what is named is meant.
pub(super) fn is_everything(body: &Sentence<'_, '_>, verb: &str) -> bool {
    body.starts(&["all", "everything", "every"]).is_some() && body.starts(&["all hands"]).is_none()
        || matches!(
            verb,
            "clear" | "free up" | "clear out" | "wipe" | "wipe out" | "empty" | "purge" | "nuke"
        )
        || body.has(&["all items", "all events", "all tasks", "everything"])
}

/// "clear my to do list", "delete buy milk from my list", "rm todo email HR".
pub(super) fn of_list(body: &Sentence<'_, '_>, verb: &str, said: &When) -> Option<Outcome> {
    let (at, end) = body.find(&LISTS).filter(|_| body.find(&phrases::CALENDARS).is_none())?;
    // "nuke the milk task" is about one of them.
    let singular = matches!(body.word(end - 1), "task" | "todo" | "reminder")
        && (body.from..at).any(|at| !is_generic(body.word(at)));
    if is_everything(body, verb) && !singular {
        // "clear completed tasks" leaves the open ones alone.
        return Some(match rows::bulk(body) {
            Some(Err(question)) => Outcome::Ask(question),
            Some(Ok(which)) => gone(Which { item: Item::Task, ..which }),
            None => gone(Which { item: Item::Task, all: true, ..Which::default() }),
        });
    }
    // "from my to do list", "the task buy milk", "garage cleaning task"
    let lead = (body.from..at)
        .rev()
        .take_while(|place| {
            matches!(body.word(*place), "from" | "off" | "my" | "the" | "on" | "of" | "in")
        })
        .count();
    let lead =
        if at == body.from + lead && end < body.to { lead } else { lead.min(at - body.from) };
    let mut cut = said.dated.used.clone();
    cut.push((at - lead, end));
    Some(match target(body, &cut) {
        Ok(target) => gone(Which { item: Item::Task, target: Some(target), ..Which::default() }),
        Err(question) => Outcome::Ask(question),
    })
}

/// "clear my calendar for saturday", "clear friday afternoon".
pub(super) fn of_calendar(body: &Sentence<'_, '_>, verb: &str, said: &When) -> Option<Outcome> {
    if !is_everything(body, verb) {
        return None;
    }
    let hours = rows::stretch(&said.dated);
    let which =
        Which { item: Item::Event, days: said.days, at: said.at, hours, ..Which::default() };
    if said.days != Days::default() {
        let mut cut = said.dated.used.clone();
        cut.extend(body.find(&phrases::CALENDARS));
        cut.extend(body.find(&["i have scheduled", "i have planned", "scheduled"]));
        let title = body.title(&cut);
        let named = (!is_generic(&title)).then_some(title).filter(|title| !title.is_empty());
        let all = named.is_none();
        return Some(gone(Which { all, target: named.map(Target::Words), ..which }));
    }
    let calendar = body.has(&phrases::CALENDARS) || body.has(&CALENDAR);
    if !calendar && body.find(&["event", "day"]).is_none() {
        return Some(Outcome::Ask(Question::Which));
    }
    Some(gone(Which { all: true, ..which }))
}

/// Words of which the names of whole lists are made.
#[rustfmt::skip]
const GENERIC: [&str; 34] = [
    "clean",
    "all", "everything", "my", "the", "calendar", "schedule", "diary", "events", "meetings",
    "appointments", "of", "on", "from", "in", "day", "for", "last", "agenda", "plans", "morning",
    "afternoon", "evening", "that", "is", "every", "event", "meeting", "appointment", "i", "have",
    "week", "entire", "whole",
];

/// Whether a title names a whole list and no item of it.
pub(super) fn is_generic(title: &str) -> bool {
    title
        .to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| GENERIC.contains(&word) || matches!(word, "items" | "out"))
}
