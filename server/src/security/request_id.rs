//! A name for each request, to find it in the log: a proxy's or our own.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use domain::Uuid;

/// The header, in requests and answers.
pub(super) const X_REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// Longest identifier taken over from a proxy; a UUID has 36 characters.
const LIMIT: usize = 64;

/// Gives the request an identifier unless it brought one, and the answer the same.
pub(super) async fn assign(mut request: Request, next: Next) -> Response {
    let id = request.headers().get(&X_REQUEST_ID).filter(|id| is_sound(id)).cloned();
    let id = match id {
        Some(id) => Some(id),
        None => HeaderValue::try_from(Uuid::new_v4().to_string()).ok(),
    };
    request.headers_mut().remove(&X_REQUEST_ID);
    if let Some(id) = &id {
        request.headers_mut().insert(X_REQUEST_ID, id.clone());
    }
    let mut response = next.run(request).await;
    if let Some(id) = id {
        response.headers_mut().insert(X_REQUEST_ID, id);
    }
    response
}

/// Whether an identifier from outside can stand in a log line as it is.
fn is_sound(id: &HeaderValue) -> bool {
    let bytes = id.as_bytes();
    (1..=LIMIT).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_identifiers_that_fit_a_log_line_are_taken_over() {
        let sound = |text: &'static str| is_sound(&HeaderValue::from_static(text));
        assert!(sound("7b1c-42_a.b"));
        assert!(!sound(""));
        assert!(!sound("a b"));
        assert!(!sound("a\tforged=line"));
        assert!(!sound("0123456789012345678901234567890123456789012345678901234567890123456789"));
    }
}
