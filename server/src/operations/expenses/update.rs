//! Changing an expense.

use domain::Uuid;
use domain::expense::{Expense, ExpenseChanges, ExpensePatch};
use domain::target::Update;
use domain::validation::Change;

use super::{check_rule, incurred};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Changes any part of an expense.
pub struct UpdateExpense;

impl Operation for UpdateExpense {
    type Input = Update<ExpensePatch>;
    type Output = Expense;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_expense";
    const SUMMARY: &'static str = "Changes any part of an expense; what is left out stays.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, changes): (Uuid, ExpenseChanges),
    ) -> Result<Expense, Error> {
        let before: Expense = scope.find(id).await?;
        let mut expense = before.clone();
        changes.amount.apply(&mut expense.amount);
        changes.currency.apply(&mut expense.currency);
        changes.category.apply(&mut expense.category);
        changes.description.apply(&mut expense.description);
        changes.notes.apply(&mut expense.notes);
        if let Change::Set(when) = changes.incurred {
            expense.incurred_at = incurred(scope, Some(when));
        }
        if let Change::Set(rule) = changes.rule {
            expense.rrule = rule.map(|rule| rule.to_string());
        }
        check_rule(scope, &expense)?;
        scope.update(before, expense).await
    }
}
