//! Tasks.

mod filter;

pub use filter::{TaskFilter, TaskQuery};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::history::Door;
use crate::input::{Field, FromScalar, Scalar};
use crate::repeat::{RepeatFrom, Rule};
use crate::time::{Moment, When};
use crate::validation::{Change, Checker, Invalid, TEXT_LIMIT, TITLE_LIMIT, Validate};

const NO_TITLE: &str = "Give it a title.";
const NO_STATUS: &str = "Must be true or false.";
const NO_PRIORITY: &str = "Must be none, low, medium or high.";

/// How much a task matters.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// Not said.
    #[default]
    None,
    /// Can wait.
    Low,
    /// Should be done.
    Medium,
    /// Must be done.
    High,
}

impl Priority {
    /// All of them, least first.
    pub const ALL: [Self; 4] = [Self::None, Self::Low, Self::Medium, Self::High];

    /// The name on the wire and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The priority of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.name() == name)
    }
}

impl FromScalar for Priority {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) => Self::from_name(&name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| NO_PRIORITY.to_owned())
    }
}

/// A task as it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Task {
    /// Identifier.
    pub id: Uuid,
    /// What is to be done.
    pub title: String,
    /// Details.
    pub notes: Option<String>,
    /// Whether it is done.
    pub is_complete: bool,
    /// When it was done.
    pub completed_at: Option<DateTime<Utc>>,
    /// The deadline; a plain date has no time.
    pub due_date: Option<Moment>,
    /// How much it matters.
    pub priority: Priority,
    /// How it repeats: an RFC 5545 rule. The deadline is the first one.
    pub rrule: Option<String>,
    /// What the next deadline counts from, if it repeats.
    pub repeat_from: Option<RepeatFrom>,
    /// The door it came through.
    pub door: Door,
    /// When it was recorded.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
}

/// A new task, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["title"])))]
#[serde(default)]
pub struct NewTask {
    /// What is to be done.
    pub title: Field<String>,
    /// Details.
    pub notes: Field<String>,
    /// Whether it is done already.
    pub is_complete: Field<bool>,
    /// The deadline; a plain date has no time.
    pub due_date: Field<When>,
    /// How much it matters.
    pub priority: Field<Priority>,
    /// How it repeats.
    pub rrule: Field<Rule>,
    /// What the next deadline counts from; `due` when left out.
    pub repeat_from: Field<RepeatFrom>,
}

/// A new task whose fields are good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskDraft {
    /// What is to be done.
    pub title: String,
    /// Details.
    pub notes: Option<String>,
    /// Whether it is done already.
    pub is_complete: bool,
    /// The deadline.
    pub due: Option<When>,
    /// How much it matters.
    pub priority: Priority,
    /// How it repeats.
    pub rule: Option<Rule>,
    /// What the next deadline counts from, if said.
    pub repeat_from: Option<RepeatFrom>,
}

impl Validate for NewTask {
    type Valid = TaskDraft;

    fn validate(self) -> Result<TaskDraft, Invalid> {
        let mut checker = Checker::default();
        let title = checker.line("title", self.title, TITLE_LIMIT, NO_TITLE);
        let notes = checker.optional_text("notes", self.notes, TEXT_LIMIT);
        let is_complete = checker.optional("is_complete", self.is_complete).unwrap_or(false);
        let due = checker.optional("due_date", self.due_date);
        let priority = checker.optional("priority", self.priority).unwrap_or_default();
        let rule = checker.optional("rrule", self.rrule);
        let repeat_from = checker.optional("repeat_from", self.repeat_from);
        checker.finish(title.map(|title| TaskDraft {
            title,
            notes,
            is_complete,
            due,
            priority,
            rule,
            repeat_from,
        }))
    }
}

/// Changes to a task: what is absent stays, `null` empties.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct TaskPatch {
    /// What is to be done.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// Details.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub notes: Field<String>,
    /// Whether it is done.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub is_complete: Field<bool>,
    /// The deadline.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub due_date: Field<When>,
    /// How much it matters.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub priority: Field<Priority>,
    /// How it repeats; `null` for no longer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub rrule: Field<Rule>,
    /// What the next deadline counts from.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub repeat_from: Field<RepeatFrom>,
}

/// Changes to a task whose fields are good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskChanges {
    /// What is to be done.
    pub title: Change<String>,
    /// Details.
    pub notes: Change<Option<String>>,
    /// Whether it is done.
    pub is_complete: Change<bool>,
    /// The deadline.
    pub due: Change<Option<When>>,
    /// How much it matters.
    pub priority: Change<Priority>,
    /// How it repeats.
    pub rule: Change<Option<Rule>>,
    /// What the next deadline counts from, if said.
    pub repeat_from: Option<RepeatFrom>,
}

impl Validate for TaskPatch {
    type Valid = TaskChanges;

    fn validate(self) -> Result<TaskChanges, Invalid> {
        let mut checker = Checker::default();
        let changes = TaskChanges {
            title: checker.change("title", self.title, NO_TITLE, |checker, field| {
                checker.line("title", field, TITLE_LIMIT, NO_TITLE)
            }),
            notes: checker.change_optional(self.notes, |checker, field| {
                checker.optional_text("notes", field, TEXT_LIMIT)
            }),
            is_complete: checker.change(
                "is_complete",
                self.is_complete,
                NO_STATUS,
                |checker, field| checker.optional("is_complete", field),
            ),
            due: checker.change_optional(self.due_date, |checker, field| {
                checker.optional("due_date", field)
            }),
            priority: checker.change("priority", self.priority, NO_PRIORITY, |checker, field| {
                checker.optional("priority", field)
            }),
            rule: checker
                .change_optional(self.rrule, |checker, field| checker.optional("rrule", field)),
            repeat_from: checker.optional("repeat_from", self.repeat_from),
        };
        checker.finish(Some(changes))
    }
}
