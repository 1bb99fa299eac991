//! What lies ahead: events and deadlines over some days.

use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::input::Field;
use crate::task::Task;
use crate::time::When;
use crate::validation::{Checker, Invalid, Validate};

/// The most days one agenda covers.
const DAYS_LIMIT: u32 = 62;

/// Which days are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AgendaFilter {
    /// The first day; today when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub from: Field<When>,
    /// How many days, 1 to 62; seven when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub days: Field<u32>,
}

/// Which days are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaQuery {
    /// The first day, if said.
    pub from: Option<When>,
    /// How many days.
    pub days: u32,
}

impl Validate for AgendaFilter {
    type Valid = AgendaQuery;

    fn validate(self) -> Result<AgendaQuery, Invalid> {
        let mut checker = Checker::default();
        let from = checker.optional("from", self.from);
        let days = checker.optional("days", self.days).unwrap_or(7);
        if !(1..=DAYS_LIMIT).contains(&days) {
            checker.complain("days", "Must be between 1 and 62.");
        }
        checker.finish(Some(AgendaQuery { from, days }))
    }
}

/// What lies ahead, and what was missed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agenda {
    /// Events that touch the days, by start.
    pub events: Vec<Event>,
    /// Open tasks due within the days, by deadline.
    pub due: Vec<Task>,
    /// Open tasks whose deadline has passed already.
    pub overdue: Vec<Task>,
    /// Open tasks without a deadline, newest first, ten at most; steps of a task are not among them.
    pub undated: Vec<Task>,
}
