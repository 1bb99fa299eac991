//! One turn: rounds of asking an interpreter and carrying out what it asks for.

mod calls;
pub(super) mod claims;
pub(super) mod notices;
mod part;
mod progress;
mod rounds;
mod slots;

use domain::Uuid;
use domain::chat::{ChatEvent, Choice};

pub(super) use self::progress::Progress;
use super::allowance::Allowances;
use super::conversations::Recalled;
use super::interpreter::{Identity, Interpreter, Voice};
use super::memory::{Offered, Waiting};
use super::tool::{Reading, ToolCall};
use super::{builtin, confirmations, executor};
use crate::context::Context;
use crate::error::Error;
use crate::language::request::{self, FollowUp};

/// Everything a turn begins with.
pub(super) struct World<'a> {
    /// Who speaks, when and where.
    pub(super) context: &'a Context,
    /// The conversation.
    pub(super) conversation: Uuid,
    /// What the person says.
    pub(super) message: &'a str,
    /// What was said before.
    pub(super) recalled: &'a Recalled,
    /// How much of a language model the person may use.
    pub(super) allowances: &'a Allowances,
}

/// One turn, from the message to the last word; cut short when the voice's `stop`
/// is cancelled.
pub(super) async fn converse(
    interpreter: &dyn Interpreter,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let World { context, conversation, message, recalled, .. } = *world;
    if let Some((proposals, accept)) = answered(world) {
        voice.hand_over(&Identity::builtin("the answer was yours"));
        for proposal in proposals {
            settle(context, proposal.id, accept, voice, progress).await?;
        }
        voice.say_line(&builtin::report(context, &progress.results));
    } else if let Some(call) = picked(message, &recalled.memory.offered)
        .or_else(|| part::named(message, &recalled.memory.offered))
    {
        voice.hand_over(&Identity::builtin("the choice was yours"));
        let outcome = executor::execute(context, conversation, &call, false, voice).await?;
        progress.results.push((call, outcome));
        voice.say_line(&builtin::report(context, &progress.results));
    } else {
        rounds::run(interpreter, world, voice, progress).await?;
    }
    // What collides is never silent, whoever answers.
    let free = slots::offered(context, &progress.results);
    if !free.is_empty() && !progress.stopped {
        voice.say_line(&slots::lines(&free, progress.choices.len()));
        progress.choices.extend(free);
    }
    if !progress.choices.is_empty() {
        let choices = progress.choices.iter().map(|offered| offered.choice.clone()).collect();
        voice.tell(ChatEvent::Choices(choices));
    }
    Ok(())
}

/// A plain yes or no to what was proposed last. It is read here, whichever
/// interpreter answers, since a model cannot say yes for the person.
fn answered<'a>(world: &World<'a>) -> Option<(&'a [Waiting], bool)> {
    let asked = world.recalled.memory.asked();
    if asked.is_empty() {
        return None;
    }
    match request::read(world.message, &world.context.reference()) {
        request::Reading::FollowUp(FollowUp::Yes) => Some((asked, true)),
        request::Reading::FollowUp(FollowUp::No) => Some((asked, false)),
        _ => None,
    }
}

/// Takes the person's answer to a proposal and carries it out after a yes.
async fn settle(
    context: &Context,
    proposal: Uuid,
    accept: bool,
    voice: &Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let answered = confirmations::answer(context, proposal, accept).await?;
    let (call, outcome) = answered.carry_out(context).await?;
    if let Some(action) = outcome.receipt() {
        voice.tell(ChatEvent::Action(action.clone()));
    }
    progress.results.push((call, outcome));
    Ok(())
}

fn offer(reading: &Reading) -> Offered {
    let choice = Choice { label: reading.label.clone(), message: reading.label.clone() };
    Offered { choice, call: Some(reading.call.clone()) }
}

/// The call of the reading that the person picked: by its words or its number.
fn picked(message: &str, offered: &[Offered]) -> Option<ToolCall> {
    let message = message.trim().trim_end_matches('.').to_lowercase();
    offered.iter().enumerate().find_map(|(index, offered)| {
        let number = (index + 1).to_string();
        let by_words = offered.choice.message.trim_end_matches('.').to_lowercase() == message;
        (by_words || message == number).then(|| offered.call.clone()).flatten()
    })
}
