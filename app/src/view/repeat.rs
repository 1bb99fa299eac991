//! How something repeats, as a form shows it.

use serde::{Deserialize, Serialize};

/// What the fields of [`crate::forms::RepeatForm`] start with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepeatView {
    /// What can be chosen: values and what they are called.
    pub options: Vec<(String, String)>,
    /// What is chosen.
    pub choice: String,
    /// The last day, as `date` has it.
    pub until: String,
    /// How many times.
    pub times: String,
    /// The stored rule without its end.
    pub rule: String,
    /// All of this, for comparison.
    pub was: String,
}
