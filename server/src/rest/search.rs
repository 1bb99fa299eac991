//! Finding anything by its words.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use domain::search::{Hit, SearchRequest};

use super::answer::Read;
use super::{Filter, Refusal, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::search::Search;

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route("/api/search", get_with(search, describe::operation::<Search>("Search")))
}

async fn search(
    SignedIn(context): SignedIn,
    Filter(request, _): Filter<SearchRequest>,
) -> Result<Read<Vec<Hit>>, Refusal> {
    Ok(Read(call::<Search>(&context, request).await?.value))
}
