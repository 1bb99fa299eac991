//! Whole requests: what a person asked the planner to do.

mod agenda;
mod categories;
mod create;
mod cues;
mod edits;
#[cfg(test)]
mod examples;
mod findings;
mod joints;
mod phrases;
mod segments;
mod sentence;
mod spending;
mod talk;

use chrono::{NaiveDate, NaiveTime};

use super::{Direction, Reference, lexer::Tokens, when::Moment};

pub use categories::category_of;

/// How pressing a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Priority {
    /// "low priority", p4.
    Low,
    /// "medium priority", p2 and p3.
    Medium,
    /// "urgent", "asap", p1.
    High,
}

/// Whole days, both ends included; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Days {
    /// The first day.
    pub first: Option<NaiveDate>,
    /// The last day.
    pub last: Option<NaiveDate>,
}

/// What an item on the calendar or the task list is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// On the calendar.
    Event,
    /// On the task list.
    Task,
    /// The words leave it open; look in both.
    Either,
}

/// Where an item is moved.
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
    /// By minutes, negative for earlier.
    By(i64),
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
        /// RFC 5545 RRULE body; `start` is then the first occurrence.
        rule: Option<String>,
    },
    /// Put something on the task list.
    CreateTask {
        /// The person's words, without those that were understood.
        title: String,
        /// The day or instant it is due.
        due: Option<Moment>,
        /// When the person said how pressing it is.
        priority: Option<Priority>,
        /// RFC 5545 RRULE body; `due` is then the first occurrence.
        rule: Option<String>,
    },
    /// Note what was spent.
    RecordExpense {
        /// Hundredths of the currency's unit.
        hundredths: i64,
        /// ISO 4217 code, when one was named.
        currency: Option<&'static str>,
        /// One of [`domain::expense::CATEGORIES`], or the person's own word.
        category: String,
        /// What it was spent on; may be empty.
        description: String,
        /// The day it was spent.
        date: NaiveDate,
    },
    /// Tick a task off.
    CompleteTask {
        /// Words of its title.
        target: String,
    },
    /// Show events.
    ListEvents {
        /// Of these days.
        days: Days,
        /// Only those with these words, or the next one with them.
        target: Option<String>,
    },
    /// Show tasks.
    ListTasks {
        /// Due on these days.
        days: Days,
        /// Only those whose due time has passed.
        overdue: bool,
        /// Only those this pressing.
        priority: Option<Priority>,
    },
    /// Show expenses.
    ListExpenses {
        /// Of these days.
        days: Days,
        /// Of this category.
        category: Option<String>,
        /// Of at least so many hundredths.
        at_least: Option<i64>,
    },
    /// Add expenses up.
    SumExpenses {
        /// Of these days.
        days: Days,
        /// Of this category.
        category: Option<String>,
    },
    /// Show when nothing is planned.
    FindFreeTime {
        /// On these days.
        days: Days,
        /// For so long.
        minutes: Option<u32>,
    },
    /// Move something to another time.
    Reschedule {
        /// What kind of thing it is.
        item: Item,
        /// Words of its title; without them it is named by its time only.
        target: Option<String>,
        /// The day or time it has now, when said.
        from: Option<Moment>,
        /// Where it goes.
        to: Move,
    },
    /// Take events off the calendar. Ask first.
    DeleteEvent {
        /// Words of its title.
        target: Option<String>,
        /// On these days.
        days: Days,
        /// Starting at this instant, when a time was said ("cancel my 3pm").
        at: Option<chrono::DateTime<chrono_tz::Tz>>,
        /// Everything on those days.
        all: bool,
    },
    /// Take tasks off the list. Ask first.
    DeleteTask {
        /// Words of its title.
        target: Option<String>,
        /// Everything on the list.
        all: bool,
    },
    /// Take back a recorded expense. Ask first.
    DeleteExpense {
        /// Words of its description.
        target: Option<String>,
        /// On these days.
        days: Days,
        /// Its amount in hundredths, when said.
        hundredths: Option<i64>,
    },
    /// Take the last change back.
    Undo,
}

/// Why a question has to go back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A request was begun ("remind me"), but not what about.
    What,
    /// "Move it to friday": which one is not known.
    Which,
    /// A day or time and nothing else.
    OnlyATime(Moment),
    /// A date was written that the calendar does not have.
    NoSuchDate,
    /// A date and a weekday disagree.
    Disagree {
        /// The date said.
        date: NaiveDate,
        /// The weekday said with it.
        said: chrono::Weekday,
    },
    /// What to do with it is not clear.
    Unclear,
}

/// Talk that asks for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallTalk {
    /// "hi"
    Greeting,
    /// "thanks"
    Thanks,
    /// "help", "what can you do"
    Help,
}

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// These, in this order.
    Requests(Vec<Request>),
    /// Nothing yet: something is missing or wrong.
    Ask(Question),
    /// Nothing at all.
    SmallTalk(SmallTalk),
    /// No request was recognised.
    NotUnderstood,
}

/// Longer messages are not interpreted, in bytes; the chat refuses them before (4,000 characters).
const LONGEST: usize = 16_000;

/// Reads a message.
#[must_use]
pub fn read(text: &str, reference: &Reference) -> Reading {
    if text.len() > LONGEST {
        return Reading::NotUnderstood;
    }
    let tokens = Tokens::new(text);
    if let Some(talk) = talk::small(&tokens) {
        return Reading::SmallTalk(talk);
    }
    segments::read(&tokens, reference)
}

/// What one part of a message was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Done(Request),
    Ask(Question),
    Nothing,
}

impl From<super::day::Trouble> for Question {
    fn from(trouble: super::day::Trouble) -> Self {
        match trouble {
            super::day::Trouble::NoSuchDate => Self::NoSuchDate,
            super::day::Trouble::Disagree { date, said } => Self::Disagree { date, said },
        }
    }
}

/// The direction of expressions about what is planned and about what was spent.
const PLANS: Direction = Direction::Forward;
const SPENT: Direction = Direction::Back;
