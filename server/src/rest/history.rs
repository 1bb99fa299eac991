//! What was changed.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use domain::history::{ChangeEntry, ChangesFilter};

use super::answer::Listed;
use super::{Filter, Refusal, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::history::ListChanges;

pub(super) fn routes() -> ApiRouter<Planner> {
    let route = get_with(list, describe::operation::<ListChanges>("History"));
    ApiRouter::new().api_route("/api/history", route)
}

async fn list(
    SignedIn(context): SignedIn,
    Filter(filter, uri): Filter<ChangesFilter>,
) -> Result<Listed<ChangeEntry>, Refusal> {
    Ok(Listed(call::<ListChanges>(&context, filter).await?.value, uri))
}
