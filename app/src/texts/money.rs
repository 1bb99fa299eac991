//! Expenses and budgets.

// Adding and changing an expense.
pub(crate) const NEW: &str = "New expense";
pub(crate) const AMOUNT: &str = "Amount";
pub(crate) const CATEGORY: &str = "Category";
pub(crate) const CATEGORY_EXAMPLE: &str = "Food";
/// What money was spent for.
pub(crate) const FOR: &str = "For";
/// The day.
pub(crate) const ON: &str = "On";
pub(crate) const SPLIT: &str = "Split";
pub(crate) const SPLIT_ASKING: &str = "Split…";
pub(crate) const REST: &str = "What is left";

pub(crate) fn parts_of(title: &str, amount: &str) -> String {
    format!("Parts of “{title}” that make {amount} together:")
}

pub(crate) fn part(number: usize) -> String {
    format!("Part {number}")
}

// The month.
pub(crate) const THE_MONTH: &str = "The month";
pub(crate) const MONTHS: &str = "Months";
pub(crate) const TWELVE_MONTHS: &str = "Twelve months";
pub(crate) const NOTHING_SPENT: &str = "Nothing spent yet.";
pub(crate) const SPENT: &str = "Spent";

/// The sum of it stands before.
pub(crate) fn spent_in(month: &str) -> String {
    format!("spent in {month}")
}

pub(crate) fn by_category(month: &str) -> String {
    format!("Spending in {month} by category")
}

/// Sums in other currencies, after the first one.
pub(crate) fn and(sums: &[String]) -> String {
    format!("and {}", sums.join(", "))
}

/// The whole of a month.
pub(crate) fn in_month(month: &str) -> String {
    format!("in {month}")
}

/// A month up to one of its days.
pub(crate) fn by_day(day: u32, month: &str) -> String {
    format!("by the {} of {month}", nth(day))
}

/// `1st`, `22nd`, `13th`.
fn nth(day: u32) -> String {
    let end = match (day % 10, day % 100) {
        (1, ..=10 | 14..) => "st",
        (2, ..=10 | 14..) => "nd",
        (3, ..=10 | 14..) => "rd",
        _ => "th",
    };
    format!("{day}{end}")
}

pub(crate) fn less_than(difference: &str, when: &str) -> String {
    format!("{difference} less than {when}.")
}

pub(crate) fn as_much_as(when: &str) -> String {
    format!("As much as {when}.")
}

pub(crate) fn more_than(difference: &str, when: &str) -> String {
    format!("{difference} more than {when}.")
}

// A category against the month before.
pub(crate) const AS_MUCH: &str = "as much";

pub(crate) fn more(difference: &str) -> String {
    format!("{difference} more")
}

pub(crate) fn less(difference: &str) -> String {
    format!("{difference} less")
}

// Budgets.
pub(crate) const SET_BUDGET: &str = "Set a budget";
pub(crate) const MONTHLY_BUDGET: &str = "Budget for a month";
pub(crate) const NO_BUDGET: &str = "Leave it empty for no budget.";
/// What a budget is for that is for no category.
pub(crate) const ALL_SPENDING: &str = "all spending";

pub(crate) fn set_budget_for(what: &str) -> String {
    format!("Set a budget for {what}")
}

pub(crate) fn change_budget_for(what: &str) -> String {
    format!("Change the budget for {what}")
}

pub(crate) fn over_budget(over: &str, budget: &str) -> String {
    format!("{over} over {budget}")
}

pub(crate) fn left_of_budget(left: &str, budget: &str) -> String {
    format!("{left} left of {budget}")
}

// The charts.
pub(crate) const AS_TABLE: &str = "As a table";
pub(crate) const SO_FAR: &str = "So far";
pub(crate) const LAST_TWELVE_MONTHS: &str = "Spending in the last twelve months";

pub(crate) fn day_by_day(month: &str) -> String {
    format!("{month} day by day")
}

pub(crate) fn spending_day_by_day(month: &str) -> String {
    format!("Spending in {month}, day by day")
}

pub(crate) fn point(day: &str, spent: &str, sum: &str) -> String {
    format!("{day}: {spent}, {sum} so far")
}

pub(crate) fn budget_of(amount: &str) -> String {
    format!("Budget {amount}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_people_do() {
        let said: Vec<String> = [1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 31].map(nth).to_vec();
        let expected =
            ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "31st"];
        assert_eq!(said, expected);
    }
}
