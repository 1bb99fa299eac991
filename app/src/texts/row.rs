//! Events, tasks and expenses as rows of lists: when they are, and what they are like.

// Events.
pub(crate) fn all_day(day: &str) -> String {
    format!("{day}, all day")
}

pub(crate) fn from_to(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

pub(crate) fn hours_on(day: &str, hours: &str) -> String {
    format!("{day}, {hours}")
}

// Tasks.
pub(crate) const STEPS_DONE: &str = "Steps that are done";
pub(crate) const TAKES: &str = "How long it takes";
pub(crate) const HIGH_PRIORITY: &str = "High priority";
pub(crate) const MEDIUM_PRIORITY: &str = "Medium priority";
pub(crate) const LOW_PRIORITY: &str = "Low priority";
pub(crate) const NO_DEADLINE: &str = "no deadline";
pub(crate) const DONE: &str = "done";
/// Not done.
pub(crate) const OPEN: &str = "open";

pub(crate) fn due(day: &str) -> String {
    format!("due {day}")
}

pub(crate) fn due_at(day: &str, time: &str) -> String {
    format!("due {day}, {time}")
}

pub(crate) fn overdue(due: &str) -> String {
    format!("Overdue: {due}")
}

pub(crate) fn steps(done: usize, all: usize) -> String {
    format!("{done} of {all}")
}

/// How long a task takes.
pub(crate) fn estimate(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

pub(crate) fn complete(title: &str) -> String {
    format!("Complete “{title}”")
}

pub(crate) fn reopen(title: &str) -> String {
    format!("Reopen “{title}”")
}

pub(crate) fn select(title: &str) -> String {
    format!("Select “{title}”")
}
