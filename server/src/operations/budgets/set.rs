//! Setting a budget.

use domain::Uuid;
use domain::budget::{Budget, BudgetDraft, NewBudget};
use sea_orm::SqlErr;

use super::{all, is_for};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// How many budgets a person may have: more than anybody has categories, few enough to
/// be read at once.
const BUDGETS_LIMIT: usize = 200;

/// Sets the monthly budget of a category, or of all spending.
pub struct SetBudget;

impl Operation for SetBudget {
    type Input = NewBudget;
    type Output = Budget;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "set_budget";
    const SUMMARY: &'static str =
        "Sets the monthly budget of a category, or of all spending; replaces the one it has.";

    async fn run(scope: &mut Scope<'_>, draft: BudgetDraft) -> Result<Budget, Error> {
        let existing = all(scope).await?;
        let same = existing.iter().find(|budget| is_for(budget, draft.category.as_deref()));
        if let Some(same) = same {
            // Held until the end, so that what is written fits what was read.
            let before: Budget = scope.find(same.id).await?;
            let currency = draft.currency.unwrap_or(before.currency);
            let budget = Budget { amount: draft.amount, currency, ..before.clone() };
            return scope.update(before, budget).await;
        }
        if existing.len() >= BUDGETS_LIMIT {
            return Err(Error::field("category", "There are 200 budgets already."));
        }
        let budget = Budget {
            id: Uuid::now_v7(),
            category: draft.category,
            amount: draft.amount,
            currency: draft.currency.unwrap_or(scope.actor().currency),
            door: scope.door(),
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
        };
        scope.insert(budget).await.map_err(at_once)
    }
}

/// Of two requests that set the same budget at once, the database lets one be first.
fn at_once(error: Error) -> Error {
    match error {
        Error::Database(cause)
            if matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) =>
        {
            Error::Conflict("This budget was set at the same moment. Try again.")
        }
        other => other,
    }
}
