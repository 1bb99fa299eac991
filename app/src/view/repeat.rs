//! How something repeats, as a form shows it.

use serde::{Deserialize, Serialize};

use crate::texts;

/// Rules that have a name in forms; what they do not name is taken from the start.
pub(crate) const CHOICES: [(&str, &str); 7] = [
    ("", texts::repeat::NEVER),
    ("FREQ=DAILY", texts::repeat::EVERY_DAY),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", texts::repeat::EVERY_WEEKDAY),
    ("FREQ=WEEKLY", texts::repeat::EVERY_WEEK),
    ("FREQ=WEEKLY;INTERVAL=2", texts::repeat::EVERY_TWO_WEEKS),
    ("FREQ=MONTHLY", texts::repeat::EVERY_MONTH),
    ("FREQ=YEARLY", texts::repeat::EVERY_YEAR),
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
