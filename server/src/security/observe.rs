//! Each request is seen: one span around it, one line of the log, and its place in
//! the metrics. Said are method, matched route, status and time. Never the path or
//! its query, bodies, tokens or e-mail addresses.

use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use super::request_id::X_REQUEST_ID;
use crate::context::Planner;
use crate::{metrics, stopping};

/// What is said where no route matched: paths are people's words.
const UNMATCHED: &str = "unmatched";
/// What axum calls the rest of a path below a folder.
const TAIL: &str = "{*__private__axum_nest_tail_param}";
/// Said of a client that went away before the answer, as nginx has it.
const ABANDONED: u16 = 499;

/// Sees a request to its answer's beginning.
pub(super) async fn observe(
    State(planner): State<Planner>,
    request: Request,
    next: Next,
) -> Response {
    let seen = Seen {
        method: request.method().clone(),
        matched: request.extensions().get::<MatchedPath>().cloned(),
        id: request.headers().get(&X_REQUEST_ID).cloned(),
        begun: Instant::now(),
        status: None,
        _counted: planner.stopping.count(),
    };
    let span = tracing::info_span!(
        "request",
        method = seen.method(),
        route = seen.route(),
        id = seen.id()
    );
    let response = next.run(request).instrument(span).await;
    seen.answered(response.status());
    response
}

/// A request in progress. It is said when it is dropped, so also when nobody waits
/// for the answer any more.
struct Seen {
    method: Method,
    matched: Option<MatchedPath>,
    id: Option<HeaderValue>,
    begun: Instant,
    status: Option<StatusCode>,
    _counted: stopping::Request,
}

impl Seen {
    fn method(&self) -> &'static str {
        metrics::known(&self.method)
    }

    fn route(&self) -> &str {
        let route = self.matched.as_ref().map_or(UNMATCHED, MatchedPath::as_str);
        route.strip_suffix(TAIL).unwrap_or(route)
    }

    fn id(&self) -> &str {
        self.id.as_ref().and_then(|id| id.to_str().ok()).unwrap_or_default()
    }

    fn answered(mut self, status: StatusCode) {
        self.status = Some(status);
    }
}

impl Drop for Seen {
    fn drop(&mut self) {
        let took = self.begun.elapsed();
        match self.status {
            Some(status) => metrics::answered(&self.method, self.route(), status, took),
            None => metrics::abandoned(&self.method, self.route()),
        }
        let (method, route, id) = (self.method(), self.route(), self.id());
        let status = self.status.map_or(ABANDONED, |status| status.as_u16());
        // To the microsecond.
        let milliseconds = (took.as_secs_f64() * 1e6).round() / 1e3;
        tracing::info!(method, route, status, milliseconds, id, "answered");
    }
}
