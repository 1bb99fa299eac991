//! The answer in progress: joined again, or stopped.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use domain::chat::{ChatAnswer, ChatEvent};

use super::answer::{Answer, Events};
use crate::context::{Context, Planner};
use crate::error::Error;
use crate::operations::call;
use crate::operations::conversations::{ReadConversation, latest_messages};
use crate::rest::{Refusal, RowId, SignedIn, describe};

/// Hears the answer in progress from its beginning.
pub(super) async fn join(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<Joined, Refusal> {
    if let Some(events) = planner.assistant.join(&context, id).await? {
        return Ok(Joined(Some(Events::of(events))));
    }
    exists(&context, id).await?;
    Ok(Joined(None))
}

/// Stops the answer in progress.
pub(super) async fn stop(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<Stopped, Refusal> {
    match planner.assistant.stop(&context, id).await? {
        Some(ChatEvent::Done(answer)) => Ok(Stopped(Some(Answer::Whole(answer)))),
        Some(ChatEvent::Error(failed)) => Ok(Stopped(Some(Answer::Failed(failed)))),
        Some(_) | None => {
            exists(&context, id).await?;
            Ok(Stopped(None))
        }
    }
}

/// Whether the conversation is there and the person's own.
async fn exists(context: &Context, id: domain::Uuid) -> Result<(), Error> {
    call::<ReadConversation>(context, latest_messages(id, 1)).await.map(|_| ())
}

/// The events of the answer in progress, if there is one.
pub(super) struct Joined(Option<Events>);

/// How the answer in progress ended, if there was one.
pub(super) struct Stopped(Option<Answer>);

impl IntoResponse for Joined {
    fn into_response(self) -> Response {
        or_nothing(self.0)
    }
}

impl IntoResponse for Stopped {
    fn into_response(self) -> Response {
        or_nothing(self.0)
    }
}

fn or_nothing(answer: Option<impl IntoResponse>) -> Response {
    answer.map_or_else(|| StatusCode::NO_CONTENT.into_response(), IntoResponse::into_response)
}

fn nothing() -> (Option<u16>, Documented) {
    let description = "Nothing is in progress; what was said is in the conversation.".to_owned();
    (Some(204), Documented { description, ..Documented::default() })
}

impl OperationOutput for Joined {
    type Inner = ChatEvent;

    fn inferred_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        let events = Documented {
            description: "The events so far, then those to come.".to_owned(),
            content: [Events::media(context)].into_iter().collect(),
            ..Documented::default()
        };
        vec![(Some(200), events), nothing()]
    }
}

impl OperationOutput for Stopped {
    type Inner = ChatAnswer;

    fn inferred_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        let answer = describe::json::<ChatAnswer>(context, "The answer as far as it came.");
        vec![(Some(200), answer), nothing()]
    }
}
