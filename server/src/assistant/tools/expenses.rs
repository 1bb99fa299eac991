//! Tools over expenses.

use chrono::Days;
use domain::Uuid;
use domain::expense::{Expense, ExpenseFilter, Grouping, NewExpense, OTHER, SummaryFilter};
use domain::input::{Field, FromScalar, Scalar};
use domain::money::{Currency, Typed};
use domain::target::Target;
use domain::time::When;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::{arguments, change, described, input, look_up, matching, phrases, tool};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::call;
use crate::operations::expenses::{
    CreateExpense, DeleteExpense, ListExpenses, ReadExpense, SummarizeExpenses,
};
use crate::words::Words;

/// Names are looked for among expenses of the last quarter.
const DAYS_BACK: u64 = 92;

pub(super) const RECORD: Tool = tool::<CreateExpense, NewArguments>(
    |context, value| async move { record(context, value) }.boxed(),
    |context, input| change::<CreateExpense>(context, input, "Recorded").boxed(),
);

pub(super) const LIST: Tool = tool::<ListExpenses, ListArguments>(
    |context, value| async move { list(context, value) }.boxed(),
    |context, input| {
        look_up::<ListExpenses>(context, input, |page| Found::Expenses(page.items)).boxed()
    },
);

pub(super) const SUM: Tool = tool::<SummarizeExpenses, ListArguments>(
    |context, value| async move { sum(context, value) }.boxed(),
    |context, input| look_up::<SummarizeExpenses>(context, input, Found::Totals).boxed(),
);

pub(super) const DELETE: Tool = tool::<DeleteExpense, NamedArguments>(
    |context, value| delete(context, value).boxed(),
    |context, input| change::<DeleteExpense>(context, input, "Deleted").boxed(),
);

/// A new expense.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NewArguments {
    /// How much, as the person wrote it, such as "12.50" or "€12".
    amount: String,
    /// In which currency (ISO 4217), if said.
    currency: Option<Currency>,
    /// What kind of spending.
    category: Option<String>,
    /// What it was for.
    description: Option<String>,
    /// What the person said about when it was.
    when: Option<String>,
}

fn record(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NewArguments = arguments(value)?;
    let amount = Typed::from_scalar(Scalar::Text(wish.amount))
        .map_err(|message| Error::field("amount", message))?;
    let incurred_at = match &wish.when {
        None => Field::Absent,
        Some(when) => phrases::span(context, "when", when, Direction::Back)?.start.into(),
    };
    input(&NewExpense {
        amount: Field::Value(amount),
        currency: wish.currency.map_or(Field::Absent, Field::Value),
        category: Field::Value(wish.category.unwrap_or_else(|| OTHER.to_owned())),
        description: wish.description.into(),
        incurred_at,
        ..NewExpense::default()
    })
}

/// Which expenses are wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ListArguments {
    /// What the person said about the time, such as "this month".
    period: Option<String>,
    /// The start, if the period is said by its ends.
    from: Option<String>,
    /// The end (exclusive), if the period is said by its ends.
    to: Option<String>,
    /// Only this category.
    category: Option<String>,
}

fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let (from, to) = period(context, &wish)?;
    input(&ExpenseFilter { from, to, category: wish.category.into(), ..ExpenseFilter::default() })
}

fn sum(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let (from, to) = period(context, &wish)?;
    let by = Field::Value(Grouping::Category);
    input(&SummaryFilter {
        from,
        to,
        category: wish.category.into(),
        by,
        ..SummaryFilter::default()
    })
}

fn period(context: &Context, wish: &ListArguments) -> Result<(Field<When>, Field<When>), Error> {
    phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Back,
    )
}

/// Which expense is meant.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NamedArguments {
    /// Its identifier, if known.
    id: Option<Uuid>,
    /// What the person calls it.
    target: Option<String>,
    /// What the person said about when it was.
    on: Option<String>,
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NamedArguments = arguments(value)?;
    let words = Words::of(context);
    let prepared = |expense: &Expense| {
        let sentence = format!("Delete {}?", words.expense(expense));
        described(&Target::from(expense.id), Some(sentence))
    };
    if let Some(id) = wish.id {
        return prepared(&call::<ReadExpense>(context, id.into()).await?.value);
    }
    let (from, to) = match &wish.on {
        Some(on) => phrases::range(context, "on", on, Direction::Back)
            .map(|(from, to)| (Field::Value(from), Field::Value(to)))?,
        None => {
            let today = context.today();
            let first = today.checked_sub_days(Days::new(DAYS_BACK)).unwrap_or(today);
            (Field::Value(When::Date(first)), Field::Absent)
        }
    };
    let filter = ExpenseFilter { from, to, ..ExpenseFilter::default() };
    let expenses = call::<ListExpenses>(context, filter).await?.value.items;
    let target = wish.target.unwrap_or_default();
    let rows = expenses.iter().map(|expense| {
        let name = format!("{} {}", expense.description.as_deref().unwrap_or(""), expense.category);
        (expense.id, name, words.expense(expense))
    });
    let fitting = matching::best(&target, rows.collect());
    matching::settle(fitting, format!("I found no expense called “{target}”."), |id, _| {
        expenses.iter().find(|expense| expense.id == id).ok_or(Error::NotFound).and_then(prepared)
    })
}
