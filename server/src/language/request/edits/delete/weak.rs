//! Verbs that delete only where nothing else can be meant: "clear my calendar" does, "clear the
//! table" does not.

use crate::language::request::{PLANS, edits::rows, phrases, sentence::Sentence};

/// Names of task lists, longest first.
pub(super) const LISTS: [&str; 13] = [
    "to do list",
    "todo list",
    "to-do list",
    "task list",
    "shopping list",
    "list",
    "tasks",
    "todos",
    "reminders",
    "todo",
    "task",
    "reminder",
    "to do",
];

/// Names of the calendar and of all that is in it.
pub(super) const CALENDAR: [&str; 7] =
    ["calendar", "schedule", "diary", "agenda", "events", "meetings", "appointments"];

/// What makes a name of the verb before it: "bin day", "axe throwing", "trash pickup".
const COMPOUND: [&str; 17] = [
    "day",
    "days",
    "run",
    "removal",
    "collection",
    "pickup",
    "pick",
    "hire",
    "throwing",
    "men",
    "lorry",
    "bags",
    "liners",
    "party",
    "session",
    "in",
    "rope",
];

/// Whether the verb is the first half of a name.
pub(super) fn is_compound(body: &Sentence<'_, '_>) -> bool {
    COMPOUND.contains(&body.word(body.from))
}

/// Whether one of these verbs deletes here.
pub(super) fn is_meant(body: &Sentence<'_, '_>, verb: &str) -> bool {
    match verb {
        "clear" | "clear out" | "free up" | "wipe" | "wipe out" | "empty" | "purge" => {
            body.has(&phrases::CALENDARS)
                || body.has(&CALENDAR)
                || body.has(&LISTS)
                || body.has(&["my day", "my afternoon", "my morning", "my evening", "my week"])
                || is_time_only(body)
        }
        "forget" => {
            body.starts(&["about"]).is_some()
                || body.has(&["reminder", "task"])
                || body.starts(&["to", "that", "how", "it", "what", "all"]).is_none()
        }
        // "skip gym tonight" leaves out one that is planned; "skip the queue" is no plan.
        "skip" | "bail on" | "lose" | "toss" | "dump" | "junk" | "trash" | "chuck out"
        | "strike" | "void" | "abandon" => {
            body.dated_at_all()
                || body.has(&phrases::CALENDARS)
                || (body.from..body.to).any(|at| {
                    let word = body.word(at);
                    phrases::EVENT_NOUNS.contains(&word) || rows::kind(word).is_some()
                })
                || body.has(&LISTS)
        }
        // "drop off the package" is something to do, "drop gym tonight" is not.
        _ => {
            // "drop it to 5" changes a time or an amount.
            let to = body.starts(&["it to", "that to", "the price", "the priority"]).is_some();
            !to && body
                .starts(&["off", "by", "in", "out", "the kids", "the car", "the package", "a"])
                .is_none()
                && !body.has(&["off"])
        }
    }
}

/// "clear friday afternoon", "clear my tuesday", "clear everything on friday": a time and nothing
/// that could be cleared away.
pub(super) fn is_time_only(body: &Sentence<'_, '_>) -> bool {
    let body = body.starts(&["out"]).map_or(*body, |end| body.after(end));
    let used: Vec<(usize, usize)> =
        body.scan(PLANS).iter().map(|found| (found.from, found.to)).collect();
    body.is_covered(
        &used,
        &[
            "my",
            "the",
            "our",
            "all",
            "of",
            "everything",
            "on",
            "for",
            "from",
            "in",
            "entire",
            "whole",
            "clean",
            "out",
        ],
    )
}
