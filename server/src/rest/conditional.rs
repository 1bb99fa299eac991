//! Requests that depend on what the client has already: 304, and 412.

use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_MATCH, IF_NONE_MATCH};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use domain::Uuid;

use super::tag;
use crate::context::Expected;

/// Replaces a 200 by a 304 when its tag is one that the client named, and tells
/// operations which version of a row the client means to change.
pub(super) async fn answer(mut request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let wanted = request.headers().get(IF_NONE_MATCH).cloned();
    if let Some(expected) = expected(request.uri().path(), request.headers()) {
        request.extensions_mut().insert(expected);
    }
    let response = next.run(request).await;
    let is_known = is_read
        && response.status() == StatusCode::OK
        && wanted
            .as_ref()
            .and_then(|wanted| wanted.to_str().ok())
            .zip(response.headers().get(ETAG).and_then(|tag| tag.to_str().ok()))
            .is_some_and(|(wanted, tag)| tag::matches(wanted, tag));
    if !is_known {
        return response;
    }
    let (parts, _) = response.into_parts();
    let mut headers = parts.headers;
    headers.remove(CONTENT_TYPE);
    headers.remove(CONTENT_LENGTH);
    (StatusCode::NOT_MODIFIED, headers).into_response()
}

/// What `If-Match` says of the row that the path names. `*` asks for no more than
/// that there is one, which every change does.
///
/// RFC 9110, 13.1.1 compares strongly, where our tags, weak because an answer may be
/// compressed on its way, would never match. What counts for a change is the row's
/// version, which is the same in every coding.
fn expected(path: &str, headers: &HeaderMap) -> Option<Expected> {
    let tags: Vec<&str> =
        headers.get_all(IF_MATCH).iter().map(|tags| tags.to_str().unwrap_or_default()).collect();
    let tags = tags.join(",");
    if !headers.contains_key(IF_MATCH) || tags.trim() == "*" {
        return None;
    }
    let row = path.split('/').find_map(|segment| segment.parse::<Uuid>().ok())?;
    Some(Expected { row, versions: tag::versions(&tags) })
}
