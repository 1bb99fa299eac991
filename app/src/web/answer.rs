//! From a server function to an operation and back.

use domain::history::Item;
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use domain::target::Target;
use server::context::Context;
use server::error::Error;
use server::operations::{Done, Effect, Operation, call};

use super::Asked;
use crate::present::row;
use crate::view::outcome::{Outcome, Receipt, Refusal};
use server::words::Words;

/// Calls an operation that changes a row, and answers the form.
pub(crate) async fn perform<O>(input: impl FnOnce(&Context) -> O::Input) -> Result<Outcome, Refusal>
where
    O: Operation<Output: Into<Item>>,
{
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => {
            let input = input(&context);
            call::<O>(&context, input).await.map(|done| receipt::<O>(&context, done))
        }
        Err(error) => Err(error),
    };
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// Reads what a page shows.
pub(crate) async fn read<T>(
    page: impl AsyncFnOnce(Context) -> Result<T, Error>,
) -> Result<T, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => page(context).await,
        Err(error) => Err(error),
    };
    result.map_err(|error| asked.refuse_page(error.into()))
}

/// Names a row by what a form sent.
pub(crate) fn target(id: &str) -> Target {
    let id = Scalar::Text(id.to_owned());
    Target { id: FromScalar::from_scalar(id).map_or_else(Field::Invalid, Field::Value) }
}

/// `Added “Lunch with Sam”, tomorrow (Mon 23 Nov), 13:00–14:00.`
fn receipt<O>(context: &Context, done: Done<O::Output>) -> Receipt
where
    O: Operation<Output: Into<Item>>,
{
    let item: Item = done.value.into();
    let name = item.name();
    let summary = match (O::EFFECT, O::NAME) {
        (Effect::Destructive, _) => format!("Deleted “{name}”."),
        (_, "complete_task") => format!("Completed “{name}”."),
        (_, "reopen_task") => format!("Reopened “{name}”."),
        (_, operation) => {
            let verb = if operation.starts_with("update") { "Changed" } else { "Added" };
            let detail = row::detail(&Words::of(context), &item);
            format!("{verb} “{name}”, {detail}.")
        }
    };
    Receipt { summary, undo: done.undo.map(|token| token.to_string()), go: None }
}
