//! Removing a budget.

use domain::Uuid;
use domain::budget::Budget;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Removes a budget; answers it as it was.
pub struct DeleteBudget;

impl Operation for DeleteBudget {
    type Input = Target;
    type Output = Budget;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_budget";
    const SUMMARY: &'static str = "Removes a monthly budget. What was spent stays.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Budget, Error> {
        let row: Budget = scope.find(id).await?;
        scope.delete(row).await
    }
}
