//! What questions ask for, beside days.

use chrono::NaiveTime;

/// What a question about money narrows to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spending {
    /// Of this category.
    pub category: Option<String>,
    /// The thing or place itself, when the person named one and not a category: "coffee", "uber".
    /// `category` is then the one such things usually have.
    pub words: Option<String>,
}

/// What an average is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Per {
    /// Calendar days of the period.
    Day,
    /// Weeks of the period.
    Week,
    /// Months of the period.
    Month,
    /// Expenses of the period.
    Expense,
}

/// What totals are broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grouping {
    /// "by category"
    Category,
    /// "per day"
    Day,
    /// "by month"
    Month,
}

/// A stretch of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hours {
    /// Its start.
    pub from: NaiveTime,
    /// Its end, exclusive; midnight is the end of the day.
    pub to: NaiveTime,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Rows on the calendar.
    Events,
    /// Open tasks.
    Tasks,
    /// Tasks whose due time has passed.
    OverdueTasks,
    /// Tasks ticked off.
    DoneTasks,
    /// Expenses.
    Expenses,
}

/// What is wanted to know about the same days and things as before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// "on what?", "which ones?": the expenses one by one.
    Each,
    /// "what was the biggest?"
    Largest,
    /// "and the cheapest?"
    Smallest,
}
