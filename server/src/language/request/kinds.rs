//! The things a planner can be asked to do.

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::{Change, Counted, Days, Grouping, Hours, Per, Priority, Repetition, Spending, Which};
use crate::language::when::Moment;

/// The category of a new expense, and how it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Category {
    /// The person said it: "#food", "under transport".
    Said(String),
    /// The words are among common goods and merchants.
    Guessed(&'static str),
    /// Nothing tells.
    Unknown,
}

impl Category {
    /// Its name; [`domain::expense::OTHER`] where nothing tells.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Said(name) => name,
            Self::Guessed(name) => name,
            Self::Unknown => domain::expense::OTHER,
        }
    }
}

/// One thing the planner is asked to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Request {
    /// Put something on the calendar.
    CreateEvent {
        /// The person's words, without those that were understood.
        title: String,
        /// A day for an all-day event, else the start.
        start: Moment,
        /// The last day of an all-day event, else the end (one hour when none was said).
        end: Moment,
        /// Whether only days were named.
        all_day: bool,
        /// The place named behind "at".
        location: Option<String>,
        /// How it repeats; `start` is then the first occurrence.
        repeat: Option<Repetition>,
        /// The zone it was said in ("3pm London time"), when that is one with a name.
        zone: Option<Tz>,
    },
    /// Put something on the task list.
    CreateTask {
        /// The person's words, without those that were understood.
        title: String,
        /// The day or instant it is due.
        due: Option<Moment>,
        /// When the person said how pressing it is.
        priority: Option<Priority>,
        /// How it repeats; `due` is then the first occurrence.
        repeat: Option<Repetition>,
        /// Words behind a "#", in small letters.
        labels: Vec<String>,
        /// What a list is called that was named in passing ("shopping list"); whether there is
        /// such a list is not known here.
        list: Option<String>,
    },
    /// Note what was spent.
    RecordExpense {
        /// Hundredths of the currency's unit.
        hundredths: i64,
        /// ISO 4217 code, when one was named.
        currency: Option<&'static str>,
        /// What it was spent on, as a category.
        category: Category,
        /// What it was spent on, in the person's words; may be empty.
        description: String,
        /// The day it was spent.
        date: NaiveDate,
        /// How it repeats; `date` is then the first occurrence.
        repeat: Option<Repetition>,
    },
    /// Tick tasks off, or open them again.
    Complete {
        /// Which ones.
        which: Which,
        /// `false` opens them again.
        done: bool,
    },
    /// Change a row, or several.
    Change {
        /// Which ones.
        which: Which,
        /// What the words can mean, likeliest first, never empty: "change lunch to 15" is a time
        /// for an event and an amount for an expense. The first that fits the row is meant.
        to: Vec<Change>,
    },
    /// Take rows away. Ask first.
    Delete {
        /// Which ones.
        which: Which,
    },
    /// Take the last change back.
    Undo,
    /// Show events.
    ListEvents {
        /// Of these days.
        days: Days,
        /// Only those in this stretch of each day.
        hours: Option<Hours>,
        /// Only those with these words.
        words: Option<String>,
        /// Only the next one: "when is my dentist appointment", "what's next".
        next: bool,
    },
    /// Show tasks.
    ListTasks {
        /// Due on these days (with `done`: ticked off on them).
        days: Days,
        /// Only those whose due time has passed.
        overdue: bool,
        /// Those that are ticked off, in place of the open ones.
        done: bool,
        /// Only those this pressing.
        priority: Option<Priority>,
        /// Only those with these words.
        words: Option<String>,
    },
    /// Show expenses.
    ListExpenses {
        /// Of these days.
        days: Days,
        /// On what.
        spending: Spending,
        /// Of at least so many hundredths.
        at_least: Option<i64>,
        /// Of at most so many hundredths.
        at_most: Option<i64>,
    },
    /// Add expenses up.
    SumExpenses {
        /// Of these days.
        days: Days,
        /// On what.
        spending: Spending,
        /// Broken down so, when asked for.
        by: Option<Grouping>,
    },
    /// Set the totals of two periods side by side.
    CompareExpenses {
        /// The period said first, or the present one.
        days: Days,
        /// The period it is compared with.
        other: Days,
        /// On what.
        spending: Spending,
    },
    /// What is spent on average.
    AverageExpenses {
        /// Of these days.
        days: Days,
        /// On what.
        spending: Spending,
        /// Taken over what.
        per: Per,
    },
    /// The largest expenses, or the smallest.
    LargestExpenses {
        /// Of these days.
        days: Days,
        /// On what.
        spending: Spending,
        /// The smallest ones.
        smallest: bool,
        /// How many.
        most: u32,
    },
    /// How many there are.
    Count {
        /// Of what.
        what: Counted,
        /// On these days.
        days: Days,
        /// Only those with these words.
        words: Option<String>,
    },
    /// Show events that overlap.
    FindClashes {
        /// Of these days.
        days: Days,
    },
    /// Show when nothing is planned.
    FindFreeTime {
        /// On these days.
        days: Days,
        /// In this stretch of each day.
        hours: Option<Hours>,
        /// For so long.
        minutes: Option<u32>,
        /// Asked as "am I free …?", which wants a yes or a no.
        whether: bool,
        /// Only the first one: "my next free hour".
        first: bool,
    },
}
