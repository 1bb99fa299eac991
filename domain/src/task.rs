//! Tasks.

mod count;
mod filter;
mod labels;
mod new;
mod patch;
mod place;
mod priority;

pub use count::{Count, TaskCounts};
pub use filter::{FILTER_LIMIT, TaskFilter, TaskOrder, TaskQuery};
pub use labels::{LABELS_LIMIT, Label, Labels};
pub use new::{NewTask, TaskDraft};
pub use patch::{TaskChanges, TaskPatch};
pub use place::{MoveTask, TaskMove};
pub use priority::Priority;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::history::Door;
use crate::input::Field;
use crate::repeat::RepeatFrom;
use crate::time::{Moment, written};
use crate::validation::Checker;

const NO_TITLE: &str = "Give it a title.";
/// The longest estimate: a hundred hours, in minutes.
pub const ESTIMATE_LIMIT: u32 = 6_000;

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
    #[serde(serialize_with = "written::optional")]
    pub completed_at: Option<DateTime<Utc>>,
    /// The deadline; a plain date has no time.
    pub due_date: Option<Moment>,
    /// How much it matters.
    pub priority: Priority,
    /// How it repeats: an RFC 5545 rule. The deadline is the first one.
    pub rrule: Option<String>,
    /// What the next deadline counts from, if it repeats.
    pub repeat_from: Option<RepeatFrom>,
    /// The list it is in, if any. A subtask is where its task is.
    #[serde(default)]
    pub list_id: Option<Uuid>,
    /// The task that it is a part of.
    #[serde(default)]
    pub parent_id: Option<Uuid>,
    /// Short words that it is found by.
    #[serde(default)]
    pub labels: Labels,
    /// How long it takes, in minutes.
    #[serde(default)]
    pub estimate_minutes: Option<u32>,
    /// Its place in the order by hand: less comes first. Moving it (`POST /api/tasks/{id}/move`)
    /// changes it.
    #[serde(default)]
    pub position: i64,
    /// The door it came through.
    pub door: Door,
    /// When it was recorded.
    #[serde(serialize_with = "written::instant")]
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    #[serde(serialize_with = "written::instant")]
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
}

/// How long a task takes, from one minute to a hundred hours.
fn estimate(checker: &mut Checker, field: Field<u32>) -> Option<u32> {
    let minutes = checker.optional("estimate_minutes", field)?;
    if !(1..=ESTIMATE_LIMIT).contains(&minutes) {
        checker.complain("estimate_minutes", "Must be between 1 and 6000 minutes.");
    }
    Some(minutes)
}
