//! Monthly budgets.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use domain::budget::{Budget, BudgetFilter, BudgetPatch, BudgetState, NewBudget};
use domain::target::{Target, Update};

use super::answer::{Changed, Created, Deleted, Read, ReadRow};
use super::{Body, Filter, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::budgets::{DeleteBudget, ListBudgets, ReadBudget, SetBudget, UpdateBudget};
use crate::operations::call;

const LIST: &str = "/api/budgets";
const ROW: &str = "/api/budgets/{id}";
const TAG: &str = "Expenses";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, describe::operation::<ListBudgets>(TAG))
                .post_with(set, describe::operation::<SetBudget>(TAG)),
        )
        .api_route(
            ROW,
            get_with(read, describe::operation::<ReadBudget>(TAG))
                .patch_with(update, describe::operation::<UpdateBudget>(TAG))
                .delete_with(delete, describe::operation::<DeleteBudget>(TAG)),
        )
}

async fn list(
    SignedIn(context): SignedIn,
    Filter(filter, _): Filter<BudgetFilter>,
) -> Result<Read<Vec<BudgetState>>, Refusal> {
    Ok(Read(call::<ListBudgets>(&context, filter).await?.value))
}

async fn set(
    SignedIn(context): SignedIn,
    Body(input): Body<NewBudget>,
) -> Result<Created<Budget>, Refusal> {
    Ok(Created(LIST, call::<SetBudget>(&context, input).await?))
}

async fn read(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<ReadRow<Budget>, Refusal> {
    Ok(ReadRow(call::<ReadBudget>(&context, Target::from(id)).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(changes): Body<BudgetPatch>,
) -> Result<Changed<Budget>, Refusal> {
    Ok(Changed(call::<UpdateBudget>(&context, Update::of(id, changes)).await?))
}

async fn delete(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<Deleted<Budget>, Refusal> {
    Ok(Deleted(call::<DeleteBudget>(&context, Target::from(id)).await?))
}
