//! Which tasks are wanted.

use serde::{Deserialize, Serialize};

use super::Priority;
use crate::input::Field;
use crate::page::PageRequest;
use crate::time::When;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

/// Which tasks are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct TaskFilter {
    /// Only done, or only open, tasks.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub is_complete: Field<bool>,
    /// Only tasks due before this; undated ones never are.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub due_before: Field<When>,
    /// Only tasks due at or after this; undated ones never are.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub due_after: Field<When>,
    /// Only tasks that were done at or after this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub done_after: Field<When>,
    /// Only tasks that were done before this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub done_before: Field<When>,
    /// Only tasks that matter this much.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub priority: Field<Priority>,
    /// Only tasks with these words in title or notes.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub q: Field<String>,
    /// How many at most, 1 to 1000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
    /// Where an earlier page ended.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cursor: Field<String>,
}

/// Which tasks are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskQuery {
    /// Only done, or only open, tasks.
    pub is_complete: Option<bool>,
    /// Exclusive upper bound of the deadline.
    pub due_before: Option<When>,
    /// Inclusive lower bound of the deadline.
    pub due_after: Option<When>,
    /// Inclusive lower bound of when it was done.
    pub done_after: Option<When>,
    /// Exclusive upper bound of when it was done.
    pub done_before: Option<When>,
    /// How much it matters.
    pub priority: Option<Priority>,
    /// Words to find.
    pub words: Option<String>,
    /// Which page.
    pub page: PageRequest,
}

impl Validate for TaskFilter {
    type Valid = TaskQuery;

    fn validate(self) -> Result<TaskQuery, Invalid> {
        let mut checker = Checker::default();
        let query = TaskQuery {
            is_complete: checker.optional("is_complete", self.is_complete),
            due_before: checker.optional("due_before", self.due_before),
            due_after: checker.optional("due_after", self.due_after),
            done_after: checker.optional("done_after", self.done_after),
            done_before: checker.optional("done_before", self.done_before),
            priority: checker.optional("priority", self.priority),
            words: checker.optional_text("q", self.q, TITLE_LIMIT),
            page: PageRequest::check(&mut checker, self.limit, self.cursor),
        };
        checker.finish(Some(query))
    }
}
