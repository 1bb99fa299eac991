//! Tools over single expenses, and their list.

mod figures;

pub(super) use figures::{ANALYSE, SUM};

use domain::bulk::Kind;
use domain::expense::{ExpenseFilter, ExpensePatch, NewExpense, OTHER, Suggestion};
use domain::history::Item;
use domain::input::{Field, FromScalar, Scalar};
use domain::money::{Currency, Typed};
use domain::target::{Target, Update};
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::finding::Wanted;
use super::{
    NamedArguments, arguments, change, described, input, look_up, noted, phrases, tool, with_row,
};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::language::request::category_of;
use crate::operations::expenses::{
    CreateExpense, DeleteExpense, ListExpenses, ReadExpense, SuggestCategory, UpdateExpense,
};
use crate::operations::{Operation, call};
use crate::words::Words;

pub(super) const RECORD: Tool = tool::<CreateExpense, NewArguments>(
    |context, value| record(context, value).boxed(),
    |context, input| change::<CreateExpense>(context, input, "Recorded").boxed(),
);

pub(super) const LIST: Tool = tool::<ListExpenses, ListArguments>(
    |context, value| list(context, value).boxed(),
    |context, input| {
        look_up::<ListExpenses>(context, input, |page| Found::Expenses(page.items)).boxed()
    },
);

pub(super) const UPDATE: Tool = tool::<UpdateExpense, ChangeArguments>(
    |context, value| update(context, value).boxed(),
    |context, input| super::update::<ReadExpense, UpdateExpense>(context, input).boxed(),
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
    /// What kind of spending, only if the person named it.
    category: Option<String>,
    /// The kind that such words usually mean.
    #[schemars(skip)]
    likely_category: Option<String>,
    /// What it was for.
    description: Option<String>,
    /// What the person said about when it was.
    when: Option<String>,
    /// What the person said about repeating, such as "every month".
    repeats: Option<String>,
}

async fn record(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NewArguments = arguments(value)?;
    let when = match &wish.when {
        None => None,
        Some(when) => Some(phrases::span(context, "when", when, Direction::Back)?),
    };
    let rule = match &wish.repeats {
        None => when.as_ref().and_then(|span| span.rule.clone()),
        Some(phrase) => Some(phrases::repeats(context, phrase)?),
    };
    let category = match wish.category.filter(|category| !category.trim().is_empty()) {
        Some(category) => category,
        None => usual_category(context, wish.description.as_deref(), wish.likely_category).await?,
    };
    input(&NewExpense {
        amount: Field::Value(typed(wish.amount)?),
        currency: wish.currency.map_or(Field::Absent, Field::Value),
        category: Field::Value(category),
        description: wish.description.into(),
        incurred_at: when.map_or(Field::Absent, |span| span.start.into()),
        rrule: rule.into(),
        ..NewExpense::default()
    })
}

fn typed(amount: String) -> Result<Typed, Error> {
    Typed::from_scalar(Scalar::Text(amount)).map_err(|message| Error::field("amount", message))
}

/// What this person used for such things before; else what is common for them.
async fn usual_category(
    context: &Context,
    description: Option<&str>,
    likely: Option<String>,
) -> Result<String, Error> {
    let Some(description) = description else {
        return Ok(likely.unwrap_or_else(|| OTHER.to_owned()));
    };
    let suggestion = Suggestion { description: description.into() };
    let habit = call::<SuggestCategory>(context, suggestion).await?.value;
    Ok(habit.or(likely).unwrap_or_else(|| category_of(description).to_owned()))
}

/// Which expenses are wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ListArguments {
    /// What the person said about the time, such as "this month".
    period: Option<String>,
    /// The start, if the period is said by its ends.
    #[schemars(skip)]
    from: Option<String>,
    /// The end (exclusive), if the period is said by its ends.
    #[schemars(skip)]
    to: Option<String>,
    /// Only this category.
    category: Option<String>,
    /// Words in the description.
    words: Option<String>,
    /// Only expenses of at least so much.
    at_least: Option<String>,
    /// Only expenses of at most so much.
    at_most: Option<String>,
}

async fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let (from, to) = phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Back,
    )?;
    let bound = |amount: Option<String>| {
        amount.map(typed).transpose().map(|typed| typed.map_or(Field::Absent, Field::Value))
    };
    let (category, q) = figures::narrowed(context, wish.category, wish.words).await?;
    input(&ExpenseFilter {
        from,
        to,
        category,
        q,
        at_least: bound(wish.at_least)?,
        at_most: bound(wish.at_most)?,
        ..ExpenseFilter::default()
    })
}

/// What to change of which expense.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ChangeArguments {
    #[serde(flatten)]
    name: NamedArguments,
    /// How much it was, such as "15" or "€12".
    amount: Option<String>,
    /// In which currency (ISO 4217).
    currency: Option<Currency>,
    /// What kind of spending it was.
    category: Option<String>,
    /// What it was for.
    description: Option<String>,
    /// Words to add to its notes.
    note: Option<String>,
    /// What the person said about when it was.
    when: Option<String>,
    /// Days to move it by; negative is earlier.
    #[schemars(skip)]
    shift_days: Option<i64>,
    /// What the person said about repeating; "never" to stop.
    repeats: Option<String>,
}

async fn update(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ChangeArguments = arguments(value.clone())?;
    let wanted = Wanted { kind: Some(Kind::Expense), ..wish.name.into() };
    with_row(context, UpdateExpense::NAME, &value, wanted, |item| {
        let Item::Expense(expense) = item else { return Err(Error::NotFound) };
        let mut patch = ExpensePatch::default();
        if let Some(amount) = wish.amount {
            patch.amount = typed(amount)?.into();
        }
        if let Some(currency) = wish.currency {
            patch.currency = currency.into();
        }
        if let Some(category) = wish.category {
            patch.category = category.into();
        }
        if let Some(description) = wish.description {
            patch.description = description.into();
        }
        if let Some(note) = &wish.note {
            patch.notes = noted(expense.notes.as_deref(), note).into();
        }
        if let Some(when) = &wish.when {
            patch.incurred_at = phrases::span(context, "when", when, Direction::Back)?.start.into();
        }
        if let Some(shift) = super::shift(None, wish.shift_days) {
            let was = domain::time::Moment::Instant(expense.incurred_at);
            let moved = crate::operations::moving::shifted(context.actor.zone, was, shift)?;
            patch.incurred_at = domain::time::When::from(moved).into();
        }
        patch.rrule = phrases::repeats_or_never(context, wish.repeats.as_deref())?;
        if patch == ExpensePatch::default() {
            let words = Words::of(context).expense(expense);
            return Ok(Prepared::Refused(format!("What should become of {words}?")));
        }
        input(&Update::of(expense.id, patch))
    })
    .await
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NamedArguments = arguments(value.clone())?;
    let wanted = Wanted { kind: Some(Kind::Expense), ..wish.into() };
    with_row(context, DeleteExpense::NAME, &value, wanted, |item| {
        let sentence = format!("Delete {}?", Words::of(context).item(item));
        described(&Target::from(item.id()), sentence)
    })
    .await
}
