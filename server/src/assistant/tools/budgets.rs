//! Tools over monthly budgets.

use domain::budget::{BudgetFilter, NewBudget};
use domain::input::{Field, FromScalar, Scalar};
use domain::money::Typed;
use domain::target::Target;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::{arguments, change, described, input, look_up, tool};
use crate::context::Context;
use crate::error::Error;
use crate::operations::budgets::{DeleteBudget, ListBudgets, SetBudget};
use crate::operations::call;
use crate::operations::expenses::ListCategories;
use crate::words::Words;

pub(super) const SET: Tool = tool::<SetBudget, SetArguments>(
    |context, value| set(context, value).boxed(),
    |context, input| change::<SetBudget>(context, input, "Set the budget:").boxed(),
);

pub(super) const LIST: Tool = tool::<ListBudgets, NamedBudget>(
    |context, value| list(context, value).boxed(),
    |context, input| look_up::<ListBudgets>(context, input, Found::Budgets).boxed(),
);

pub(super) const DELETE: Tool = tool::<DeleteBudget, NamedBudget>(
    |context, value| delete(context, value).boxed(),
    |context, input| change::<DeleteBudget>(context, input, "Removed the budget:").boxed(),
);

/// How much may be spent in a month.
#[derive(Deserialize, JsonSchema)]
pub(super) struct SetArguments {
    /// How much a month, as the person wrote it, such as "300" or "€300".
    amount: String,
    /// For which category; left out for all spending.
    category: Option<String>,
}

/// Which budget.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NamedBudget {
    /// Of which category; left out for all spending.
    category: Option<String>,
}

async fn set(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: SetArguments = arguments(value)?;
    let amount = Typed::from_scalar(Scalar::Text(wish.amount))
        .map_err(|message| Error::field("amount", message))?;
    let category = named(context, wish.category).await?.into();
    input(&NewBudget { amount: Field::Value(amount), currency: Field::Absent, category })
}

async fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NamedBudget = arguments(value)?;
    let category = named(context, wish.category).await?;
    let category = category.map_or(Field::Absent, Field::Value);
    input(&BudgetFilter { category, ..BudgetFilter::default() })
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NamedBudget = arguments(value)?;
    let category = named(context, wish.category).await?;
    let all = call::<ListBudgets>(context, BudgetFilter::default()).await?.value;
    let same = |name: Option<&str>| name.map(str::to_lowercase);
    let found = all
        .into_iter()
        .find(|state| same(state.budget.category.as_deref()) == same(category.as_deref()));
    let Some(state) = found else {
        let what = category.as_deref().unwrap_or("everything");
        return Ok(Prepared::Refused(format!("There is no budget for {what}.")));
    };
    let sentence = format!("Remove the budget of {}?", Words::of(context).budget(&state.budget));
    described(&Target::from(state.budget.id), sentence)
}

/// The category as the person has it; a new one begins with a capital like the others.
async fn named(context: &Context, category: Option<String>) -> Result<Option<String>, Error> {
    let said = category.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let Some(said) = said else { return Ok(None) };
    let known = call::<ListCategories>(context, ()).await?.value;
    let own = known.into_iter().find(|known| known.to_lowercase() == said.to_lowercase());
    Ok(Some(own.unwrap_or_else(|| {
        let mut letters = said.chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    })))
}
