//! Carries out tool calls, whichever interpreter asks: at once, as a proposal
//! that waits for a yes, or not at all with the reason.

mod wary;

use domain::Uuid;
use domain::chat::{ChatEvent, Proposal};
use serde_json::Value;

use super::confirmations;
use super::interpreter::Voice;
use super::tool::{Outcome, Prepared, Tool, ToolCall};
use super::tools;
use crate::context::Context;
use crate::error::Error;
use crate::operations::{Effect, asks_first};

/// Carries out one call of a turn in a conversation. When `wary`, since text from
/// elsewhere was read, every change waits for the person's yes.
///
/// # Errors
/// Only failures on our side; whatever the call itself got wrong is an
/// [`Outcome::Refused`] that the interpreter can read.
pub(super) async fn execute(
    context: &Context,
    conversation: Uuid,
    call: &ToolCall,
    wary: bool,
    voice: &Voice,
) -> Result<Outcome, Error> {
    let (tool, prepared) = match prepare(context, call).await {
        Ok(Some(prepared)) => prepared,
        Ok(None) => {
            return Ok(Outcome::Refused(format!("There is no tool called {}.", call.tool)));
        }
        Err(error) => return refused(error),
    };
    let outcome = match prepared {
        Prepared::Refused(reason) => Outcome::Refused(reason),
        Prepared::Ambiguous(readings) => Outcome::Ambiguous(readings),
        Prepared::Instead(_) => {
            return Err(Error::Internal(format!("{} hands over without end", call.tool)));
        }
        Prepared::Input { input, sentence, weight } if asks_first(tool.effect, weight) => {
            let proposal = propose(context, conversation, tool, input, sentence).await?;
            Outcome::Proposed(proposal)
        }
        Prepared::Input { input, sentence, .. } if wary && tool.effect == Effect::Write => {
            let sentence = match sentence {
                Some(sentence) => sentence,
                None => wary::sentence(context, tool, &call.arguments, &input).await?,
            };
            let proposal = propose(context, conversation, tool, input, Some(sentence)).await?;
            Outcome::Proposed(proposal)
        }
        Prepared::Input { input, .. } => match (tool.run)(context, input).await {
            Ok(outcome) => outcome,
            Err(error) => return refused(error),
        },
    };
    match &outcome {
        Outcome::Changed(action) | Outcome::ChangedMany(action, _) => {
            voice.tell(ChatEvent::Action(action.clone()));
        }
        Outcome::Proposed(proposal) => voice.tell(ChatEvent::Confirm(proposal.clone())),
        Outcome::Found(_) | Outcome::Ambiguous(_) | Outcome::Refused(_) => {}
    }
    Ok(outcome)
}

/// Resolves the phrases and names of a call. A call for any kind of row hands over
/// to the tool of the row's kind, once.
async fn prepare(
    context: &Context,
    call: &ToolCall,
) -> Result<Option<(&'static Tool, Prepared)>, Error> {
    let Some(tool) = tools::find(&call.tool) else { return Ok(None) };
    let prepared = (tool.prepare)(context, call.arguments.clone()).await?;
    let Prepared::Instead(exact) = prepared else { return Ok(Some((tool, prepared))) };
    let Some(tool) = tools::find(&exact.tool) else { return Ok(None) };
    let prepared = (tool.prepare)(context, exact.arguments).await?;
    Ok(Some((tool, prepared)))
}

/// Carries out a step that the person has said yes to.
pub(super) async fn execute_confirmed(context: &Context, call: ToolCall) -> Result<Outcome, Error> {
    let tool = tools::find(&call.tool)
        .ok_or_else(|| Error::Internal(format!("a kept call names no tool: {}", call.tool)))?;
    (tool.run)(&context.confirmed(), call.arguments).await
}

async fn propose(
    context: &Context,
    conversation: Uuid,
    tool: &Tool,
    input: Value,
    sentence: Option<String>,
) -> Result<Proposal, Error> {
    let summary = sentence.unwrap_or_else(|| tool.summary.to_owned());
    let proposal = Proposal { id: Uuid::new_v4(), summary };
    let call = ToolCall::new(tool.name, input);
    confirmations::keep(context, conversation, &proposal, &call).await?;
    Ok(proposal)
}

/// What the person or a model got wrong is an answer; what we got wrong is not.
fn refused(error: Error) -> Result<Outcome, Error> {
    match error {
        Error::Invalid(invalid) => {
            let messages: Vec<String> =
                invalid.0.iter().map(|bad| format!("{}: {}", bad.field, bad.message)).collect();
            Ok(Outcome::Refused(messages.join(" ")))
        }
        Error::NotFound => Ok(Outcome::Refused("There is nothing by that name.".to_owned())),
        Error::Conflict(reason) | Error::Forbidden(reason) | Error::Gone(reason) => {
            Ok(Outcome::Refused(reason.to_owned()))
        }
        error @ (Error::Unauthenticated
        | Error::WrongCredentials
        | Error::Stale
        | Error::Busy(_)
        | Error::TooMany { .. }
        | Error::ShuttingDown
        | Error::Database(_)
        | Error::Internal(_)) => Err(error),
    }
}
