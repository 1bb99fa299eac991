//! The expenses page: a month's sums and budgets, its drawings, and the table.

mod asked;
mod chart;
mod ledger;
mod month;
mod scale;
mod shares;
mod trend;

use asked::Asked;
use chrono::NaiveDate;
use domain::expense::{ExpenseSummary, Grouping, Spent, SummaryFilter};
use domain::input::Field;
use domain::money::Total;
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::expenses::{ListCategories, ListSpending, SummarizeExpenses};
use server::words::Words;

use self::month::{month, month_of};
use crate::view::money::{MoneyView, MonthView};

/// The page as its address asks for it.
pub(crate) async fn page(context: &Context, query: &str) -> Result<MoneyView, Error> {
    let wording = Words::of(context);
    let asked = Asked::read(query, wording.today);
    let (first, end) = asked.month;
    let of_month = |first: NaiveDate| asked.only_month(first).address();
    Ok(MoneyView {
        month: month(context, first, &asked).await?,
        title: first.format("%B %Y").to_string(),
        trend: trend::draw(context, first, &asked).await?,
        previous: month::before(first).map(of_month).unwrap_or_default(),
        next: if end <= wording.today { of_month(end) } else { String::new() },
        ledger: ledger::read(context, &asked).await?,
        categories: call::<ListCategories>(context, ()).await?.value,
        today: wording.today.to_string(),
        example: wording.total(Total(1250), wording.currency()),
    })
}

/// The present month by itself, for the dashboard.
pub(crate) async fn this_month(context: &Context) -> Result<MonthView, Error> {
    let today = context.today();
    month(context, month_of(today).0, &Asked::nothing(today)).await
}

/// Everything that was spent on a half-open range of days.
async fn spending(context: &Context, from: NaiveDate, to: NaiveDate) -> Result<Vec<Spent>, Error> {
    let filter = SummaryFilter {
        from: Field::Value(When::Date(from)),
        to: Field::Value(When::Date(to)),
        ..SummaryFilter::default()
    };
    Ok(call::<ListSpending>(context, filter).await?.value)
}

/// Sums of a half-open range of days.
async fn sums(
    context: &Context,
    from: NaiveDate,
    to: NaiveDate,
    by: Grouping,
) -> Result<ExpenseSummary, Error> {
    let filter = SummaryFilter {
        from: Field::Value(When::Date(from)),
        to: Field::Value(When::Date(to)),
        by: Field::Value(by),
        ..SummaryFilter::default()
    };
    Ok(call::<SummarizeExpenses>(context, filter).await?.value)
}
