//! Reading one expense.

use domain::Uuid;
use domain::expense::Expense;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads one expense.
pub struct ReadExpense;

impl Operation for ReadExpense {
    type Input = Target;
    type Output = Expense;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_expense";
    const SUMMARY: &'static str = "Reads one expense.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Expense, Error> {
        scope.find(id).await
    }
}
