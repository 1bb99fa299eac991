//! Several expenses into one category.

use domain::Uuid;
use domain::expense::{Expense, Recategorize};

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Puts several expenses into one category.
pub struct RecategorizeExpenses;

impl Operation for RecategorizeExpenses {
    type Input = Recategorize;
    type Output = Vec<Expense>;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "recategorize_expenses";
    const SUMMARY: &'static str = "Puts several expenses into one category.";

    fn weight((ids, _): &(Vec<Uuid>, String)) -> usize {
        ids.len()
    }

    async fn run(
        scope: &mut Scope<'_>,
        (ids, category): (Vec<Uuid>, String),
    ) -> Result<Vec<Expense>, Error> {
        let mut changed = Vec::with_capacity(ids.len());
        for id in ids {
            let before: Expense = scope.find(id).await?;
            let after = Expense { category: category.clone(), ..before.clone() };
            changed.push(scope.update(before, after).await?);
        }
        Ok(changed)
    }
}
