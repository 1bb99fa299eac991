//! The agenda, day by day.

use serde::{Deserialize, Serialize};

use super::row::{EventView, TaskView};

/// One day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayView {
    /// `2026-11-23`.
    pub iso: String,
    /// `23`.
    pub number: String,
    /// `Mon`.
    pub weekday: String,
    /// `Tomorrow`, or the date as a person says it.
    pub name: String,
    /// The date in full.
    pub full: String,
    /// Whether it is today.
    pub today: bool,
    /// Its events.
    pub events: Vec<EventView>,
    /// Tasks due on it.
    pub tasks: Vec<TaskView>,
}

/// Seven days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekView {
    /// `23–29 November 2026`.
    pub title: String,
    /// The first day of the week before.
    pub previous: String,
    /// The first day of the week after.
    pub next: String,
    /// Whether today lies within.
    pub current: bool,
    /// The days, in the order of the person's locale.
    pub days: Vec<DayView>,
    /// What a new event starts with, as `datetime-local` has it.
    pub suggested_start: String,
    /// What a new event ends with.
    pub suggested_end: String,
}
