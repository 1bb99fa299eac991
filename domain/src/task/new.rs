//! New tasks.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Labels, NO_TITLE, Priority, estimate};
use crate::input::Field;
use crate::repeat::{RepeatFrom, Rule};
use crate::time::When;
use crate::validation::{Checker, Invalid, TEXT_LIMIT, TITLE_LIMIT, Validate};

pub(super) const IN_TWO_PLACES: &str = "A subtask is in the list of its task; leave this out.";

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
    /// The list it goes into.
    pub list_id: Field<Uuid>,
    /// The task that it is a part of.
    pub parent_id: Field<Uuid>,
    /// Short words to find it by.
    pub labels: Field<Labels>,
    /// How long it takes, in minutes, at most 6000.
    pub estimate_minutes: Field<u32>,
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
    /// The list it goes into; never together with `parent`.
    pub list: Option<Uuid>,
    /// The task that it is a part of.
    pub parent: Option<Uuid>,
    /// Short words to find it by.
    pub labels: Labels,
    /// How long it takes, in minutes.
    pub estimate: Option<u32>,
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
        let list = checker.optional("list_id", self.list_id);
        let parent = checker.optional("parent_id", self.parent_id);
        if list.is_some() && parent.is_some() {
            checker.complain("list_id", IN_TWO_PLACES);
        }
        let labels = checker.optional("labels", self.labels).unwrap_or_default();
        let estimate = estimate(&mut checker, self.estimate_minutes);
        checker.finish(title.map(|title| TaskDraft {
            title,
            notes,
            is_complete,
            due,
            priority,
            rule,
            repeat_from,
            list,
            parent,
            labels,
            estimate,
        }))
    }
}
