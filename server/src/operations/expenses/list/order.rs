//! The orders in which expenses are listed, each by an index
//! (`migration`, `index_expenses`), and where a page of each ends.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::expense::{Expense, ExpenseOrder, ExpenseQuery, ExpenseSort};
use domain::page::{Page, PageRequest};
use sea_orm::sea_query::{Expr, Func, SimpleExpr};
use sea_orm::{ColumnTrait, Order, Select};

use crate::entity::by_place;
use crate::entity::expenses::{Column, Entity};
use crate::error::Error;
use crate::operations::list::{Key, decode, page as cut, paged};
use crate::operations::{Row, Scope};

/// Where a page ended that was sorted by text. The text is wrapped, so that it is not
/// taken for a time.
type TextCursor = ((String,), DateTime<Utc>, Uuid);

/// One page of a selection, in the order that is asked for.
pub(super) async fn page(
    scope: &Scope<'_>,
    select: Select<Entity>,
    query: &ExpenseQuery,
) -> Result<Page<Expense>, Error> {
    let models = by_place::rows(sorted(select, query)?, scope.database()).await?;
    let rows = models.into_iter().map(Expense::from_model).collect::<Result<Vec<_>, _>>()?;
    let request = &query.page;
    match query.sort {
        ExpenseSort::Date => cut(rows, request, |row| (row.incurred_at, row.id)),
        ExpenseSort::Amount => {
            cut(rows, request, |row| (row.amount.minor(), row.incurred_at, row.id))
        }
        ExpenseSort::Category => {
            cut(rows, request, |row| ((row.category.clone(),), row.incurred_at, row.id))
        }
        ExpenseSort::Description => cut(rows, request, |row| {
            ((row.description.clone().unwrap_or_default(),), row.incurred_at, row.id)
        }),
    }
}

/// Sorts a selection, and leaves out what stands before the page.
fn sorted(select: Select<Entity>, query: &ExpenseQuery) -> Result<Select<Entity>, Error> {
    let (request, order) = (&query.page, query.order);
    // Equals follow the direction, except that texts from A to Z have the newest first.
    let ties = match query.sort {
        ExpenseSort::Date | ExpenseSort::Amount => order,
        ExpenseSort::Category | ExpenseSort::Description => order.turned(),
    };
    let [by_date, by_id] =
        [Column::IncurredAt, Column::Id].map(|column| key(column.into_expr(), ties));
    Ok(match query.sort {
        ExpenseSort::Date => {
            let after = decode::<(DateTime<Utc>, Uuid)>(request)?
                .map(|(incurred, id)| [incurred.into(), id.into()]);
            paged(select, [by_date, by_id], after, request.limit)
        }
        ExpenseSort::Amount => {
            let after = decode::<(i64, DateTime<Utc>, Uuid)>(request)?
                .map(|(minor, incurred, id)| [minor.into(), incurred.into(), id.into()]);
            let by_amount = key(Column::AmountMinor.into_expr(), order);
            paged(select, [by_amount, by_date, by_id], after, request.limit)
        }
        ExpenseSort::Category => {
            let after = text_cursor(request)?.map(|((text,), incurred, id)| {
                [Func::lower(text).into(), incurred.into(), id.into()]
            });
            let name = SimpleExpr::from(Func::lower(Column::Category.into_expr()));
            paged(select, [key(name, order), by_date, by_id], after, request.limit)
        }
        ExpenseSort::Description => {
            let after = text_cursor(request)?.map(|((text,), incurred, id)| {
                let beginning =
                    Func::cust("substr").arg(Func::lower(text)).arg(1_i32).arg(BEGINNING);
                [beginning.into(), incurred.into(), id.into()]
            });
            let name = SimpleExpr::from(Expr::cust(DESCRIPTION));
            paged(select, [key(name, order), by_date, by_id], after, request.limit)
        }
    })
}

/// Of a description so many characters are compared.
const BEGINNING: i32 = 100;
/// To the letter as the index has it, or the index does not serve.
const DESCRIPTION: &str = r#"substr(lower(coalesce("expenses"."description", '')), 1, 100)"#;

fn key(expression: SimpleExpr, order: ExpenseOrder) -> Key {
    let order = match order {
        ExpenseOrder::Up => Order::Asc,
        ExpenseOrder::Down => Order::Desc,
    };
    Key { expression, order }
}

/// PostgreSQL takes no NUL, and no text of ours holds one.
fn text_cursor(request: &PageRequest) -> Result<Option<TextCursor>, Error> {
    let cursor = decode::<TextCursor>(request)?;
    match &cursor {
        Some(((text,), ..)) if text.contains('\0') => {
            Err(Error::field("cursor", "Is not one that this list gave."))
        }
        _ => Ok(cursor),
    }
}

#[cfg(test)]
mod tests {
    use domain::expense::ExpenseFilter;
    use domain::input::Field;
    use domain::validation::Validate;
    use migration::{Migrator, MigratorTrait};
    use sea_orm::{ConnectionTrait, Database, DbBackend, QueryFilter, QueryTrait, Statement};

    use super::*;
    use crate::entity::Owned;

    /// What SQLite does for a list, step by step.
    async fn plan(filter: ExpenseFilter, category: Option<&str>) -> String {
        let database = Database::connect("sqlite::memory:").await.expect("a database");
        Migrator::up(&database, None).await.expect("its tables");
        let query = filter.validate().expect("a good filter");
        let mut select = Entity::owned_by(Uuid::nil());
        if let Some(category) = category {
            let name = SimpleExpr::from(Func::lower(Column::Category.into_expr()));
            select = select.filter(sea_orm::sea_query::ExprTrait::eq(name, category));
        }
        let select = sorted(select, &query).expect("a page");
        let statement = select.build(DbBackend::Sqlite);
        let sql = format!("EXPLAIN QUERY PLAN {}", statement.sql);
        let values = statement.values.expect("values");
        let explain = Statement::from_sql_and_values(DbBackend::Sqlite, sql, values);
        let steps = database.query_all_raw(explain).await.expect("a plan");
        let step = |row: &sea_orm::QueryResult| row.try_get::<String>("", "detail").expect("words");
        steps.iter().map(step).collect::<Vec<_>>().join("; ")
    }

    #[tokio::test]
    async fn every_order_is_read_from_an_index() {
        for sort in ExpenseSort::ALL {
            for order in [ExpenseOrder::Up, ExpenseOrder::Down] {
                let filter = ExpenseFilter {
                    sort: Field::Value(sort),
                    order: Field::Value(order),
                    ..ExpenseFilter::default()
                };
                let plan = plan(filter, None).await;
                let index = format!("USING INDEX expenses_list_by_{}_idx", sort.name());
                assert!(plan.contains(&index), "{sort:?} {order:?}: {plan}");
                assert!(!plan.contains("TEMP B-TREE"), "{sort:?} {order:?}: {plan}");
            }
        }
    }

    #[tokio::test]
    async fn one_category_is_read_from_an_index_newest_first() {
        let plan = plan(ExpenseFilter::default(), Some("food")).await;
        assert!(plan.contains("USING INDEX expenses_list_by_category_idx"), "{plan}");
        assert!(!plan.contains("TEMP B-TREE"), "{plan}");
    }
}
