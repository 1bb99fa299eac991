//! No body is larger than anything the planner takes, takes for ever, or is packed.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CONNECTION, CONTENT_ENCODING};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::Limited;
use hyper::body::{Frame, SizeHint};
use tokio::time::{Sleep, sleep};

use crate::rest::Refusal;

/// Largest body in bytes. The longest description, every character escaped as a
/// surrogate pair, takes half of it.
pub const BODY_LIMIT: usize = 256 * 1024;

/// How long a body may take. The largest comes through at 70 kbit/s.
pub(super) const BODY_PATIENCE: Duration = Duration::from_secs(30);

/// Where a file of everything is taken over: by programs, and by the form of the settings.
pub const IMPORT: &str = "/api/import";
/// See [`IMPORT`].
pub const IMPORT_FORM: &str = "/settings/import";
/// Largest file of everything in bytes: some 150,000 rows.
const IMPORT_LIMIT: usize = 64 * 1024 * 1024;
/// How many times longer a file of everything may take: then the largest comes through at
/// 2.3 Mbit/s.
const IMPORT_PATIENCE: u32 = 8;

/// Refuses a body that announces to be too large, and cuts one that does not
/// announce its size; whoever reads that one finds a length error. One that does not come
/// to its end in time is cut as well. Packed ones are refused: nothing here unpacks, so a
/// few bytes cannot become many.
pub(super) async fn enforce(
    State(patience): State<Duration>,
    request: Request,
    next: Next,
) -> Response {
    let limit = limit_of(request.uri().path());
    let patience = if limit > BODY_LIMIT { patience * IMPORT_PATIENCE } else { patience };
    if request.body().size_hint().lower() > limit as u64 {
        return too_large(limit).into_response();
    }
    if is_packed(request.headers()) {
        return packed();
    }
    if request.body().is_end_stream() {
        return next.run(request).await;
    }
    let late = Arc::new(AtomicBool::new(false));
    let timely = |body| Timely { body, patience, deadline: None, late: late.clone() };
    let request = request.map(|body| Body::new(Limited::new(timely(body), limit)));
    let response = next.run(request).await;
    if late.load(Ordering::Relaxed) { too_late() } else { response }
}

/// How large a body may be that is sent there, in bytes.
pub(crate) fn limit_of(path: &str) -> usize {
    if path == IMPORT || path == IMPORT_FORM { IMPORT_LIMIT } else { BODY_LIMIT }
}

/// What is answered to a body beyond the limit.
pub(crate) fn too_large(limit: usize) -> Refusal {
    let detail = format!("A request here holds at most {} KiB.", limit / 1024);
    Refusal::new(StatusCode::PAYLOAD_TOO_LARGE, &detail)
}

fn too_late() -> Response {
    let detail = "The request took too long to arrive. Nothing was changed; send it again.";
    let mut response = Refusal::new(StatusCode::REQUEST_TIMEOUT, detail).into_response();
    response.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// `Accept-Encoding` says what would do (RFC 9110, 12.5.3).
fn packed() -> Response {
    let detail = "Send it as it is, without Content-Encoding.";
    let mut response = Refusal::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, detail).into_response();
    response.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
    response
}

fn is_packed(headers: &HeaderMap) -> bool {
    let mut encodings = headers.get_all(CONTENT_ENCODING).iter();
    encodings.any(|encoding| !encoding.as_bytes().eq_ignore_ascii_case(b"identity"))
}

/// A body that has to be over in time, counted from when it is first waited for.
struct Timely {
    body: Body,
    patience: Duration,
    deadline: Option<Pin<Box<Sleep>>>,
    late: Arc<AtomicBool>,
}

impl HttpBody for Timely {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            return Poll::Ready(frame);
        }
        let deadline = this.deadline.get_or_insert_with(|| Box::pin(sleep(this.patience)));
        ready!(deadline.as_mut().poll(context));
        this.late.store(true, Ordering::Relaxed);
        Poll::Ready(Some(Err(axum::Error::new("the body took too long"))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::middleware::from_fn_with_state;
    use axum::routing::post;
    use futures::stream::{self, StreamExt};
    use tower::ServiceExt;

    /// What a handler that reads everything leads to.
    async fn answered(body: Body) -> StatusCode {
        let read = |body: Bytes| async move { body.len().to_string() };
        let patience = Duration::from_millis(50);
        let router =
            Router::new().route("/", post(read)).layer(from_fn_with_state(patience, enforce));
        let request = Request::post("/").body(body).expect("a request");
        router.oneshot(request).await.expect("an answer").status()
    }

    #[tokio::test]
    async fn a_body_that_never_ends_is_given_up() {
        let begun = || stream::iter([Ok::<_, std::io::Error>("a")]);
        let stuck = Body::from_stream(begun().chain(stream::pending()));
        assert_eq!(answered(stuck).await, 408);
        let drops = begun().chain(stream::unfold((), |()| async {
            tokio::time::sleep(Duration::from_millis(5)).await;
            Some((Ok("b"), ()))
        }));
        assert_eq!(answered(Body::from_stream(drops)).await, 408);
        assert_eq!(answered(Body::from("whole")).await, 200);
    }
}
