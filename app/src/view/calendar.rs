//! The calendar: a day, a week or a month drawn, or days as lists.

pub(crate) mod address;
mod block;
mod grid;

use serde::{Deserialize, Serialize};

pub use self::block::BlockView;
pub use self::grid::{
    CellView, ColumnView, HourView, MonthGridView, MoreView, TimeGridView, WeekRowView,
};

use super::row::{EventView, TaskView};

/// One day as a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayView {
    /// `2026-11-23`.
    pub iso: String,
    /// `23`.
    pub number: String,
    /// `Mon`, or `Today`.
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

/// A link that leads to another view, or another day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// What it says: `Week`, `Next month`.
    pub label: String,
    /// The key that follows it, as `aria-keyshortcuts` has it; empty for none.
    pub key: String,
    /// Where it leads.
    pub href: String,
    /// Whether one is there already.
    pub current: bool,
}

/// A day of the small month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MiniDayView {
    /// `23`.
    pub number: String,
    /// The date in full, and whether something is planned.
    pub full: String,
    /// Where it leads.
    pub href: String,
    /// Whether something is planned.
    pub marked: bool,
    /// Whether it is today.
    pub today: bool,
    /// Whether it is among the days that are shown.
    pub shown: bool,
    /// Whether it lies in another month.
    pub outside: bool,
}

/// A week of the small month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MiniWeekView {
    /// Its number; empty where the person wants none.
    pub number: String,
    /// Its days.
    pub days: Vec<MiniDayView>,
}

/// A month to find one's way by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MiniView {
    /// `November 2026`.
    pub title: String,
    /// The month before.
    pub previous: LinkView,
    /// The month after.
    pub next: LinkView,
    /// The weekdays: a letter, and the word.
    pub weekdays: Vec<(String, String)>,
    /// Its weeks.
    pub weeks: Vec<MiniWeekView>,
}

/// What is shown of the days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum BodyView {
    /// Days beside each other, with their hours.
    Time(TimeGridView),
    /// Weeks below each other.
    Month(MonthGridView),
    /// Days as lists.
    Agenda(Vec<DayView>),
}

/// Everything on the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarView {
    /// `month`, `week`, `day` or `agenda`.
    pub view: String,
    /// The day it is about: `2026-11-23`.
    pub date: String,
    /// Today by the person's clock, in the same form.
    pub current_date: String,
    /// How the person writes dates and times: see `Words::customs`.
    pub customs: String,
    /// `23–29 November 2026`.
    pub title: String,
    /// What there is to say besides: `Week 48`, `Tomorrow`; may be empty.
    pub note: String,
    /// Back.
    pub previous: LinkView,
    /// To today; current when it is shown.
    pub today: LinkView,
    /// On.
    pub next: LinkView,
    /// The four views.
    pub views: Vec<LinkView>,
    /// Where something new can be added.
    pub add: String,
    /// When it starts unless told otherwise, as `datetime-local` has it.
    pub start: String,
    /// When it ends.
    pub end: String,
    /// The month around it.
    pub mini: MiniView,
    /// The days.
    pub body: BodyView,
}
