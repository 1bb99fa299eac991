//! A panic in a handler fails its own request only.

use std::any::Any;

use axum::response::{IntoResponse, Response};

use crate::error::Error;
use crate::rest::Refusal;

/// The answer of a request whose handler panicked; the message goes to the log.
pub(super) fn answer(panic: Box<dyn Any + Send + 'static>) -> Response {
    let message = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned());
    Refusal::from(Error::Internal(format!("panicked: {message}"))).into_response()
}
