//! A panic in a handler fails its own request only.

use std::any::Any;

use axum::response::{IntoResponse, Response};

use crate::rest::Refusal;

/// The answer of a request whose handler panicked. What happened was logged where it
/// happened (`telemetry::panics`).
pub(super) fn answer(_: Box<dyn Any + Send + 'static>) -> Response {
    Refusal(crate::error::internal()).into_response()
}
