//! The table of expenses, and what it is narrowed to.

pub(crate) const CSV: &str = "CSV";
pub(crate) const NONE_LIKE_THAT: &str = "No expense is like that.";
pub(crate) const NONE: &str =
    "No expenses in this month. Try telling the assistant: “spent 12.50 on lunch”.";
pub(crate) const FIRST_PAGE: &str = "First page";
pub(crate) const NEXT_PAGE: &str = "Next page";
pub(crate) const PAGE_GONE: &str = "This page of the list is no longer there.";

// The filter.
pub(crate) const WORDS: &str = "Words";
/// No category is asked for.
pub(crate) const ANY: &str = "Any";
pub(crate) const TIME: &str = "Time";
pub(crate) const LAST_YEAR: &str = "Last 12 months";
pub(crate) const ALL_TIME: &str = "All time";
pub(crate) const MORE: &str = "More";
pub(crate) const TO: &str = "To";
pub(crate) const AT_LEAST: &str = "At least";
pub(crate) const AT_MOST: &str = "At most";
pub(crate) const SHOW: &str = "Show";
pub(crate) const CLEAR: &str = "Clear";

// Rows that are chosen.
pub(crate) const INTO_CATEGORY: &str = "Into category";
pub(crate) const MOVE: &str = "Move";

pub(crate) fn choose(title: &str, amount: &str, day: &str) -> String {
    format!("Choose “{title}”, {amount}, {day}")
}

pub(crate) fn expenses(count: usize) -> String {
    match count {
        1 => "1 expense".to_owned(),
        count => format!("{count} expenses"),
    }
}

/// All rows with their sums, one for each currency.
pub(crate) fn total(count: usize, sums: &[String]) -> String {
    format!("{}, {}", expenses(count), sums.join(" and "))
}
