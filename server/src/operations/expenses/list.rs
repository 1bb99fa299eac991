//! Listing expenses.

mod order;

use domain::expense::{Expense, ExpenseFilter, ExpenseQuery};
use domain::page::Page;
use sea_orm::QueryFilter;

use super::{matching, speaking_of, within};
use crate::entity::expenses::Entity;
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Lists expenses, newest first unless another order is asked for.
pub struct ListExpenses;

impl Operation for ListExpenses {
    type Input = ExpenseFilter;
    type Output = Page<Expense>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_expenses";
    const SUMMARY: &'static str = "Lists expenses, newest first.";

    async fn run(scope: &mut Scope<'_>, query: ExpenseQuery) -> Result<Page<Expense>, Error> {
        found(scope, &query).await
    }
}

/// One page of what is wanted.
pub(super) async fn found(scope: &Scope<'_>, query: &ExpenseQuery) -> Result<Page<Expense>, Error> {
    let wanted = matching(scope, query.from, query.to, query.category.as_deref())
        .add(within(query.at_least, query.at_most))
        .add(speaking_of(query.words.as_deref()));
    order::page(scope, scope.own::<Entity>().filter(wanted), query).await
}
