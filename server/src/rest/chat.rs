//! The assistant: a message and its answer, whole or piece by piece.

mod answer;
mod running;

use aide::NoApi;
use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post_with};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use domain::chat::{ChatRequest, ConfirmationReply};
use domain::history::Door;
use domain::validation::Validate;

use self::answer::Answer;
use super::{Body, Refusal, RowId, SignedIn};
use crate::context::{Context, Planner};
use crate::error::Error;

const TAG: &str = "Assistant";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/chat",
            post_with(chat, |route| {
                route
                    .id("chat")
                    .summary("Says something to the assistant.")
                    .tag(TAG)
                    .description(
                        "With `Accept: text/event-stream` the answer comes piece by piece, as the \
                         events `start`, `text`, `action`, `confirm`, `choices` and last `done`, \
                         which holds the whole answer, or `error`, a problem that lists what was \
                         done before it. The schema of an event pairs its name with its data. A \
                         connection that breaks ends nothing: the answer is kept.",
                    )
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("Another message of the person's is being answered.")
                    })
            }),
        )
        .api_route(
            "/api/chat/{id}/stream",
            get_with(running::join, |route| {
                route
                    .id("join_chat")
                    .summary("Hears an answer in progress from its beginning.")
                    .tag(TAG)
                    .description(
                        "For a page that was loaded again, and for a second one. Words that were \
                         said before come as one event.",
                    )
            }),
        )
        .api_route(
            "/api/chat/{id}/stop",
            post_with(running::stop, |route| {
                route
                    .id("stop_chat")
                    .summary("Stops an answer in progress.")
                    .tag(TAG)
                    .description("What was done before stands and is listed.")
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
                        response.description(
                            "It is answered already, or a message of the person's is being \
                             answered.",
                        )
                    })
                    .response_with::<410, Refusal, _>(|response| {
                        response.description(
                            "It was not answered within ten minutes, or what led to it was \
                             changed.",
                        )
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
    let context = spoken(context);
    if let Some(last) = planner.assistant.answered(&context).await? {
        return Answer::again(last, wants_events(&headers)).await;
    }
    let events = planner.assistant.turn(context, message);
    if wants_events(&headers) {
        Answer::streamed(events).await
    } else {
        Answer::whole(events).await
    }
}

async fn confirm(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(reply): Body<ConfirmationReply>,
) -> Result<Answer, Refusal> {
    let accept = reply.validate().map_err(Error::from)?;
    let context = spoken(context);
    if let Some(last) = planner.assistant.answered(&context).await? {
        return Answer::again(last, false).await;
    }
    Ok(Answer::Whole(planner.assistant.confirm(context, id, accept).await?))
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
