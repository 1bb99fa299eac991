//! Which rows a change or a question is about.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::Hours;

/// Whole days, both ends included; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The first day.
    pub first: Option<NaiveDate>,
    /// The last day.
    pub last: Option<NaiveDate>,
}

impl Days {
    /// Whether no day was named at either end.
    #[must_use]
    pub fn is_any(&self) -> bool {
        self.first.is_none() && self.last.is_none()
    }
}

/// What kind of row is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Item {
    /// On the calendar.
    Event,
    /// On the task list.
    Task,
    /// Money spent.
    Expense,
    /// The words leave it open; look in all of them.
    #[default]
    Either,
}

/// How a row is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// By words of its title or description.
    Words(String),
    /// The one just spoken of: "it", "that one", "the last one".
    Last,
    /// All of those just spoken of: "them", "those", "both".
    AllLast,
    /// By its place in the list just shown, counted from 1: "the second one". Negative counts
    /// from the end.
    Place(i32),
    /// By their places in the list just shown: "the first two", "1 and 3".
    Places(Vec<i32>),
}

impl Target {
    /// The words it is named by.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Words(words) => Some(words),
            Self::Last | Self::AllLast | Self::Place(_) | Self::Places(_) => None,
        }
    }
}

/// How much of something that repeats is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// One time of it: "only tomorrow's", "the next one".
    This,
    /// From a day on, which `days` says: "from december on", "all future ones".
    Following,
    /// Every time: "all standups", "the whole series".
    All,
}

/// The rows a change is about. Everything said narrows it further.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Which {
    /// Of this kind.
    pub item: Item,
    /// The words do not say the kind: `item` is the usual one of such words, and a row of another
    /// kind is meant where none of it fits ("move the passport thing" may be a task).
    pub guessed: bool,
    /// Named so; without a name by its time, its amount or as part of `all`.
    pub target: Option<Target>,
    /// On these days (for tasks: due on them).
    pub days: Days,
    /// Starting (for tasks: due) at this instant: "cancel my 3pm".
    pub at: Option<DateTime<Tz>>,
    /// In this stretch of the day: "on friday afternoon".
    pub hours: Option<Hours>,
    /// Of this amount, in hundredths.
    pub hundredths: Option<i64>,
    /// Expenses of this category.
    pub category: Option<String>,
    /// Only tasks whose due time has passed.
    pub overdue: bool,
    /// Only tasks that are ticked off ("clear completed tasks").
    pub done: bool,
    /// Every row that fits and not just one. Ask first.
    pub all: bool,
    /// How much of a row that repeats, where words say so.
    pub extent: Option<Extent>,
}

impl Which {
    /// The row just spoken of.
    #[must_use]
    pub fn last() -> Self {
        Self { target: Some(Target::Last), ..Self::default() }
    }

    /// A row of a kind, named by words.
    #[must_use]
    pub fn named(item: Item, words: impl Into<String>) -> Self {
        Self { item, target: Some(Target::Words(words.into())), ..Self::default() }
    }

    /// How much of a row that repeats is meant: as the words say, else one time where a day or
    /// time is named, and every time where all are meant. Nothing says it otherwise.
    #[must_use]
    pub fn meant(&self) -> Option<Extent> {
        let named = !self.days.is_any() || self.at.is_some();
        self.extent.or(named.then_some(Extent::This)).or(self.all.then_some(Extent::All))
    }

    /// Whether it leans on what was said or shown before, so that nothing can be done without.
    #[must_use]
    pub fn leans(&self) -> bool {
        matches!(
            self.target,
            Some(Target::Last | Target::AllLast | Target::Place(_) | Target::Places(_))
        )
    }
}
