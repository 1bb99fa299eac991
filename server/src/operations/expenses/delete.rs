//! Removing an expense.

use domain::Uuid;
use domain::expense::Expense;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Removes an expense; answers it as it was.
pub struct DeleteExpense;

impl Operation for DeleteExpense {
    type Input = Target;
    type Output = Expense;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_expense";
    const SUMMARY: &'static str = "Removes an expense.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Expense, Error> {
        let row: Expense = scope.find(id).await?;
        scope.delete(row).await
    }
}
