//! Recording an expense.

use domain::Uuid;
use domain::expense::{Expense, ExpenseDraft, NewExpense};

use super::{check_rule, incurred};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Records an expense.
pub struct CreateExpense;

impl Operation for CreateExpense {
    type Input = NewExpense;
    type Output = Expense;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "record_expense";
    const SUMMARY: &'static str = "Records an expense.";

    async fn run(scope: &mut Scope<'_>, draft: ExpenseDraft) -> Result<Expense, Error> {
        let expense = Expense {
            id: Uuid::now_v7(),
            amount: draft.amount,
            currency: draft.currency.unwrap_or(scope.actor().currency),
            category: draft.category,
            description: draft.description,
            notes: draft.notes,
            incurred_at: incurred(scope, draft.incurred),
            rrule: draft.rule.map(|rule| rule.to_string()),
            door: scope.door(),
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
        };
        check_rule(scope, &expense)?;
        scope.insert(expense).await
    }
}
