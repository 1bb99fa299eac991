//! While the program ends, it takes no new work.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::context::Planner;
use crate::error::Error;
use crate::rest::{Refusal, health};

/// Refuses a request that comes after the end has begun: 503, so that a proxy asks
/// another instance, and a client comes again. Whoever asks how it is gets an answer.
pub(super) async fn refuse(
    State(planner): State<Planner>,
    request: Request,
    next: Next,
) -> Response {
    let asks_how_it_is = health::ROUTES.contains(&request.uri().path());
    if planner.stopping.has_begun() && !asks_how_it_is {
        return Refusal::from(Error::ShuttingDown).into_response();
    }
    next.run(request).await
}
