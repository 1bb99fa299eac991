//! Whether the program runs, and whether it can work.

use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::{Refusal, fallback, metrics};
use crate::context::Planner;
use crate::error::Error;

/// How long the database may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Routes that are answered to the very end, and that say how it is.
pub(crate) const ROUTES: [&str; 3] = ["/healthz", "/readyz", "/metrics"];

pub(super) fn routes(planner: Planner) -> Router {
    Router::new()
        .route("/healthz", get(healthy))
        .route("/readyz", get(ready))
        .route("/metrics", get(metrics::answer))
        .method_not_allowed_fallback(fallback::method_not_allowed)
        .with_state(planner)
}

async fn healthy() -> Json<Value> {
    Json(json!({ "status": "ok" }))
}

/// Why it is not ready goes to the log: it may name hosts and paths.
async fn ready(State(planner): State<Planner>) -> Result<Json<Value>, Refusal> {
    if planner.stopping.has_begun() {
        return Err(Error::ShuttingDown.into());
    }
    // Whoever asks has more patience with a plain no than with silence.
    let asked = tokio::time::timeout(PATIENCE, planner.database.ready()).await;
    let answered = asked.map_err(|_| "no answer".to_owned());
    match answered.and_then(|ready| ready.map_err(|cause| cause.to_string())) {
        Ok(()) => Ok(Json(json!({ "status": "ok" }))),
        Err(cause) => {
            tracing::warn!(cause, "not ready");
            Err(Refusal::new(
                StatusCode::SERVICE_UNAVAILABLE,
                "The database does not answer or is not up to date.",
            ))
        }
    }
}
