//! How many events or tasks there are.

use super::days_of;
use crate::language::request::{Counted, Outcome, Request, sentence::Sentence};

/// "how many meetings this week", "how many tasks are overdue", "how many times did I go to yoga".
pub(super) fn counts(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "how many",
        "count my",
        "count the",
        "count",
        "number of",
        "how often do i have",
    ])?;
    let noun = sentence.word(end);
    let tasks = matches!(noun, "tasks" | "todos" | "things" | "reminders" | "chores")
        || sentence
            .after(end)
            .starts(&[
                "open tasks",
                "overdue tasks",
                "overdue",
                "tasks",
                "completed tasks",
                "done tasks",
                "finished tasks",
                "to-dos",
                "of my tasks",
                "high priority tasks",
                "urgent tasks",
                "late tasks",
                "unfinished tasks",
                "pending tasks",
            ])
            .is_some();
    // "how many days until christmas" and "how many calories" are no planner's business.
    let world = matches!(
        noun,
        "days"
            | "weeks"
            | "hours"
            | "minutes"
            | "months"
            | "people"
            | "calories"
            | "miles"
            | "cups"
            | "steps"
            | "countries"
            | "years"
            | "planets"
            | "seconds"
    );
    let mine = sentence.has(&["i", "my", "we"]);
    let (days, used) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    if world || !(mine || tasks || !days.is_any() || super::fillers::FILLER.contains(&noun)) {
        return None;
    }
    let what = if sentence.has(&["overdue", "late", "past due"]) {
        Counted::OverdueTasks
    } else if tasks
        && sentence.has(&[
            "done",
            "completed",
            "finished",
            "did i finish",
            "did i complete",
            "have i done",
            "did i do",
            "did i get done",
        ])
    {
        Counted::DoneTasks
    } else if tasks {
        Counted::Tasks
    } else {
        Counted::Events
    };
    let words = match what {
        Counted::Events => named(&sentence.after(end), &used),
        Counted::Tasks | Counted::OverdueTasks | Counted::DoneTasks | Counted::Expenses => None,
    };
    Some(Outcome::Done(Request::Count { what, days, words }))
}

/// The words between "how many" and the verb: "yoga classes", "meetings with Bob".
pub(super) fn named(body: &Sentence<'_, '_>, used: &[(usize, usize)]) -> Option<String> {
    const LINKS: [&str; 24] = [
        "do",
        "i",
        "have",
        "are",
        "there",
        "did",
        "we",
        "got",
        "is",
        "scheduled",
        "planned",
        "my",
        "on",
        "in",
        "this",
        "calendar",
        "the",
        "go",
        "to",
        "times",
        "of",
        "booked",
        "left",
        "a",
    ];
    let generic = |word: &str| {
        LINKS.contains(&word)
            || matches!(
                word,
                "events"
                    | "meetings"
                    | "appointments"
                    | "event"
                    | "meeting"
                    | "appointment"
                    | "things"
            )
    };
    let cut: Vec<(usize, usize)> = used
        .iter()
        .copied()
        .chain((body.from..body.to).filter(|at| generic(body.word(*at))).map(|at| (at, at + 1)))
        .collect();
    let title = body.title(&cut);
    let title = title.strip_prefix("with ").unwrap_or(&title);
    (!title.is_empty()).then(|| title.to_owned())
}
