//! Changing a budget.

use domain::Uuid;
use domain::budget::{Budget, BudgetChanges, BudgetPatch};
use domain::target::Update;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Changes how much a budget is.
pub struct UpdateBudget;

impl Operation for UpdateBudget {
    type Input = Update<BudgetPatch>;
    type Output = Budget;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_budget";
    const SUMMARY: &'static str = "Changes how much a monthly budget is.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, changes): (Uuid, BudgetChanges),
    ) -> Result<Budget, Error> {
        let before: Budget = scope.find(id).await?;
        let mut budget = before.clone();
        changes.amount.apply(&mut budget.amount);
        changes.currency.apply(&mut budget.currency);
        scope.update(before, budget).await
    }
}
