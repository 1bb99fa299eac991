//! Answers to what is no route.

use axum::Router;
use axum::http::StatusCode;
use axum::routing::any;

use super::Refusal;
use crate::context::Planner;

/// Everything else under `/api`. Without these, the pages of the web application
/// would answer.
pub(super) fn routes() -> Router<Planner> {
    Router::new()
        .route("/api", any(no_route))
        .route("/api/", any(no_route))
        .route("/api/{*rest}", any(no_route))
}

async fn no_route() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "There is no such route. See /api/docs.")
}

/// A known route and a method that it does not have; `Allow` lists the others.
pub(super) async fn method_not_allowed() -> Refusal {
    Refusal::new(StatusCode::METHOD_NOT_ALLOWED, "This route does not take this method.")
}
