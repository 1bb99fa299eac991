//! Who may read the metrics, and in which form.

use axum::Router;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use secrecy::{ExposeSecret, SecretString};
use sha2::{Digest, Sha256};

use super::Refusal;
use crate::accounts::bearer;
use crate::context::Planner;
use crate::metrics::{self, CONTENT_TYPE as TEXT};

/// The metrics for whoever presents the token; without one set there is no such page.
pub(super) async fn answer(
    State(planner): State<Planner>,
    headers: HeaderMap,
) -> Result<Response, Refusal> {
    let Some(token) = &planner.config.watch.metrics_token else {
        return Err(Refusal::not_found());
    };
    if !presents(&headers, token) {
        let detail = "The metrics take a bearer token (METRICS_TOKEN).";
        return Err(Refusal::new(StatusCode::UNAUTHORIZED, detail));
    }
    page(&planner).await
}

/// The router of the private address (`METRICS_ADDRESS`), which asks for no token.
pub fn private(planner: Planner) -> Router {
    Router::new().route("/metrics", get(open)).with_state(planner)
}

async fn open(State(planner): State<Planner>) -> Result<Response, Refusal> {
    page(&planner).await
}

async fn page(planner: &Planner) -> Result<Response, Refusal> {
    let text = metrics::page(planner).await?;
    Ok(([(CONTENT_TYPE, TEXT), (CACHE_CONTROL, "no-store")], text).into_response())
}

/// Whether the request presents the token. Hashes are compared, so how long that
/// takes tells nothing of the token.
fn presents(headers: &HeaderMap, token: &SecretString) -> bool {
    bearer(headers)
        .is_some_and(|presented| Sha256::digest(presented) == Sha256::digest(token.expose_secret()))
}
