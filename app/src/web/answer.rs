//! From a server function to an operation and back.

use domain::history::Item;
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use domain::target::Target;
use server::context::Context;
use server::error::Error;
use server::operations::{Done, Effect, Operation, call};

use super::Asked;
use crate::present::{clash, row};
use crate::texts;
use crate::view::outcome::{Outcome, Receipt, Refusal};
use server::words::Words;

/// The field of a form that a complaint about an operation's field belongs to, if that
/// has another name.
type Place = Box<dyn Fn(&str) -> Option<&'static str> + Send>;

/// How the answer to a form differs from what is usual.
pub(crate) struct Manner {
    /// Where complaints belong.
    pub(crate) place: Place,
    /// What happened, where the usual sentence would not say it.
    pub(crate) tell: fn(&Words, &Item) -> Option<String>,
}

impl Default for Manner {
    fn default() -> Self {
        Self { place: Box::new(|_| None), tell: |_, _| None }
    }
}

/// Calls an operation that changes a row, and answers the form.
pub(crate) async fn perform<O>(input: impl FnOnce(&Context) -> O::Input) -> Result<Outcome, Refusal>
where
    O: Operation<Output: Into<Item>>,
{
    perform_so::<O>(|context| (input(context), Manner::default())).await
}

/// The same in a manner of its own.
pub(crate) async fn perform_so<O>(
    read: impl FnOnce(&Context) -> (O::Input, Manner),
) -> Result<Outcome, Refusal>
where
    O: Operation<Output: Into<Item>>,
{
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => {
            let (input, manner) = read(&context);
            match call::<O>(&context, input).await {
                Ok(done) => Ok(receipt::<O>(&context, done, manner.tell)),
                Err(error) => Err(placed(error, manner.place)),
            }
        }
        Err(error) => Err(error.into()),
    };
    Ok(asked.answer(result))
}

/// Calls an operation over several rows, and answers the form in the words of `tell`.
pub(crate) async fn perform_told<O: Operation>(
    read: impl FnOnce(&Context) -> (O::Input, Place),
    tell: impl FnOnce(&Words, &O::Output) -> String,
) -> Result<Outcome, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => {
            let (input, place) = read(&context);
            match call::<O>(&context, input).await {
                Ok(done) => Ok(Receipt {
                    summary: tell(&Words::of(&context), &done.value),
                    undo: done.undo.map(|token| token.to_string()),
                    ..Receipt::default()
                }),
                Err(error) => Err(placed(error, place)),
            }
        }
        Err(error) => Err(error.into()),
    };
    Ok(asked.answer(result))
}

/// What is wrong, beside the fields of the form.
fn placed(error: Error, place: impl Fn(&str) -> Option<&'static str>) -> Problem {
    let mut problem = Problem::from(error);
    for wrong in &mut problem.errors {
        if let Some(place) = place(&wrong.field) {
            place.clone_into(&mut wrong.field);
        }
    }
    problem
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
fn receipt<O>(
    context: &Context,
    done: Done<O::Output>,
    tell: fn(&Words, &Item) -> Option<String>,
) -> Receipt
where
    O: Operation<Output: Into<Item>>,
{
    let item: Item = done.value.into();
    let wording = Words::of(context);
    let name = item.name();
    let usual = || match (O::EFFECT, O::NAME) {
        (Effect::Destructive, _) => texts::told::deleted(name),
        (_, "complete_task") => texts::told::completed(name),
        (_, "reopen_task") => texts::told::reopened(name),
        (_, operation) => {
            let is_change = operation.starts_with("update");
            let told = if is_change { texts::told::changed } else { texts::told::added };
            told(name, &row::detail(&wording, &item))
        }
    };
    let clash = match &item {
        Item::Event(event) => clash::clash(&wording, event),
        Item::Task(_) | Item::Expense(_) | Item::Budget(_) | Item::List(_) | Item::Filter(_) => {
            None
        }
    };
    Receipt {
        summary: tell(&wording, &item).unwrap_or_else(usual),
        undo: done.undo.map(|token| token.to_string()),
        go: None,
        clash,
    }
}
