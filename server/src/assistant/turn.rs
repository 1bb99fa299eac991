//! One turn: rounds of asking an interpreter and carrying out what it asks for.

use domain::Uuid;
use domain::chat::{Action, ChatEvent, Choice, Proposal};

use super::conversations::Recalled;
use super::interpreter::{Interpreter, Step, Turn, Voice};
use super::memory::{Called, Offered};
use super::tool::{Outcome, Reading, ToolCall};
use super::{builtin, confirmations, executor};
use crate::context::Context;
use crate::error::Error;

/// How often an interpreter may ask for tools in one turn.
const ROUNDS: usize = 8;

/// What a turn has led to so far.
#[derive(Default)]
pub(super) struct Progress {
    /// What was called, and what came of it, in order.
    pub(super) results: Vec<(ToolCall, Outcome)>,
    /// The readings to choose from.
    pub(super) choices: Vec<Offered>,
    /// Whether it was cut short.
    pub(super) stopped: bool,
}

impl Progress {
    /// What is remembered of the calls.
    pub(super) fn calls(&self) -> Vec<Called> {
        self.results.iter().map(|(call, outcome)| Called::of(call, outcome)).collect()
    }

    /// What was changed.
    pub(super) fn actions(&self) -> Vec<Action> {
        let outcomes = self.results.iter().map(|(_, outcome)| outcome);
        outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Changed(action) | Outcome::ChangedMany(action, _) => Some(action.clone()),
                _ => None,
            })
            .collect()
    }

    /// What waits for a yes.
    pub(super) fn proposals(&self) -> Vec<Proposal> {
        let outcomes = self.results.iter().map(|(_, outcome)| outcome);
        outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Proposed(proposal) => Some(proposal.clone()),
                _ => None,
            })
            .collect()
    }
}

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
}

/// One turn, from the message to the last word; cut short when the voice's `stop`
/// is cancelled.
pub(super) async fn converse(
    interpreter: &dyn Interpreter,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let World { context, conversation, message, recalled } = *world;
    if let Some(call) = picked(message, &recalled.memory.offered) {
        let outcome = executor::execute(context, conversation, &call, voice).await?;
        progress.results.push((call, outcome));
        voice.say_line(&builtin::report(context, &progress.results));
    } else {
        interpret(interpreter, world, voice, progress).await?;
    }
    if !progress.choices.is_empty() {
        let choices = progress.choices.iter().map(|offered| offered.choice.clone()).collect();
        voice.tell(ChatEvent::Choices(choices));
    }
    Ok(())
}

/// Rounds of asking the interpreter and carrying out what it asks for.
async fn interpret(
    interpreter: &dyn Interpreter,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let World { context, conversation, message, recalled } = *world;
    let Recalled { history, memory } = recalled;
    let stop = voice.stop();
    for _ in 0..ROUNDS {
        let turn = Turn { context, history, message, memory, results: &progress.results };
        let step = tokio::select! {
            biased;
            () = stop.cancelled() => {
                progress.stopped = true;
                return Ok(());
            }
            step = interpreter.step(turn, voice) => step?,
        };
        match step {
            Step::Call(calls) => {
                for call in calls {
                    if stop.is_cancelled() {
                        progress.stopped = true;
                        return Ok(());
                    }
                    let outcome = executor::execute(context, conversation, &call, voice).await?;
                    if let Outcome::Ambiguous(readings) = &outcome {
                        progress.choices.extend(readings.iter().map(offer));
                    }
                    progress.results.push((call, outcome));
                }
            }
            Step::Answer { proposal, accept } => {
                let answered = confirmations::answer(context, proposal, accept).await?;
                let (call, outcome) = answered.carry_out(context).await?;
                if let Outcome::Changed(action) | Outcome::ChangedMany(action, _) = &outcome {
                    voice.tell(ChatEvent::Action(action.clone()));
                }
                progress.results.push((call, outcome));
            }
            Step::Finish(choices) => {
                let plain = |choice| Offered { choice, call: None };
                progress.choices.extend(choices.into_iter().map(plain));
                return Ok(());
            }
        }
    }
    voice.say_line("I stopped here: this took too many steps. What is listed above is done.");
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
