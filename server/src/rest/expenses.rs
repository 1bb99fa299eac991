//! Expenses.

mod export;

use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post_with};
use domain::expense::{
    Expense, ExpenseFilter, ExpensePatch, ExpenseSummary, NewExpense, NewPart, Recategorize, Split,
    SummaryFilter,
};
use domain::input::Field;
use domain::target::{Target, Update};

use super::answer::{Changed, ChangedMany, Created, Deleted, Listed, Read, ReadRow};
use super::{Body, Filter, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::expenses::{
    CreateExpense, DeleteExpense, ExportExpenses, ListExpenses, ReadExpense, RecategorizeExpenses,
    SplitExpense, SummarizeExpenses, UpdateExpense,
};

const LIST: &str = "/api/expenses";
const ROW: &str = "/api/expenses/{id}";
const TAG: &str = "Expenses";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, describe::operation::<ListExpenses>(TAG))
                .post_with(create, describe::operation::<CreateExpense>(TAG)),
        )
        .api_route(
            "/api/expenses/summary",
            get_with(summarize, describe::operation::<SummarizeExpenses>(TAG)),
        )
        .api_route(
            "/api/expenses/export",
            get_with(export::export, describe::operation::<ExportExpenses>(TAG)),
        )
        .api_route(
            "/api/expenses/bulk",
            post_with(recategorize, describe::operation::<RecategorizeExpenses>(TAG)),
        )
        .api_route(
            "/api/expenses/{id}/split",
            post_with(split, describe::operation::<SplitExpense>(TAG)),
        )
        .api_route(
            ROW,
            get_with(read, describe::operation::<ReadExpense>(TAG))
                .patch_with(update, describe::operation::<UpdateExpense>(TAG))
                .delete_with(delete, describe::operation::<DeleteExpense>(TAG)),
        )
}

async fn list(
    SignedIn(context): SignedIn,
    Filter(filter, uri): Filter<ExpenseFilter>,
) -> Result<Listed<Expense>, Refusal> {
    Ok(Listed(call::<ListExpenses>(&context, filter).await?.value, uri))
}

async fn create(
    SignedIn(context): SignedIn,
    Body(input): Body<NewExpense>,
) -> Result<Created<Expense>, Refusal> {
    Ok(Created(LIST, call::<CreateExpense>(&context, input).await?))
}

async fn recategorize(
    SignedIn(context): SignedIn,
    Body(input): Body<Recategorize>,
) -> Result<ChangedMany<Expense>, Refusal> {
    Ok(ChangedMany(call::<RecategorizeExpenses>(&context, input).await?))
}

async fn summarize(
    SignedIn(context): SignedIn,
    Filter(filter, _): Filter<SummaryFilter>,
) -> Result<Read<ExpenseSummary>, Refusal> {
    Ok(Read(call::<SummarizeExpenses>(&context, filter).await?.value))
}

async fn read(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<ReadRow<Expense>, Refusal> {
    Ok(ReadRow(call::<ReadExpense>(&context, Target::from(id)).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(changes): Body<ExpensePatch>,
) -> Result<Changed<Expense>, Refusal> {
    Ok(Changed(call::<UpdateExpense>(&context, Update::of(id, changes)).await?))
}

async fn delete(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<Deleted<Expense>, Refusal> {
    Ok(Deleted(call::<DeleteExpense>(&context, Target::from(id)).await?))
}

/// What an expense becomes.
#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Parts {
    /// Its parts, 2 to 20, which add up to it. One of them may leave out its amount: it takes
    /// what the others leave.
    #[serde(default)]
    parts: Vec<NewPart>,
}

async fn split(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(Parts { parts }): Body<Parts>,
) -> Result<ChangedMany<Expense>, Refusal> {
    let input = Split { id: Field::Value(id), parts };
    Ok(ChangedMany(call::<SplitExpense>(&context, input).await?))
}
