//! Whether the program runs, and whether it can work.

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::{Refusal, fallback};
use crate::context::Planner;

pub(super) fn routes(planner: Planner) -> Router {
    Router::new()
        .route("/healthz", get(healthy))
        .route("/readyz", get(ready))
        .method_not_allowed_fallback(fallback::method_not_allowed)
        .with_state(planner)
}

async fn healthy() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

/// Why it is not ready goes to the log: it may name hosts and paths.
async fn ready(State(planner): State<Planner>) -> Result<Json<Value>, Refusal> {
    match planner.database.ready().await {
        Ok(()) => Ok(Json(json!({ "status": "ok" }))),
        Err(cause) => {
            tracing::warn!(%cause, "not ready");
            Err(Refusal::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "The database does not answer or is not up to date.",
            ))
        }
    }
}
