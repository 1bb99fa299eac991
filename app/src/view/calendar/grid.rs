//! The drawn views: columns of hours, and cells of days.

use serde::{Deserialize, Serialize};

use super::{BlockView, DayView};

/// A word about what found no room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoreView {
    /// `3 more`.
    pub label: String,
    /// What it leads to, in full.
    pub full: String,
    /// Where all of it is shown.
    pub href: String,
    /// Its place.
    pub class: String,
}

/// The label of an hour.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HourView {
    /// `13:00`.
    pub label: String,
    /// Its place.
    pub class: String,
}

/// A day as a cell: of a month, or of the band above the hours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellView {
    /// `2026-11-23`.
    pub iso: String,
    /// `23`, with the month's name on its first day.
    pub number: String,
    /// `Mon`.
    pub weekday: String,
    /// The date in full, and how much is planned.
    pub full: String,
    /// Where the day alone is shown.
    pub href: String,
    /// `23`, on every day.
    pub day: String,
    /// Where the page is about the day.
    pub pick: String,
    /// Where something is added on it.
    pub add: String,
    /// `Add on Mon 23 Nov`.
    pub add_label: String,
    /// Whether it is today.
    pub today: bool,
    /// Whether it is on a weekend.
    pub weekend: bool,
    /// Whether it lies in another month, or before today.
    pub outside: bool,
    /// Whether it is the day that the page is about.
    pub chosen: bool,
    /// What begins on it, or goes on from the week before.
    pub blocks: Vec<BlockView>,
    /// What found no room.
    pub more: Option<MoreView>,
}

/// A day as a column of hours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnView {
    /// `2026-11-23`.
    pub iso: String,
    /// The date in full, and how much is planned.
    pub full: String,
    /// Whether it is today.
    pub today: bool,
    /// Whether it is on a weekend.
    pub weekend: bool,
    /// The working hours, as a place; empty for none.
    pub work: String,
    /// What is planned.
    pub blocks: Vec<BlockView>,
    /// What found no room.
    pub more: Vec<MoreView>,
    /// Now, in minutes since midnight, and what the clock says; today only.
    pub now: Option<u32>,
}

/// Days beside each other, with their hours.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeGridView {
    /// The hours.
    pub hours: Vec<HourView>,
    /// The days' names, and what fills whole days.
    pub cells: Vec<CellView>,
    /// How many rows the band has, as a class.
    pub band: String,
    /// The days' hours.
    pub columns: Vec<ColumnView>,
    /// Which hour of which day is seen first, as a place.
    pub first: String,
    /// Which column that is, from 0.
    pub first_column: usize,
}

/// A week of a month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekRowView {
    /// Its number; empty where the person wants none.
    pub number: String,
    /// Its days.
    pub cells: Vec<CellView>,
}

/// Weeks below each other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthGridView {
    /// The weekdays: short, and in full.
    pub weekdays: Vec<(String, String)>,
    /// The weeks.
    pub weeks: Vec<WeekRowView>,
    /// The day that the page is about, as a list: a phone has no room for words in cells.
    pub day: DayView,
}
