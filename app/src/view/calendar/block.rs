//! An event or a deadline where the calendar draws it.

use serde::{Deserialize, Serialize};

/// One piece of an event, or a deadline.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockView {
    /// The row.
    pub id: String,
    /// Whether it is a task.
    pub task: bool,
    /// Which occurrence of a repeating event; empty when it does not repeat.
    pub occurrence: String,
    /// What it is.
    pub title: String,
    /// Its hours: `09:00–10:00`; empty for whole days.
    pub hours: String,
    /// When it begins: `09:00`; empty for whole days.
    pub time: String,
    /// Where it is; empty when that is not said.
    pub place: String,
    /// Day and hours in full.
    pub full: String,
    /// Where it is opened.
    pub href: String,
    /// Its place, in classes: the security policy admits no style attribute.
    pub class: String,
    /// When it begins, as `datetime-local` has it; a date for whole days.
    pub start: String,
    /// When it ends; the last day for whole days.
    pub end: String,
    /// Whether it fills whole days.
    pub all_day: bool,
    /// Whether it repeats.
    pub repeats: bool,
    /// Whether it began before what is drawn.
    pub before: bool,
    /// Whether it goes on behind what is drawn.
    pub after: bool,
    /// Whether it is over, or done.
    pub past: bool,
    /// Whether a task is done.
    pub done: bool,
    /// Whether a task is late.
    pub overdue: bool,
}
