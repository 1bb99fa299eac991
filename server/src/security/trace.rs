//! One span a request: method, matched route, status, time. Never the path's
//! query, bodies, tokens or e-mail addresses.

use std::time::Duration;

use axum::extract::MatchedPath;
use axum::http::{Request, Response};
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::trace::{DefaultOnRequest, MakeSpan, OnResponse, TraceLayer};
use tracing::Span;

use super::request_id::X_REQUEST_ID;

pub(super) fn layer()
-> TraceLayer<SharedClassifier<ServerErrorsAsFailures>, RouteSpan, DefaultOnRequest, Outcome> {
    TraceLayer::new_for_http().make_span_with(RouteSpan).on_response(Outcome)
}

#[derive(Debug, Clone, Copy)]
pub(super) struct RouteSpan;

impl<B> MakeSpan<B> for RouteSpan {
    fn make_span(&mut self, request: &Request<B>) -> Span {
        let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str);
        let id = request.headers().get(&X_REQUEST_ID).and_then(|id| id.to_str().ok());
        tracing::info_span!("request", method = %request.method(), route, id)
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Outcome;

impl<B> OnResponse<B> for Outcome {
    fn on_response(self, response: &Response<B>, latency: Duration, _: &Span) {
        let milliseconds = latency.as_secs_f64() * 1_000.0;
        tracing::debug!(status = response.status().as_u16(), milliseconds, "answered");
    }
}
