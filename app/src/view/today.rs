//! The dashboard.

use serde::{Deserialize, Serialize};

use super::calendar::DayView;
use super::money::MonthView;
use super::row::{EventView, TaskView};

/// The date as a calendar leaf.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leaf {
    /// `Sunday`.
    pub weekday: String,
    /// `22`.
    pub day: String,
    /// `November 2026`.
    pub month: String,
    /// `2026-11-22`.
    pub iso: String,
}

/// An event on the day line. Rows are quarters of an hour from the line's first hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The event.
    pub event: EventView,
    /// The first row, from 0.
    pub row: u16,
    /// How many rows.
    pub span: u16,
    /// Which of the lanes side by side, from 0.
    pub lane: u8,
    /// How many lanes there are beside each other.
    pub lanes: u8,
}

/// A deadline on the day line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The task.
    pub task: TaskView,
    /// Its row, from 0.
    pub row: u16,
}

/// The hours of a day with what happens in them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine {
    /// The hours' labels from top to bottom.
    pub hours: Vec<String>,
    /// Events with a time.
    pub blocks: Vec<Block>,
    /// Deadlines with a time.
    pub pins: Vec<Pin>,
    /// The row of now, and what the clock says.
    pub now: Option<(u16, String)>,
}

/// A change that the assistant made lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeView {
    /// Takes it back.
    pub undo: String,
    /// What happened.
    pub summary: String,
    /// When: `Today 13:05`.
    pub when: String,
    /// Whether it was taken back.
    pub undone: bool,
}

/// The event that comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextView {
    /// The event.
    pub event: EventView,
    /// Its day.
    pub date: String,
    /// That day as a person says it: `Tomorrow`; empty for today.
    pub day: String,
    /// In how many seconds it begins.
    pub seconds: i64,
}

/// What stands beside the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarginView {
    /// The month's money.
    pub month: MonthView,
    /// What the assistant did lately, the newest first.
    pub changes: Vec<ChangeView>,
}

/// The day on the dashboard; what stands beside it comes by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TodayView {
    /// The date.
    pub leaf: Leaf,
    /// The day in one sentence.
    pub summary: String,
    /// What comes next within the days that the page knows of.
    pub next: Option<NextView>,
    /// Events that fill the day.
    pub all_day: Vec<EventView>,
    /// The hours of the day.
    pub line: DayLine,
    /// What the next are called.
    pub overdue_title: String,
    /// Tasks whose deadline has passed, the first of them.
    pub overdue: Vec<TaskView>,
    /// What the next are called.
    pub due_title: String,
    /// Tasks due today, the first of them.
    pub due: Vec<TaskView>,
    /// Tasks without a deadline.
    pub undated: Vec<TaskView>,
    /// The coming days that hold something, with the beginning of each.
    pub ahead: Vec<DayView>,
}
