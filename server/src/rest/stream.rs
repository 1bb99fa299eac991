//! Answers that go on: events of `text/event-stream`.

use std::convert::Infallible;
use std::time::Duration;

use aide::generate::GenContext;
use aide::openapi::{MediaType, SchemaObject};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures::{Stream, StreamExt};
use schemars::JsonSchema;

/// Proxies close a connection that says nothing, most after 30 s or 60 s.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// The answer that tells these events.
pub(super) fn of(events: impl Stream<Item = Event> + Send + 'static) -> Response {
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE);
    let events = events.map(Ok::<_, Infallible>);
    let mut response = Sse::new(events).keep_alive(keep_alive).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx collects an answer before it passes it on, unless it is told not to.
    let unbuffered = HeaderName::from_static("x-accel-buffering");
    headers.insert(unbuffered, HeaderValue::from_static("no"));
    response
}

/// How such an answer is documented, by the schema of its events.
pub(super) fn media<T: JsonSchema>(context: &mut GenContext) -> (String, MediaType) {
    let schema = SchemaObject {
        json_schema: context.schema.subschema_for::<T>(),
        external_docs: None,
        example: None,
    };
    let media = MediaType { schema: Some(schema), ..MediaType::default() };
    ("text/event-stream".to_owned(), media)
}
