//! How many tasks are where.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How many open tasks there are, subtasks included.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TaskCounts {
    /// All of them.
    pub open: u64,
    /// Those whose deadline has passed.
    pub overdue: u64,
    /// Those that are due today and not overdue.
    pub today: u64,
    /// Those in no list.
    pub unlisted: u64,
    /// Of each list that holds any, by its identifier.
    pub lists: Vec<Count<Uuid>>,
    /// With each label, in the order of the alphabet.
    pub labels: Vec<Count<String>>,
}

/// How many there are of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Count<T> {
    /// Of which kind.
    pub of: T,
    /// How many.
    pub open: u64,
}
