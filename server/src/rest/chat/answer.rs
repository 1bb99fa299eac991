//! What a message is answered: whole, piece by piece, or that it failed.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as Documented};
use axum::Json;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use domain::chat::{ChatAnswer, ChatEvent, Failed, Started};
use futures::{Stream, StreamExt};

use crate::error::Error;
use crate::rest::{Refusal, describe, stream};

/// What a message is answered.
pub(super) enum Answer {
    /// All at once.
    Whole(ChatAnswer),
    /// Piece by piece.
    Events(Events),
    /// It failed; what was done before stands and is listed.
    Failed(Failed),
}

impl Answer {
    /// The answer when it is complete.
    pub(super) async fn whole(events: impl Stream<Item = ChatEvent>) -> Result<Self, Refusal> {
        let mut events = std::pin::pin!(events);
        while let Some(event) = events.next().await {
            match event {
                ChatEvent::Done(answer) => return Ok(Self::Whole(answer)),
                ChatEvent::Error(failed) => return Ok(Self::Failed(failed)),
                _ => {}
            }
        }
        Err(silent().into())
    }

    /// What was answered when the request was sent first.
    pub(super) async fn again(last: ChatEvent, as_events: bool) -> Result<Self, Refusal> {
        let conversation = match &last {
            ChatEvent::Done(answer) => answer.messages.first().map(|said| Started {
                conversation_id: answer.conversation_id,
                message_id: said.id,
            }),
            _ => None,
        };
        let events = conversation.map(ChatEvent::Start).into_iter().chain([last]);
        let events = futures::stream::iter(events.collect::<Vec<_>>());
        if as_events { Self::streamed(events).await } else { Self::whole(events).await }
    }

    /// The answer as it comes. What fails before it begins fails with its own status.
    pub(super) async fn streamed(
        events: impl Stream<Item = ChatEvent> + Send + 'static,
    ) -> Result<Self, Refusal> {
        let mut events = events.boxed();
        match events.next().await {
            None => Err(silent().into()),
            Some(ChatEvent::Error(failed)) => Ok(Self::Failed(failed)),
            Some(first) => {
                let first = futures::stream::once(std::future::ready(first));
                Ok(Self::Events(Events::of(first.chain(events))))
            }
        }
    }
}

fn silent() -> Error {
    Error::Internal("a turn ended without its last event".to_owned())
}

/// The events of a turn as `text/event-stream`.
pub(super) struct Events(Response);

impl Events {
    /// A stream of these events.
    pub(super) fn of(events: impl Stream<Item = ChatEvent> + Send + 'static) -> Self {
        Self(stream::of(events.map(|event| frame(&event))))
    }

    /// How the stream is documented: every event, as the pair of its name and its data.
    pub(super) fn media(context: &mut GenContext) -> (String, MediaType) {
        stream::media::<ChatEvent>(context)
    }
}

impl IntoResponse for Events {
    fn into_response(self) -> Response {
        self.0
    }
}

/// One event, named after its variant.
fn frame(event: &ChatEvent) -> Event {
    let value = serde_json::to_value(event).unwrap_or_default();
    let name = value["event"].as_str().unwrap_or("error");
    Event::default().event(name).data(value["data"].to_string())
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Whole(answer) => {
                let no_store = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];
                (no_store, Json(answer)).into_response()
            }
            Self::Events(events) => events.into_response(),
            Self::Failed(failed) => {
                let body = serde_json::to_vec(&failed).unwrap_or_default();
                Refusal(failed.problem).into_response().map(|_| axum::body::Body::from(body))
            }
        }
    }
}

impl OperationOutput for Answer {
    type Inner = ChatAnswer;

    fn operation_response(context: &mut GenContext, _: &mut Operation) -> Option<Documented> {
        let mut answer = describe::json::<ChatAnswer>(context, "The answer.");
        answer.content.extend([Events::media(context)]);
        Some(answer)
    }

    fn inferred_responses(
        context: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        Self::operation_response(context, operation)
            .map(|response| vec![(Some(200), response)])
            .unwrap_or_default()
    }
}
