//! Budgets with what is left of them.

use chrono::{Datelike, Months};
use domain::budget::{Budget, BudgetFilter, BudgetQuery, BudgetState};
use domain::time::When;

use super::{all, is_for};
use crate::error::Error;
use crate::operations::expenses::{Sums, spent_by_category};
use crate::operations::{Effect, Operation, Scope};

/// Lists budgets with what was spent and what is left in a month.
pub struct ListBudgets;

impl Operation for ListBudgets {
    type Input = BudgetFilter;
    type Output = Vec<BudgetState>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_budgets";
    const SUMMARY: &'static str = "Lists monthly budgets with what was spent and what is left.";

    async fn run(scope: &mut Scope<'_>, query: BudgetQuery) -> Result<Vec<BudgetState>, Error> {
        let mut budgets = all(scope).await?;
        if let Some(category) = &query.category {
            budgets.retain(|budget| is_for(budget, Some(category)));
        }
        if budgets.is_empty() {
            return Ok(Vec::new());
        }
        let today = scope.today();
        let first = query.month.unwrap_or(today.with_day(1).unwrap_or(today));
        let end = first.checked_add_months(Months::new(1)).unwrap_or(first);
        let sums = spent_by_category(scope, When::Date(first), When::Date(end)).await?;
        let state = |budget: Budget| {
            let spent = spent(&budget, &sums);
            BudgetState::of(budget, first, spent)
        };
        Ok(budgets.into_iter().map(state).collect())
    }
}

/// What was spent in the budget's currency on its category, or on everything.
fn spent(budget: &Budget, sums: &Sums) -> i64 {
    let counts = |category: &str| budget.category.is_none() || is_for(budget, Some(category));
    sums.iter()
        .filter(|((category, currency), _)| *currency == budget.currency && counts(category))
        .fold(0, |sum, (_, (minor, _))| sum.saturating_add(*minor))
}
