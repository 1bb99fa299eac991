//! Requests that their client names (`Idempotency-Key`), so that they may be sent
//! again.

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use super::{Refusal, body};
use crate::once::Once;
use crate::security::IMPORT;

/// The header that names a request.
pub(super) const HEADER: HeaderName = HeaderName::from_static("idempotency-key");

/// The longest name; a UUID has 36 characters.
const LIMIT: usize = 255;

/// Notes the name of a POST and what it asks, for whoever carries it out.
pub async fn recognise(request: Request, next: Next) -> Response {
    // A file of everything is taken over once anyway: the account is not empty afterwards.
    if request.method() != Method::POST || request.uri().path() == IMPORT {
        return next.run(request).await;
    }
    let Some(name) = request.headers().get(HEADER).cloned() else {
        return next.run(request).await;
    };
    match noted(&name, request).await {
        Ok(request) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

async fn noted(name: &HeaderValue, request: Request) -> Result<Request, Refusal> {
    let key = name.to_str().ok().filter(|key| (1..=LIMIT).contains(&key.len()));
    let key = key.ok_or_else(|| {
        let detail = "An Idempotency-Key has 1 to 255 visible ASCII characters.";
        Refusal::new(StatusCode::BAD_REQUEST, detail)
    })?;
    let (mut parts, body) = request.into_parts();
    let body = body::whole(Request::from_parts(parts.clone(), body), &()).await?;
    let mut asked = Sha256::new();
    asked.update(parts.uri.to_string());
    asked.update([0]);
    asked.update(&body);
    parts.extensions.insert(Once::new(key, &hex::encode(asked.finalize())));
    Ok(Request::from_parts(parts, Body::from(body)))
}
