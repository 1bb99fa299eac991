//! No body is larger than anything the planner takes.

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::Limited;

use crate::rest::Refusal;

/// Largest body in bytes. The longest description, every character escaped as a
/// surrogate pair, takes half of it.
pub const BODY_LIMIT: usize = 256 * 1024;

/// Refuses a body that announces to be too large, and cuts one that does not
/// announce its size; whoever reads that one finds a length error.
pub(super) async fn enforce(request: Request, next: Next) -> Response {
    if request.body().size_hint().lower() > BODY_LIMIT as u64 {
        return too_large().into_response();
    }
    next.run(request.map(|body| Body::new(Limited::new(body, BODY_LIMIT)))).await
}

/// What is answered to a body beyond the limit.
pub(crate) fn too_large() -> Refusal {
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, "A request holds at most 256 KiB.")
}
