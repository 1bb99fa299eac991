//! Talking to the assistant.

use domain::chat::{ChatAnswer, ChatEvent, ChatMessage, ChatRequest, ConfirmationReply};
use domain::history::Door;
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use domain::validation::Validate;
use futures::{Stream, StreamExt};
use leptos::server_fn::codec::ByteStream;
use server::context::Context;
use server::error::Error;
use server::{accounts, assistant};

use super::Asked;
use crate::present::chat::{piece, said};
use crate::view::outcome::{Outcome, Receipt, Refusal};
use server::words::Words;

/// Where the conversation is.
pub(super) const CHAT: &str = "/chat";

pub(super) fn asked() -> Result<Asked, Refusal> {
    Asked::read().map_err(|error| Refusal(error.into()))
}

/// What a person asks of the assistant comes through the chat's door.
fn context(asked: &Asked) -> Result<Context, Error> {
    accounts::context(&asked.planner, &asked.parts.extensions, Door::Chat)
}

/// An identifier from a form; blank is none.
pub(super) fn identifier(text: &str) -> Field<domain::Uuid> {
    if text.is_empty() {
        return Field::Absent;
    }
    FromScalar::from_scalar(Scalar::Text(text.to_owned())).map_or_else(Field::Invalid, Field::Value)
}

fn message(text: String, conversation: &str, replaces: &str) -> Result<ChatMessage, Error> {
    let request = ChatRequest {
        message: Field::Value(text),
        conversation_id: identifier(conversation),
        replaces: identifier(replaces),
    };
    Ok(request.validate()?)
}

/// Streams the answer to a message, one piece a line. A turn that cannot even begin
/// is refused with its status.
pub(crate) async fn turn(
    text: String,
    conversation: String,
    replaces: String,
) -> Result<ByteStream<Refusal>, Refusal> {
    let asked = asked()?;
    let begin = || {
        let context = context(&asked)?;
        Ok::<_, Error>((context, message(text, &conversation, &replaces)?))
    };
    let (context, message) = begin().map_err(|error| asked.refuse_page(error.into()))?;
    let wording = Words::of(&context);
    let mut events = Box::pin(asked.planner.assistant.turn(context, message));
    let first = match events.next().await {
        Some(ChatEvent::Error(failed)) => return Err(asked.refuse_page(failed.problem)),
        first => futures::stream::iter(first),
    };
    Ok(lines(wording, first.chain(events)))
}

/// Pieces of an answer, one a line.
pub(super) fn lines(
    wording: Words,
    events: impl Stream<Item = ChatEvent> + Send + 'static,
) -> ByteStream<Refusal> {
    ByteStream::new(events.map(move |event| {
        let mut line = serde_json::to_vec(&piece(&wording, event)).unwrap_or_default();
        line.push(b'\n');
        Ok::<_, Refusal>(line)
    }))
}

/// Answers a message as a whole, for forms without scripts and for the quick line.
pub(crate) async fn say(
    text: String,
    conversation: String,
    replaces: String,
) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let from_chat = asked.is_from(CHAT);
    let result = match context(&asked)
        .and_then(|found| Ok((found, message(text, &conversation, &replaces)?)))
    {
        Ok((context, message)) => {
            let mut events = Box::pin(asked.planner.assistant.turn(context, message));
            loop {
                match events.next().await {
                    Some(ChatEvent::Done(answer)) => break Ok(receipt(&answer, from_chat)),
                    Some(ChatEvent::Error(failed)) => break Err(failed.problem),
                    Some(_) => {}
                    None => break Err(Problem::from(Error::Internal("a turn had no end".into()))),
                }
            }
        }
        Err(error) => Err(Problem::from(error)),
    };
    Ok(asked.answer(result))
}

/// Takes the answer to a proposal.
pub(crate) async fn confirm(id: String, accept: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let reply = || {
        let id = match identifier(&id) {
            Field::Value(id) => id,
            _ => return Err(Error::NotFound),
        };
        let accept =
            FromScalar::from_scalar(Scalar::Text(accept)).map_or_else(Field::Invalid, Field::Value);
        Ok((context(&asked)?, id, ConfirmationReply { accept }.validate()?))
    };
    let result = match reply() {
        Ok((context, id, accept)) => asked.planner.assistant.confirm(context, id, accept).await,
        Err(error) => Err(error),
    };
    Ok(asked.answer(result.map(|answer| receipt(&answer, true)).map_err(Problem::from)))
}

/// Begins a new conversation.
pub(crate) async fn start_over() -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = match context(&asked) {
        Ok(context) => assistant::start_over(&context).await,
        Err(error) => Err(error),
    };
    let result = result.map(|_| Receipt { go: Some(CHAT.to_owned()), ..Receipt::default() });
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// What a toast says of an answer. One that asks something back is read where it
/// can be answered.
fn receipt(answer: &ChatAnswer, from_chat: bool) -> Receipt {
    let asks =
        !answer.confirm.is_empty() || !answer.choices.is_empty() || answer.actions.is_empty();
    let first = answer.actions.first().and_then(|action| action.undo);
    Receipt {
        // In the conversation the answer itself says it.
        summary: if from_chat { String::new() } else { said(answer) },
        undo: answer.undo.or(first).map(|token| token.to_string()),
        go: (asks && !from_chat).then(|| CHAT.to_owned()),
    }
}
