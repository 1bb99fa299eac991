//! How something repeats, as a form shows it.

use serde::{Deserialize, Serialize};

/// Rules that have a name in forms; what they do not name is taken from the start.
pub(crate) const CHOICES: [(&str, &str); 7] = [
    ("", "Does not repeat"),
    ("FREQ=DAILY", "Every day"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday"),
    ("FREQ=WEEKLY", "Every week"),
    ("FREQ=WEEKLY;INTERVAL=2", "Every 2 weeks"),
    ("FREQ=MONTHLY", "Every month"),
    ("FREQ=YEARLY", "Every year"),
];

/// What the fields of [`crate::forms::RepeatForm`] start with, for something that
/// repeats already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RepeatView {
    /// What is chosen.
    pub choice: String,
    /// The last day, as `date` has it.
    pub until: String,
    /// How many times.
    pub times: String,
    /// The stored rule without its end.
    pub rule: String,
    /// The same in words, where no choice stands for it.
    pub words: String,
}
