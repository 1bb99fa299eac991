//! How something repeats.

pub(crate) const REPEATS: &str = "Repeats";
pub(crate) const NEVER: &str = "Does not repeat";
pub(crate) const EVERY_DAY: &str = "Every day";
pub(crate) const EVERY_WEEKDAY: &str = "Every weekday";
pub(crate) const EVERY_WEEK: &str = "Every week";
pub(crate) const EVERY_TWO_WEEKS: &str = "Every 2 weeks";
pub(crate) const EVERY_MONTH: &str = "Every month";
pub(crate) const EVERY_YEAR: &str = "Every year";
pub(crate) const IN_WORDS: &str = "Another rule, in words";
pub(crate) const HOW_OFTEN: &str = "How often";
pub(crate) const EXAMPLE: &str = "every other Friday";
pub(crate) const TIMES: &str = "Or how many times";

/// A rule that no words are known for.
pub(crate) const OWN_RULE: &str = "By a rule of its own";
