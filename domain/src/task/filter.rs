//! Which tasks are wanted.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Priority;
use crate::input::{Field, FromScalar, Scalar};
use crate::page::PageRequest;
use crate::time::When;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

/// The longest filter, in characters.
pub const FILTER_LIMIT: usize = 500;

/// How tasks are ordered.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum TaskOrder {
    /// Open first, by deadline, undated last.
    #[default]
    Due,
    /// Open first, as the person put them.
    Hand,
    /// What was done last first; then what is open.
    Done,
}

impl FromScalar for TaskOrder {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match &scalar {
            Scalar::Text(name) if name == "due" => Ok(Self::Due),
            Scalar::Text(name) if name == "hand" => Ok(Self::Hand),
            Scalar::Text(name) if name == "done" => Ok(Self::Done),
            _ => Err("Must be due, hand or done.".to_owned()),
        }
    }
}

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
    /// Only tasks of this list, their subtasks included.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub list_id: Field<Uuid>,
    /// Only the subtasks of this task.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub parent_id: Field<Uuid>,
    /// Only subtasks, or only tasks that are none.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub is_subtask: Field<bool>,
    /// What people type to find tasks: `due:today p1 #home -done`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub filter: Field<String>,
    /// How they are ordered; by deadline when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub order: Field<TaskOrder>,
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
    /// The list they are in.
    pub list: Option<Uuid>,
    /// The task they are a part of.
    pub parent: Option<Uuid>,
    /// Whether they are subtasks.
    pub is_subtask: Option<bool>,
    /// A filter that was not read yet.
    pub filter: Option<String>,
    /// How they are ordered.
    pub order: TaskOrder,
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
            list: checker.optional("list_id", self.list_id),
            parent: checker.optional("parent_id", self.parent_id),
            is_subtask: checker.optional("is_subtask", self.is_subtask),
            filter: checker.optional_text("filter", self.filter, FILTER_LIMIT),
            order: checker.optional("order", self.order).unwrap_or_default(),
            page: PageRequest::check(&mut checker, self.limit, self.cursor),
        };
        checker.finish(Some(query))
    }
}
