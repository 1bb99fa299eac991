//! Listing expenses.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::expense::{Expense, ExpenseFilter, ExpenseQuery};
use domain::page::Page;
use sea_orm::{ColumnTrait, QueryFilter};

use super::{matching, speaking_of};
use crate::entity::expenses::{Column, Entity};
use crate::error::Error;
use crate::operations::list::{Key, decode, page, paged};
use crate::operations::{Effect, Operation, Row, Scope};

/// Lists expenses, newest first.
pub struct ListExpenses;

impl Operation for ListExpenses {
    type Input = ExpenseFilter;
    type Output = Page<Expense>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_expenses";
    const SUMMARY: &'static str = "Lists expenses, newest first.";

    async fn run(scope: &mut Scope<'_>, query: ExpenseQuery) -> Result<Page<Expense>, Error> {
        let range = matching(scope, query.from, query.to, query.category.as_deref());
        let mut select = scope.own::<Entity>().filter(range);
        if let Some(at_least) = query.at_least {
            select = select.filter(Column::AmountMinor.gte(at_least.minor()));
        }
        if let Some(at_most) = query.at_most {
            select = select.filter(Column::AmountMinor.lte(at_most.minor()));
        }
        select = select.filter(speaking_of(query.words.as_deref()));
        let keys = [
            Key::descending(Column::IncurredAt.into_expr()),
            Key::descending(Column::Id.into_expr()),
        ];
        let after = decode::<(DateTime<Utc>, Uuid)>(&query.page)?
            .map(|(incurred, id)| [incurred.into(), id.into()]);
        let models = paged(select, keys, after, query.page.limit).all(scope.database()).await?;
        let expenses =
            models.into_iter().map(Expense::from_model).collect::<Result<Vec<_>, _>>()?;
        page(expenses, &query.page, |expense| (expense.incurred_at, expense.id))
    }
}
