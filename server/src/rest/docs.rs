//! The OpenAPI document for programs and, as a page, for people.
//!
//! The page is our own: the ready-made ones load fonts from elsewhere or need
//! inline scripts and styles, and weigh one to three megabytes.

mod page;
mod schema;
mod text;

use aide::openapi::OpenApi;
use axum::Router;
use axum::body::Bytes;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get};

use super::tag;
use crate::context::Planner;

const DOCUMENT: &str = "/api/openapi.json";
const STYLE: &str = "/api/docs/style.css";

/// The page holds text and one style sheet, so its policy allows no more.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'none'",
);

/// The document and the page, made once: they change with the program only.
pub(super) fn routes(document: &OpenApi) -> Router<Planner> {
    let document = serde_json::to_value(document).unwrap_or_default();
    let page = page::render(&document).into_bytes();
    let json = document.to_string().into_bytes();
    let style = include_bytes!("docs/style.css").to_vec();
    Router::new()
        .route(DOCUMENT, fixed("application/json", json))
        .route("/api/docs", fixed("text/html; charset=utf-8", page))
        .route(STYLE, fixed("text/css; charset=utf-8", style))
}

fn fixed(kind: &'static str, body: Vec<u8>) -> MethodRouter<Planner> {
    let tag = tag::of(&body, None);
    let body = Bytes::from(body);
    get(move || std::future::ready(answer(kind, body.clone(), tag.clone())))
}

fn answer(kind: &'static str, body: Bytes, tag: Option<HeaderValue>) -> Response {
    let headers: [(HeaderName, HeaderValue); 3] = [
        (CONTENT_TYPE, HeaderValue::from_static(kind)),
        (CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    let mut response = (headers, body).into_response();
    if let Some(tag) = tag {
        response.headers_mut().insert(ETAG, tag);
    }
    response
}
