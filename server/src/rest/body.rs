//! JSON bodies.

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{Refusal, describe};
use crate::security::{limit_of, too_large};

/// A JSON object. Whether its fields are good is for the operation to say.
pub(super) struct Body<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Send JSON, with Content-Type: application/json.",
            ));
        }
        let bytes = whole(request, state).await?;
        // Structures are also read from arrays, which would name no field.
        if bytes.iter().find(|byte| !byte.is_ascii_whitespace()) != Some(&b'{') {
            return Err(malformed("expected an object"));
        }
        serde_json::from_slice(&bytes).map(Self).map_err(malformed)
    }
}

/// All of a body.
pub(super) async fn whole<S: Send + Sync>(request: Request, state: &S) -> Result<Bytes, Refusal> {
    let limit = limit_of(request.uri().path());
    Bytes::from_request(request, state).await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            too_large(limit)
        } else {
            malformed("the body ended early")
        }
    })
}

fn malformed(cause: impl std::fmt::Display) -> Refusal {
    Refusal::new(StatusCode::BAD_REQUEST, &format!("The body is not good JSON: {cause}."))
}

/// `application/json`, or a format built on it such as `application/merge-patch+json`.
pub(super) fn is_json(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    kind.strip_prefix("application/")
        .is_some_and(|subtype| subtype == "json" || subtype.ends_with("+json"))
}

impl<T: JsonSchema> OperationInput for Body<T> {
    fn operation_input(context: &mut GenContext, operation: &mut Operation) {
        Json::<T>::operation_input(context, operation);
    }

    fn inferred_early_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Response)> {
        [
            (400, "The body is malformed, or `errors` names every bad field."),
            (413, "The body is larger than 256 KiB."),
            (415, "The body is not JSON."),
        ]
        .map(|(status, meaning)| (Some(status), describe::problem(context, meaning)))
        .into()
    }
}
