//! One turn: rounds of asking an interpreter and carrying out what it asks for.

use domain::Uuid;
use domain::chat::{
    Action, ChatAnswer, ChatEvent, ChatMessage, Choice, Proposal, Role, Said, Started,
};

use super::conversations::{Exchange, Offered};
use super::interpreter::{Interpreter, Step, Turn, Voice};
use super::tool::{Outcome, Reading, ToolCall};
use super::{builtin, conversations, executor};
use crate::context::Context;
use crate::error::Error;

/// How often an interpreter may ask for tools in one turn.
const ROUNDS: usize = 8;

/// What a turn has led to so far.
#[derive(Default)]
pub(super) struct Progress {
    /// What was called, and what came of it, in order.
    pub(super) results: Vec<(ToolCall, Outcome)>,
    choices: Vec<Offered>,
}

impl Progress {
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

    fn proposals(&self) -> Vec<Proposal> {
        let outcomes = self.results.iter().map(|(_, outcome)| outcome);
        outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Proposed(proposal) => Some(proposal.clone()),
                _ => None,
            })
            .collect()
    }
}

/// One turn, from the message to the kept answer.
pub(super) async fn converse(
    interpreter: &dyn Interpreter,
    context: &Context,
    message: &ChatMessage,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<ChatAnswer, Error> {
    let conversation =
        conversations::enter(context, message.conversation_id, &message.text).await?;
    voice.tell(ChatEvent::Start(Started { conversation_id: conversation }));
    let (history, offered) = conversations::recall(context, conversation).await?;
    if let Some(call) = picked(&message.text, offered) {
        let outcome = executor::execute(context, conversation, &call, voice).await?;
        progress.results.push((call, outcome));
        voice.say_line(&builtin::report(context, &progress.results));
    } else {
        let world = (context, conversation, history.as_slice(), message.text.as_str());
        interpret(interpreter, world, voice, progress).await?;
    }
    if !progress.choices.is_empty() {
        let choices = progress.choices.iter().map(|offered| offered.choice.clone()).collect();
        voice.tell(ChatEvent::Choices(choices));
    }
    let text = voice.said().to_owned();
    finish(context, conversation, &message.text, &text, std::mem::take(progress)).await
}

/// Rounds of asking the interpreter and carrying out what it asks for.
async fn interpret(
    interpreter: &dyn Interpreter,
    (context, conversation, history, message): (&Context, Uuid, &[Said], &str),
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    for _ in 0..ROUNDS {
        let turn = Turn { context, history, message, results: &progress.results };
        match interpreter.step(turn, voice).await? {
            Step::Call(calls) => {
                for call in calls {
                    let outcome = executor::execute(context, conversation, &call, voice).await?;
                    if let Outcome::Ambiguous(readings) = &outcome {
                        progress.choices.extend(readings.iter().map(offer));
                    }
                    progress.results.push((call, outcome));
                }
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
fn picked(message: &str, offered: Vec<Offered>) -> Option<ToolCall> {
    let message = message.trim().trim_end_matches('.').to_lowercase();
    offered.into_iter().enumerate().find_map(|(index, offered)| {
        let number = (index + 1).to_string();
        let by_words = offered.choice.message.trim_end_matches('.').to_lowercase() == message;
        (by_words || message == number).then_some(offered.call).flatten()
    })
}

/// Keeps the turn and answers it whole.
pub(super) async fn finish(
    context: &Context,
    conversation: Uuid,
    message: &str,
    text: &str,
    progress: Progress,
) -> Result<ChatAnswer, Error> {
    let actions = progress.actions();
    let exchange =
        Exchange { message, answer: text, actions: &actions, choices: &progress.choices };
    conversations::keep(context, conversation, &exchange).await?;
    let undo = (actions.len() > 1).then_some(context.turn_id);
    Ok(ChatAnswer {
        messages: vec![
            Said { role: Role::User, text: message.to_owned() },
            Said { role: Role::Assistant, text: text.to_owned() },
        ],
        conversation_id: conversation,
        confirm: progress.proposals(),
        choices: progress.choices.into_iter().map(|offered| offered.choice).collect(),
        actions,
        undo,
    })
}
