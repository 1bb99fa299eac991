//! One row of a list: an event, a task or an expense as it is read and edited.

use serde::{Deserialize, Serialize};

use super::repeat::RepeatView;

/// An event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// Identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// Details; empty when there are none.
    pub description: String,
    /// Where it is; empty when that is not said.
    pub location: String,
    /// Its hours: `13:00–14:00`, `All day`.
    pub hours: String,
    /// Day and hours in full, for titles and screen readers.
    pub full: String,
    /// The start as `datetime-local` has it.
    pub start: String,
    /// The end as `datetime-local` has it; the last day for an all-day event.
    pub end: String,
    /// Whether it fills whole days.
    pub all_day: bool,
    /// How it repeats, in words; empty when it does not.
    pub repeats: String,
    /// Which occurrence of a repeating one it is; empty when it does not repeat.
    pub occurrence: String,
    /// Whether it is over.
    pub past: bool,
}

impl EventView {
    /// Where it is opened, in the calendar of a day.
    pub(crate) fn address(&self, date: &str) -> String {
        let Self { id, occurrence, .. } = self;
        if occurrence.is_empty() {
            format!("/calendar?date={date}&open={id}")
        } else {
            format!("/calendar?date={date}&open={id}&at={occurrence}")
        }
    }
}

/// A task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TaskView {
    /// Identifier.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Details; empty when there are none.
    pub notes: String,
    /// Whether it is done.
    pub done: bool,
    /// The deadline as a person says it: `Tomorrow 13:00`; empty without one.
    pub due: String,
    /// The deadline in full.
    pub due_full: String,
    /// The deadline's date as `date` has it.
    pub due_date: String,
    /// The deadline's time as `time` has it; empty for a plain date.
    pub due_time: String,
    /// Whether the deadline has passed.
    pub overdue: bool,
    /// How it repeats, in words; empty when it does not.
    pub repeats: String,
    /// `none`, `low`, `medium` or `high`.
    pub priority: String,
    /// How it repeats, as its form has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<RepeatView>,
    /// Whether the next deadline counts from the day on which it is done.
    #[serde(default)]
    pub from_completion: bool,
    /// The deadline in words that are read as it again: `Fri 27 Nov 16:30`.
    #[serde(default)]
    pub due_words: String,
    /// The list that it is in; empty for none.
    #[serde(default)]
    pub list: String,
    /// The name of that list.
    #[serde(default)]
    pub list_name: String,
    /// Its labels, without the `#`.
    #[serde(default)]
    pub labels: Vec<String>,
    /// How long it takes: `1 h 30 min`; empty when that is not said.
    #[serde(default)]
    pub estimate: String,
    /// Its steps.
    #[serde(default)]
    pub steps: Vec<StepView>,
}

/// A step of a task.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StepView {
    /// Identifier.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Whether it is done.
    pub done: bool,
}

/// An expense.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpenseView {
    /// Identifier.
    pub id: String,
    /// How much, as a person reads it.
    pub amount: String,
    /// How much, as a field holds it.
    pub amount_input: String,
    /// What kind of spending.
    pub category: String,
    /// The category's hue, see [`crate::view::money::hue`].
    pub hue: u8,
    /// What it was for; empty when that is not said.
    pub description: String,
    /// Anything more about it; empty when there is nothing.
    pub notes: String,
    /// How it repeats, in words; empty when it does not.
    pub repeats: String,
    /// The day as a person says it: `Fri 20 Nov`.
    pub day: String,
    /// The day as `date` has it.
    pub date: String,
    /// The day in full.
    pub full: String,
    /// How it repeats, as its form has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat: Option<RepeatView>,
}

/// Rows under one heading, such as a day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group<T> {
    /// Names it in addresses and styles.
    pub key: String,
    /// What it is called: `Tomorrow`, `Overdue`.
    pub title: String,
    /// Beside the title: a full date, a sum.
    pub note: String,
    /// The rows.
    pub rows: Vec<T>,
}
