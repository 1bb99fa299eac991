//! The history of changes.

pub(crate) const LAST_DAYS: &str = "The last 30 days";
pub(crate) const LATEST: &str = "Latest";
pub(crate) const EARLIER: &str = "Earlier";

// What is shown.
pub(crate) const WHAT: &str = "What was changed";
pub(crate) const EVERYTHING: &str = "Everything";
pub(crate) const BUDGETS: &str = "Budgets";
pub(crate) const WHO: &str = "Who changed it";
pub(crate) const ANYBODY: &str = "By anybody";
pub(crate) const OTHER_PROGRAMS: &str = "Other programs";
pub(crate) const OTHER_PROGRAM: &str = "Another program";
pub(crate) const PLANNER: &str = "The planner";

// Nothing to show.
/// Before the link that shows everything.
pub(crate) const NOTHING_OF_KIND: &str = "Nothing of this kind was changed. ";
pub(crate) const SHOW_EVERYTHING: &str = "Show everything";
pub(crate) const NOTHING: &str = "Nothing was changed yet. What you, the assistant or another program changes is listed here, and can be taken back for 30 days.";

// A change.
pub(crate) const CHANGED_SINCE: &str = "Changed since";

/// More rows than are named.
pub(crate) fn more(rows: usize) -> String {
    format!(" and {rows} more")
}

pub(crate) fn added(row: &str) -> String {
    format!("Added {row}")
}

pub(crate) fn deleted(row: &str) -> String {
    format!("Deleted {row}")
}

// Rows that do not say by themselves what they are.
pub(crate) fn budget(row: &str) -> String {
    format!("a budget, {row}")
}

pub(crate) fn list(row: &str) -> String {
    format!("the list {row}")
}

pub(crate) fn filter(row: &str) -> String {
    format!("the filter {row}")
}
