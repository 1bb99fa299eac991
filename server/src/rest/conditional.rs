//! Answers that the client has already: 304.

use axum::extract::Request;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::tag;

/// Replaces a 200 by a 304 when its tag is one that the client named.
pub(super) async fn answer(request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let wanted = request.headers().get(IF_NONE_MATCH).cloned();
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
