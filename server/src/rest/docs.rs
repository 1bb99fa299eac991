//! The OpenAPI document for programs and, as a page, for people.

use aide::openapi::OpenApi;
use axum::Router;
use axum::body::Bytes;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::tag;
use crate::context::Planner;

/// The document, made once: it changes with the program only.
pub(super) fn routes(document: &OpenApi) -> Router<Planner> {
    let json = serde_json::to_vec(document).unwrap_or_default();
    Router::new().route("/api/openapi.json", fixed("application/json", json.into()))
}

fn fixed<S: Clone + Send + Sync + 'static>(
    kind: &'static str,
    body: Bytes,
) -> axum::routing::MethodRouter<S> {
    let tag = tag::of(&body, None);
    get(move || {
        let (body, tag) = (body.clone(), tag.clone());
        async move { answer(kind, body, tag) }
    })
}

fn answer(kind: &'static str, body: Bytes, tag: Option<HeaderValue>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(tag) = tag {
        headers.insert(ETAG, tag);
    }
    response
}
