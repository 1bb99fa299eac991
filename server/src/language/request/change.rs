//! What is to become of a row.

use chrono::NaiveTime;

use crate::language::when::Moment;

/// How pressing a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// "no priority"
    None,
    /// "low priority", p3 and p4.
    Low,
    /// "medium priority", p2.
    Medium,
    /// "urgent", "asap", "!!", p1.
    High,
}

/// How something repeats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repetition {
    /// RFC 5545 RRULE body, without `RRULE:`.
    pub rule: String,
    /// Counted from when it is done and not from when it was due: "every! 3 days", "3 days after
    /// I finish it".
    pub from_completion: bool,
    /// The clock time that is said with a change of how something repeats: "every weekday at 10".
    pub time: Option<NaiveTime>,
}

/// Where a row is moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// To a day (its time kept) or to an instant, with a new end if one was said.
    To {
        /// The new day or start.
        start: Moment,
        /// The new end.
        end: Option<Moment>,
    },
    /// To another time of its own day.
    Time(NaiveTime),
    /// The same where the half of the day was left open: this is how convention reads it, and a
    /// row that stands near the other reading keeps its half ("make it 7.30", of an evening).
    Hour(NaiveTime),
    /// By minutes of elapsed time, negative for earlier.
    By(i64),
    /// By days, negative for earlier; the clock time stays.
    ByDays(i64),
}

/// One change of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Another start, day, due date, or day of spending.
    Move(Move),
    /// Without a due date.
    Undated,
    /// Another title; for an expense another description.
    Title(String),
    /// Another amount.
    Amount {
        /// Hundredths of the currency's unit.
        hundredths: i64,
        /// ISO 4217 code, when one was named.
        currency: Option<&'static str>,
    },
    /// Another currency, the number kept: "that was euros".
    Currency(&'static str),
    /// Another category.
    Category(String),
    /// Another priority.
    Priority(Priority),
    /// Another place.
    Location(String),
    /// Words that join its notes.
    Note(String),
    /// How long an event lasts, in minutes.
    Length(i64),
    /// How much longer an event lasts, in minutes; negative for shorter.
    Longer(i64),
    /// When an event ends, its start kept.
    Ends(NaiveTime),
    /// Several at once: "move it to friday in room 5".
    All(Vec<Change>),
    /// How it repeats; `None` stops repeating.
    Repeat(Option<Repetition>),
}
