//! What went wrong, and what is wrong with what was typed.

/// The title of a form that is refused.
pub(crate) const INVALID_INPUT: &str = "Invalid input";
pub(crate) const UNREADABLE_FORM: &str = "The form could not be read.";

/// The title of a planner that does not answer.
pub(crate) const NOT_AVAILABLE: &str = "Not available";
pub(crate) const UNREACHABLE: &str =
    "The planner cannot be reached. Nothing was changed; try again shortly.";
pub(crate) const UNREACHABLE_KEPT: &str =
    "The planner cannot be reached. What you typed is kept; try again in a moment.";

pub(crate) const NO_SUCH_FUNCTION: &str = "There is nothing to call by that name.";
pub(crate) const NOTHING_TO_UNDO: &str = "There is nothing to take back.";

// Times of events and tasks.
pub(crate) const NO_CLOCK: &str = "Say at what time, or make it all day.";
pub(crate) const NO_DAY: &str = "Say on which day, too.";
pub(crate) const NO_DATE: &str = "Must be a date.";

pub(crate) fn no_deadline(typed: &str) -> String {
    format!("“{typed}” is no day or time. Try “fri 3pm”.")
}

pub(crate) fn no_zone(typed: &str) -> String {
    format!("No zone is called “{typed}”. Try a large city near it.")
}

pub(crate) fn no_zone_but(typed: &str, near: &str) -> String {
    format!("No zone is called “{typed}”. Did you mean {near}?")
}

// Repeats.
pub(crate) const REPEATS_ENDLESS_TWICE: &str = "Say until when or how many times, not both.";
pub(crate) const REPEATS_TIMES: &str = "Say it as a number from 1 to 999.";
pub(crate) const REPEATS_HOW: &str = "Say how often, such as “every other Friday”.";

pub(crate) fn no_repeat(typed: &str) -> String {
    format!("“{typed}” does not say how often. Try “every other Friday” or “every 3 days”.")
}

// Tasks.
pub(crate) const NO_ESTIMATE: &str = "Say it in minutes or hours, such as 45 or 1 h 30 min.";
pub(crate) const NOTHING_SELECTED: &str = "Select the tasks first.";
pub(crate) const NO_SUCH_PRIORITY: &str = "There is no such priority.";
pub(crate) const NOTHING_TO_DO_WITH_THEM: &str = "Say what is to be done with them.";
pub(crate) const NO_SUCH_DAY: &str = "That is no day.";
