//! Talking to the assistant.

mod conversations;
mod forms;
mod streams;

pub(crate) use self::conversations::{delete, list, pin, preview, rename, show};
pub(crate) use self::forms::{confirm, say, stop};
pub(crate) use self::streams::{join, turn};

use domain::chat::{Action, ChatEvent, ChatMessage, ChatRequest};
use domain::history::{BeforeRequest, Door, UndoRequest};
use domain::input::{Field, FromScalar, Scalar};
use domain::validation::Validate;
use server::accounts;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::history::{ReadBefore, Undo};

use super::Asked;
use crate::present::chat::Befores;
use crate::view::outcome::Refusal;

/// Where conversations are.
const CHAT: &str = "/chat";

fn asked() -> Result<Asked, Refusal> {
    Asked::read().map_err(|error| Refusal(error.into()))
}

/// What a person asks of the assistant comes through the chat's door.
fn context(asked: &Asked) -> Result<Context, Error> {
    accounts::context(&asked.planner, &asked.parts.extensions, Door::Chat)
}

/// An identifier from a form; blank is none.
fn identifier(text: &str) -> Field<domain::Uuid> {
    if text.is_empty() {
        return Field::Absent;
    }
    FromScalar::from_scalar(Scalar::Text(text.to_owned())).map_or_else(Field::Invalid, Field::Value)
}

/// The identifier of something that must be there.
fn known(text: &str) -> Result<domain::Uuid, Error> {
    match identifier(text) {
        Field::Value(id) => Ok(id),
        _ => Err(Error::NotFound),
    }
}

fn message(text: String, conversation: &str, replaces: &str) -> Result<ChatMessage, Error> {
    let request = ChatRequest {
        message: Field::Value(text),
        conversation_id: identifier(conversation),
        replaces: identifier(replaces),
    };
    Ok(request.validate()?)
}

/// What rows were before the changes that these actions made to them.
async fn befores<'a>(
    context: &Context,
    actions: impl Iterator<Item = &'a Action>,
) -> Result<Befores, Error> {
    let undo: Vec<_> = actions.filter_map(|action| action.undo).collect();
    if undo.is_empty() {
        return Ok(Befores::new());
    }
    let found = call::<ReadBefore>(context, BeforeRequest { undo }).await?.value;
    let mut befores = Befores::new();
    for before in found {
        befores.entry(before.undo).or_default().push(before);
    }
    Ok(befores)
}

/// Takes a change back before a message is said once more, so that nothing is done
/// twice. A blank token is none.
async fn take_back(context: &Context, token: &str) -> Result<(), Error> {
    if !token.is_empty() {
        call::<Undo>(context, UndoRequest { token: identifier(token) }).await?;
    }
    Ok(())
}

/// The same for one piece of an answer. What cannot be read is left out: a card
/// without it is still right.
async fn befores_of(context: &Context, event: &ChatEvent) -> Befores {
    let actions = match event {
        ChatEvent::Action(action) => std::slice::from_ref(action),
        ChatEvent::Done(answer) => answer.actions.as_slice(),
        _ => &[],
    };
    befores(context, actions.iter()).await.unwrap_or_default()
}
