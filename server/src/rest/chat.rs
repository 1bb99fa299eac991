//! The assistant: a message and its answer, whole or piece by piece.

use std::convert::Infallible;
use std::time::Duration;

use aide::axum::ApiRouter;
use aide::axum::routing::post_with;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as Documented};
use aide::{NoApi, OperationOutput};
use axum::Json;
use axum::extract::State;
use axum::http::header::{ACCEPT, CACHE_CONTROL};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use domain::chat::{ChatAnswer, ChatEvent, ChatRequest, ConfirmationReply, Failed};
use domain::history::Door;
use domain::validation::Validate;
use futures::{Stream, StreamExt};

use super::{Body, Refusal, RowId, SignedIn, describe};
use crate::context::{Context, Planner};
use crate::error::Error;

const TAG: &str = "Assistant";

/// Proxies close a connection that says nothing, most after 30 s or 60 s.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/chat",
            post_with(chat, |route| {
                route.id("chat").summary("Says something to the assistant.").tag(TAG).description(
                    "With `Accept: text/event-stream` the answer comes piece by piece, as the \
                     events `start`, `text`, `action`, `confirm`, `choices` and last `done`, \
                     which holds the whole answer, or `error`, a problem that lists what was \
                     done before it.",
                )
            }),
        )
        .api_route(
            "/api/chat/confirmations/{id}",
            post_with(confirm, |route| {
                route
                    .id("confirm")
                    .summary("Answers what the assistant asked before a destructive step.")
                    .tag(TAG)
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("It is answered already.")
                    })
                    .response_with::<410, Refusal, _>(|response| {
                        response.description("It was not answered in time.")
                    })
            }),
        )
}

async fn chat(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    NoApi(headers): NoApi<HeaderMap>,
    Body(request): Body<ChatRequest>,
) -> Result<Answer, Refusal> {
    let message = request.validate().map_err(Error::from)?;
    let mut events = planner.assistant.turn(spoken(context), message).boxed();
    if !wants_events(&headers) {
        return whole(events).await;
    }
    // What fails before it begins fails with its own status.
    match events.next().await {
        None => Err(silent().into()),
        Some(ChatEvent::Error(failed)) => Ok(Answer::Failed(failed)),
        Some(first) => {
            let events = futures::stream::once(std::future::ready(first)).chain(events);
            Ok(Answer::Events(stream(events)))
        }
    }
}

async fn confirm(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(reply): Body<ConfirmationReply>,
) -> Result<Answer, Refusal> {
    let accept = reply.validate().map_err(Error::from)?;
    Ok(Answer::Whole(planner.assistant.confirm(spoken(context), id, accept).await?))
}

/// What is said comes through the assistant's door, whichever way it was sent.
fn spoken(mut context: Context) -> Context {
    context.door = Door::Chat;
    context
}

/// Whether the client asks for events rather than for JSON.
fn wants_events(headers: &HeaderMap) -> bool {
    headers
        .get_all(ACCEPT)
        .iter()
        .filter_map(|accept| accept.to_str().ok())
        .flat_map(|accept| accept.split(','))
        .any(|kind| kind.split(';').next().unwrap_or_default().trim() == "text/event-stream")
}

async fn whole(mut events: impl Stream<Item = ChatEvent> + Unpin) -> Result<Answer, Refusal> {
    while let Some(event) = events.next().await {
        match event {
            ChatEvent::Done(answer) => return Ok(Answer::Whole(answer)),
            ChatEvent::Error(failed) => return Ok(Answer::Failed(failed)),
            _ => {}
        }
    }
    Err(silent().into())
}

fn silent() -> Error {
    Error::Internal("a turn ended without its last event".to_owned())
}

fn stream(events: impl Stream<Item = ChatEvent> + Send + 'static) -> Response {
    let events = events.map(|event| Ok::<_, Infallible>(frame(&event)));
    let keep_alive = KeepAlive::new().interval(KEEP_ALIVE);
    let mut response = Sse::new(events).keep_alive(keep_alive).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // nginx collects an answer before it passes it on, unless it is told not to.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    response
}

/// One event, named after its variant.
fn frame(event: &ChatEvent) -> Event {
    let value = serde_json::to_value(event).unwrap_or_default();
    let name = value["event"].as_str().unwrap_or("error");
    Event::default().event(name).data(value["data"].to_string())
}

/// What a message is answered.
enum Answer {
    /// All at once.
    Whole(ChatAnswer),
    /// Piece by piece.
    Events(Response),
    /// It failed; what was done before stands and is listed.
    Failed(Failed),
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        match self {
            Self::Whole(answer) => {
                let no_store = [(CACHE_CONTROL, HeaderValue::from_static("no-store"))];
                (no_store, Json(answer)).into_response()
            }
            Self::Events(response) => response,
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
        answer.content.insert("text/event-stream".to_owned(), MediaType::default());
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
