//! Changes of several rows at once.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::task::{Label, Priority};
use crate::time::Moment;
use crate::validation::{Checker, Invalid, Validate};

/// The most rows that change at once without the person's yes
/// (`conventions/interface.md`, "Chat").
pub const UNASKED: usize = 5;
/// The most rows that one step changes.
pub const ROWS_LIMIT: usize = 200;

/// The kinds of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A calendar event.
    Event,
    /// A task.
    Task,
    /// An expense.
    Expense,
    /// A monthly budget.
    Budget,
    /// A list of tasks; it is nothing that words of the chat name.
    #[cfg_attr(feature = "schema", schemars(skip))]
    List,
    /// A saved filter; neither is it.
    #[cfg_attr(feature = "schema", schemars(skip))]
    Filter,
}

impl Kind {
    /// What a person calls one of them.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Task => "task",
            Self::Expense => "expense",
            Self::Budget => "budget",
            Self::List => "list",
            Self::Filter => "filter",
        }
    }
}

/// Names a row of any kind, or one occurrence of a repeating event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RowId {
    /// What it is.
    pub kind: Kind,
    /// Its identifier.
    pub id: Uuid,
    /// Only this occurrence of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Moment>,
}

impl RowId {
    /// Names the whole row.
    pub fn whole(kind: Kind, id: Uuid) -> Self {
        Self { kind, id, occurrence: None }
    }
}

/// Where rows move to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// By so many minutes of elapsed time; negative is earlier.
    Minutes(i64),
    /// By so many days; negative is earlier. Clock times stay.
    Days(i64),
    /// To a day. Clock times stay.
    Date(NaiveDate),
    /// To a clock time of its own day.
    Time(NaiveTime),
}

/// What becomes of every row. All but moving is for tasks only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BulkChange {
    /// Tasks are done.
    Complete,
    /// Tasks are open again.
    Reopen,
    /// Events, or the deadlines of tasks, move.
    Move(Shift),
    /// Tasks lose their deadline.
    Undated,
    /// Tasks go into a list, or out of theirs; subtasks become tasks of their own.
    List(Option<Uuid>),
    /// Tasks matter this much.
    Priority(Priority),
    /// Tasks get a label.
    AddLabel(Label),
    /// Tasks lose a label.
    RemoveLabel(Label),
}

impl BulkChange {
    /// What was done, before the rows that it was done to: `Completed`.
    pub fn done(&self) -> &'static str {
        match self {
            Self::Complete => "Completed",
            Self::Reopen => "Reopened",
            Self::Move(_) | Self::List(_) => "Moved",
            Self::Undated => "Took the deadline off",
            Self::Priority(_) => "Changed the priority of",
            Self::AddLabel(_) => "Labelled",
            Self::RemoveLabel(_) => "Took a label off",
        }
    }
}

/// Rows that are all changed in the same way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeRows {
    /// Which ones, 1 to 200.
    pub rows: Vec<RowId>,
    /// What becomes of them.
    pub change: BulkChange,
}

impl Validate for ChangeRows {
    type Valid = Self;

    fn validate(self) -> Result<Self, Invalid> {
        let mut checker = Checker::default();
        check(&mut checker, &self.rows);
        let only_tasks = !matches!(self.change, BulkChange::Move(_));
        if only_tasks && self.rows.iter().any(|row| row.kind != Kind::Task) {
            checker.complain("rows", "This can be done to tasks only.");
        }
        if self.rows.iter().any(|row| !matches!(row.kind, Kind::Event | Kind::Task)) {
            checker.complain("rows", "Only events and tasks move.");
        }
        checker.finish(Some(self))
    }
}

/// Rows that are all removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DeleteRows {
    /// Which ones, 1 to 200.
    pub rows: Vec<RowId>,
}

impl Validate for DeleteRows {
    type Valid = Self;

    fn validate(self) -> Result<Self, Invalid> {
        let mut checker = Checker::default();
        check(&mut checker, &self.rows);
        checker.finish(Some(self))
    }
}

fn check(checker: &mut Checker, rows: &[RowId]) {
    if rows.is_empty() || rows.len() > ROWS_LIMIT {
        checker.complain("rows", "Must name between 1 and 200 rows.");
    }
}
