//! The HTTP service under async-openai's client: it waits with a bound, looks at
//! status and kind before anything is read as a stream, and hands on only what a
//! parser of event streams survives.
//!
//! The library's own service retries and reads errors by OpenAI's schema, which
//! other servers do not keep, and knows no `Retry-After`
//! (`docs/decisions/0006-openai-compatible-servers.md`).

mod body;

use std::task::{Context, Poll};
use std::time::Duration;

use async_openai::error::OpenAIError;
use async_openai::middleware::HttpRequestFactory;
use futures::FutureExt;
use futures::future::BoxFuture;
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use reqwest::{Client, Response, redirect};
use serde_json::Value;

use super::failure::Failure;
use crate::error::Error;

/// How long the parts of a request may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// Until there is a connection.
    pub connecting: Duration,
    /// Until the answer begins; a small model on a plain processor reads the prompt
    /// for half a minute first.
    pub beginning: Duration,
    /// Between two pieces of an answer.
    pub pausing: Duration,
    /// Before the first retry; it doubles with each further one.
    pub retrying: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            connecting: Duration::from_secs(5),
            beginning: Duration::from_secs(45),
            pausing: Duration::from_secs(20),
            retrying: Duration::from_millis(500),
        }
    }
}

/// Sends requests.
#[derive(Debug, Clone)]
pub(super) struct Transport {
    client: Client,
    patience: Patience,
}

impl Transport {
    /// A transport with connections of its own.
    pub(super) fn new(patience: Patience) -> Result<Self, Error> {
        let unusable = |cause: String| Error::Internal(format!("no HTTP client: {cause}"));
        let tls = crate::tls::client().map_err(|cause| unusable(cause.to_string()))?;
        let client = Client::builder()
            .tls_backend_preconfigured(tls)
            .connect_timeout(patience.connecting)
            // A redirected POST loses its body, and the key is for one host only.
            .redirect(redirect::Policy::none())
            .tcp_nodelay(true)
            .build()
            .map_err(|cause| unusable(cause.to_string()))?;
        Ok(Self { client, patience })
    }

    /// The client that requests are made with.
    pub(super) fn client(&self) -> Client {
        self.client.clone()
    }

    async fn send(self, factory: HttpRequestFactory) -> Result<Response, OpenAIError> {
        let request = factory.build().await?;
        let answering = self.client.execute(request);
        let response = tokio::time::timeout(self.patience.beginning, answering)
            .await
            .map_err(|_| boxed(Failure::Slow))?
            .map_err(|error| boxed(unsent(&error)))?;
        let status = response.status();
        let kind = kind(response.headers());
        if status.is_success() && kind == "text/event-stream" {
            // Some send the head at once and then read the prompt.
            let Patience { beginning, pausing, .. } = self.patience;
            return Ok(body::stream(response, beginning, pausing));
        }
        let retry_after = retry_after(response.headers());
        let text = body::whole(response, self.patience.pausing).await.map_err(boxed)?;
        let value: Value = serde_json::from_slice(&text).unwrap_or_default();
        if let Some(failure) = Failure::reported(status.as_u16(), retry_after, &value) {
            return Err(boxed(failure));
        }
        if !status.is_success() {
            let (status, message) = (status.as_u16(), String::from_utf8_lossy(&text).into_owned());
            return Err(boxed(Failure::Status { status, retry_after, message }));
        }
        // A server that does not stream answers whole; that is a stream of one piece.
        if value["choices"].is_array() {
            return Ok(body::one_event(&value));
        }
        Err(boxed(Failure::Foreign))
    }
}

impl tower::Service<HttpRequestFactory> for Transport {
    type Error = OpenAIError;
    type Future = BoxFuture<'static, Result<Response, OpenAIError>>;
    type Response = Response;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), OpenAIError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: HttpRequestFactory) -> Self::Future {
        self.clone().send(request).boxed()
    }
}

fn boxed(failure: Failure) -> OpenAIError {
    OpenAIError::Boxed(Box::new(failure))
}

fn unsent(error: &reqwest::Error) -> Failure {
    if error.is_timeout() && !error.is_connect() { Failure::Slow } else { Failure::Unreachable }
}

/// The media type without its parameters.
fn kind(headers: &HeaderMap) -> &str {
    let value = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    value.and_then(|value| value.split(';').next()).unwrap_or_default().trim()
}

/// `Retry-After` in seconds. Its other form, a date, is not used by such servers.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let seconds: f64 = headers.get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}
