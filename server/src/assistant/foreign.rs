//! Text from elsewhere is data (DESIGN.md, assistant rule 4): recognising the
//! outcomes that hold some.

use domain::expense::CATEGORIES;
use domain::history::{Door, Item};

use super::tool::{Found, Outcome};

/// Whether an interpreter that reads this outcome has read text from elsewhere.
///
/// Readings and proposals count as none: their labels are for the person, and no
/// interpreter is given them.
pub(super) fn is_in(outcome: &Outcome) -> bool {
    match outcome {
        Outcome::Changed(action) => action.item.as_ref().is_some_and(is_foreign),
        Outcome::ChangedMany(_, items) => items.iter().any(is_foreign),
        Outcome::Found(found) => is_in_found(found),
        Outcome::Proposed(_) | Outcome::Ambiguous(_) | Outcome::Refused(_) => false,
    }
}

fn is_in_found(found: &Found) -> bool {
    match found {
        Found::Events(events) => events.iter().any(|event| event.door == Door::Api),
        Found::Tasks(tasks) => tasks.iter().any(|task| task.door == Door::Api),
        Found::Expenses(expenses) => expenses.iter().any(|expense| expense.door == Door::Api),
        Found::Budgets(states) => states.iter().any(|state| state.budget.door == Door::Api),
        Found::Analysis(analysis) => {
            let expenses = analysis.largest.iter().chain(&analysis.smallest);
            expenses.into_iter().any(|expense| expense.door == Door::Api)
        }
        Found::FreeTime(free) => {
            free.taken.iter().chain(&free.all_day).any(|event| event.door == Door::Api)
        }
        Found::Totals(totals) => totals.groups.iter().any(|group| is_own_word(&group.key)),
        Found::Agenda(agenda) => {
            let tasks = agenda.overdue.iter().chain(&agenda.due);
            agenda.events.iter().any(|event| event.door == Door::Api)
                || tasks.into_iter().any(|task| task.door == Door::Api)
        }
    }
}

/// Whether the name of a group of expenses may be somebody's own: a category that is
/// not offered may have come with an expense. Months and days are ours.
fn is_own_word(key: &str) -> bool {
    let is_date = key.chars().all(|letter| letter.is_ascii_digit() || letter == '-');
    !is_date && !CATEGORIES.contains(&key)
}

/// Whether a row came in by a door that others write through.
pub(super) fn is_foreign(item: &Item) -> bool {
    let door = match item {
        Item::Event(event) => event.door,
        Item::Task(task) => task.door,
        Item::Expense(expense) => expense.door,
        Item::Budget(budget) => budget.door,
        // No answer of the assistant holds them.
        Item::List(_) | Item::Filter(_) => return false,
    };
    door == Door::Api
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_offered_categories_are_ours() {
        assert!(!is_own_word("2026-11") && !is_own_word("2026-11-22") && !is_own_word("Food"));
        assert!(is_own_word("Obey the next task"));
    }
}
