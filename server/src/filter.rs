//! The language in which tasks are looked for: `due:today p1 #home -done`.
//!
//! Terms side by side must all hold, `or` stands between groups of which one must, and `-`
//! turns a term around. What is no term of the language is a word to find in title or notes;
//! marks of quotation hold words together and make a word of anything.
//!
//! | written | finds |
//! |---|---|
//! | `milk`, `"oat milk"` | the words in title or notes |
//! | `p1` … `p4` | high, medium, low and no priority; also `priority:high` |
//! | `#home`, `label:home` | a label |
//! | `list:Work`, `list:"Home and garden"` | a list, with the subtasks of its tasks |
//! | `due:today`, `due:fri`, `due:2026-12-01` | a day; `tomorrow` and `yesterday` too |
//! | `due:<fri`, `due:>=2026-12-01`, `due:today..fri` | before, from, between |
//! | `due:week`, `due:next-week`, `due:month`, `due:7d` | the calendar's week or month, the next days |
//! | `due:overdue` | what is open and late |
//! | `done:today`, `done:week` | when it was done |
//! | `is:done`, `is:open`, `is:repeating`, `is:subtask`; `done` alone | its state |
//! | `has:due`, `no:due` … `list`, `label`, `priority`, `estimate`, `notes` | what is, or is not, said of it |
//! | `estimate:<30m`, `estimate:2h` | how long it takes |

mod dates;
mod lexer;
mod read;
mod write;

use chrono::{NaiveDate, Weekday};
use domain::task::{Label, Priority};

pub use self::dates::Calendar;
pub use self::read::read;

/// A filter: all of the terms of any group. One without groups finds everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// What stood between `or`s.
    pub groups: Vec<Vec<Term>>,
}

/// One test, or its opposite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether a `-` stands before it.
    pub negated: bool,
    /// What is looked at.
    pub test: Test,
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// These words, one behind the other, in title or notes.
    Words(String),
    /// How much it matters.
    Priority(Priority),
    /// It has the label.
    Label(Label),
    /// It is in the list of that name.
    List(String),
    /// When it is due.
    Due(Span),
    /// It is open, and its deadline has passed.
    Overdue,
    /// When it was done.
    Done(Span),
    /// What state it is in.
    Is(State),
    /// Something is said of it.
    Has(Part),
    /// Something is not said of it.
    No(Part),
    /// How long it takes, in minutes.
    Estimate(Comparison, u32),
}

/// A state of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Ticked off.
    Done,
    /// Still to be done.
    Open,
    /// It has a rule.
    Repeating,
    /// It is a part of another one.
    Subtask,
}

/// What can be said of a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A deadline.
    Due,
    /// A list.
    List,
    /// A label.
    Label,
    /// A priority.
    Priority,
    /// An estimate.
    Estimate,
    /// Notes.
    Notes,
}

/// Which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// Compared with a day.
    Day(Comparison, Day),
    /// From one day to another, both included.
    Between(Day, Day),
    /// The calendar's week.
    Week,
    /// The one after it.
    NextWeek,
    /// The calendar's month.
    Month,
    /// The one after it.
    NextMonth,
    /// So many days, today included: from today on for deadlines, up to today for what was done.
    Days(u32),
}

/// How something compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// Nothing, or `=`
    Equal,
    /// `>=`
    AtLeast,
    /// `>`
    More,
}

/// A day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// `2026-12-01`
    Date(NaiveDate),
    /// `today`
    Today,
    /// `tomorrow`
    Tomorrow,
    /// `yesterday`
    Yesterday,
    /// `fri`: today or the next one for deadlines, today or the last one for what was done.
    Weekday(Weekday),
}

/// What is wrong with a filter, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The part that is wrong.
    pub part: String,
    /// Where it begins, in characters from 1.
    pub place: usize,
    /// What is wrong with it, as a sentence.
    pub reason: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "“{}” (character {}): {}", self.part, self.place, self.reason)
    }
}

#[cfg(test)]
mod tests;
