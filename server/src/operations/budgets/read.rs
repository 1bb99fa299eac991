//! Reading one budget.

use domain::Uuid;
use domain::budget::Budget;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads one budget.
pub struct ReadBudget;

impl Operation for ReadBudget {
    type Input = Target;
    type Output = Budget;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_budget";
    const SUMMARY: &'static str = "Reads one monthly budget.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<Budget, Error> {
        scope.find(id).await
    }
}
