//! Changes to tasks.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::new::IN_TWO_PLACES;
use super::priority::NO_PRIORITY;
use super::{Labels, NO_TITLE, Priority, estimate};
use crate::input::Field;
use crate::repeat::{RepeatFrom, Rule};
use crate::time::When;
use crate::validation::{Change, Checker, Invalid, TEXT_LIMIT, TITLE_LIMIT, Validate};

const NO_STATUS: &str = "Must be true or false.";

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
    /// The list it goes into; a subtask becomes a task of its own.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub list_id: Field<Uuid>,
    /// The task that it becomes a part of; it leaves its list.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub parent_id: Field<Uuid>,
    /// All of its labels.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub labels: Field<Labels>,
    /// How long it takes, in minutes, at most 6000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub estimate_minutes: Field<u32>,
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
    /// The list it goes into; never together with a new `parent`.
    pub list: Change<Option<Uuid>>,
    /// The task that it becomes a part of.
    pub parent: Change<Option<Uuid>>,
    /// All of its labels.
    pub labels: Change<Labels>,
    /// How long it takes, in minutes.
    pub estimate: Change<Option<u32>>,
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
            list: checker
                .change_optional(self.list_id, |checker, field| checker.optional("list_id", field)),
            parent: checker.change_optional(self.parent_id, |checker, field| {
                checker.optional("parent_id", field)
            }),
            labels: match checker
                .change_optional(self.labels, |checker, field| checker.optional("labels", field))
            {
                Change::Keep => Change::Keep,
                Change::Set(labels) => Change::Set(labels.unwrap_or_default()),
            },
            estimate: checker.change_optional(self.estimate_minutes, estimate),
        };
        if matches!((&changes.list, &changes.parent), (Change::Set(Some(_)), Change::Set(Some(_))))
        {
            checker.complain("list_id", IN_TWO_PLACES);
        }
        checker.finish(Some(changes))
    }
}
