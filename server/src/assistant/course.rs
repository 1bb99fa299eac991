//! The course of a turn: from its beginning to its last event, and the same for the answer
//! to a proposal.

use std::sync::Arc;
use std::time::Instant;

use domain::Uuid;
use domain::chat::{Action, ChatAnswer, ChatEvent, ChatMessage, Failed, Started};
use domain::problem::Problem;

use super::allowance::Allowances;
use super::builtin::{self, Builtin};
use super::conclude::conclude;
use super::confirmations::{self, Answered};
use super::conversations;
use super::elsewhere::Held;
use super::interpreter::{Interpreter, Voice};
use super::running::Place;
use super::turn::{Progress, World, converse};
use crate::context::Context;
use crate::error::Error;
use crate::metrics;
use crate::once::Claim;

/// One turn, from its beginning to its last event.
pub(super) async fn run(
    interpreter: Arc<dyn Interpreter>,
    allowances: Allowances,
    place: Place,
    context: Context,
    message: ChatMessage,
) {
    let clock = Instant::now();
    let begun = match conversations::begin(&context, &message).await {
        Ok(begun) => begun,
        Err(error) => return place.end(not_begun(error)),
    };
    let conversation_id = begun.conversation;
    let claim = begun.claim.clone();
    place.turn.enter(conversation_id);
    let held = Held::keep(&context, place.turn.stop.clone());
    let mut voice = Voice::of(&place.turn, &interpreter.identity());
    voice.tell(ChatEvent::Start(Started { conversation_id, message_id: begun.message }));
    let mut progress = Progress::default();
    let conversed = match conversations::recall(&context, &begun).await {
        Ok(recalled) => {
            let world = World {
                context: &context,
                conversation: conversation_id,
                message: &message.text,
                recalled: &recalled,
                allowances: &allowances,
            };
            converse(&*interpreter, &world, &mut voice, &mut progress).await
        }
        Err(error) => Err(error),
    };
    let problem = conversed.err().map(Problem::from);
    let actions = progress.actions();
    let kept =
        conclude(&context, begun, message.text, &mut voice, progress, problem.as_ref()).await;
    let last = match (problem, kept) {
        (None, Ok(answer)) => ChatEvent::Done(answer),
        (None, Err(error)) => failed(error.into(), actions, conversation_id),
        (Some(problem), _) => failed(problem, actions, conversation_id),
    };
    remember(claim, &context, &last).await;
    held.end(&context).await;
    metrics::turned(&voice.source().interpreter, ended(&last), clock.elapsed());
    place.end(last);
}

/// How a turn ended, as a word of the metrics.
fn ended(last: &ChatEvent) -> &'static str {
    match last {
        ChatEvent::Done(answer) if answer.stopped => "stopped",
        ChatEvent::Done(answer) if answer.failure.is_none() => "done",
        _ => "failed",
    }
}

/// Keeps the last event under the request's name, if it has one. What was done
/// stands if that fails, and is never done again.
async fn remember(claim: Option<Claim>, context: &Context, last: &ChatEvent) {
    let Some(claim) = claim else { return };
    if let Err(cause) = claim.conclude(context, last).await {
        tracing::warn!(%cause, "an answer was not kept under its request's name");
    }
}

/// One answer to a proposal, taken, carried out and kept.
pub(super) async fn confirm(
    mut context: Context,
    place: Place,
    id: Uuid,
    accept: bool,
) -> Result<ChatAnswer, Error> {
    let answered = confirmations::answer(&context, id, accept).await?;
    let held = Held::keep(&context, place.turn.stop.clone());
    // It is claimed by now.
    context.once = None;
    let answer = settle(&context, &place, answered, accept).await;
    held.end(&context).await;
    answer
}

/// An answer to a proposal that was taken, carried out and kept.
async fn settle(
    context: &Context,
    place: &Place,
    answered: Answered,
    accept: bool,
) -> Result<ChatAnswer, Error> {
    let claim = answered.claim.clone();
    let text = if accept { "Yes" } else { "No" }.to_owned();
    let conversation_id = Some(answered.conversation);
    let message = ChatMessage { text, conversation_id, replaces: None };
    let result = answered.carry_out(context).await?;
    let begun = conversations::begin(context, &message).await?;
    let mut voice = Voice::of(&place.turn, &Builtin.identity());
    let mut progress = Progress::default();
    progress.results.push(result);
    voice.say_line(&builtin::report(context, &progress.results));
    let answer = conclude(context, begun, message.text, &mut voice, progress, None).await?;
    let last = ChatEvent::Done(answer.clone());
    remember(claim, context, &last).await;
    Ok(answer)
}

/// What a turn tells last that went wrong.
fn failed(problem: Problem, actions: Vec<Action>, conversation_id: Uuid) -> ChatEvent {
    ChatEvent::Error(Failed { problem, actions, conversation_id: Some(conversation_id) })
}

/// What a turn tells that cannot begin.
pub(super) fn not_begun(error: Error) -> ChatEvent {
    let problem = Problem::from(error);
    ChatEvent::Error(Failed { problem, actions: Vec::new(), conversation_id: None })
}
