//! The assistant: a turn of a conversation, from the person's words to receipts.
//!
//! An [`Interpreter`] reads the words and asks for tools; the executor carries
//! them out as operations; what they returned is what the person is shown.

mod builtin;
mod confirmations;
mod conversations;
mod executor;
mod interpreter;
mod tool;
mod tools;

use std::sync::Arc;

use domain::Uuid;
use domain::chat::{
    Action, ChatAnswer, ChatEvent, ChatMessage, Choice, Conversation, Failed, Proposal, Role, Said,
    Started,
};
use domain::problem::Problem;
use futures::Stream;
use tokio::sync::mpsc;

use self::builtin::Builtin;
use self::conversations::{Exchange, Offered};
pub use self::interpreter::{Interpreter, Step, Turn, Voice};
pub use self::tool::{Found, Outcome, Reading, Tool, ToolCall};
pub use self::tools::TOOLS;
use crate::context::Context;
use crate::error::Error;

/// How often an interpreter may ask for tools in one turn.
const ROUNDS: usize = 8;

/// Answers messages by whatever interpreter it was given.
#[derive(Debug, Clone)]
pub struct Assistant {
    interpreter: Arc<dyn Interpreter>,
}

impl Default for Assistant {
    /// The built-in interpreter: no key, no network.
    fn default() -> Self {
        Self { interpreter: Arc::new(Builtin) }
    }
}

/// What a turn has led to so far.
#[derive(Default)]
struct Progress {
    results: Vec<(ToolCall, Outcome)>,
    choices: Vec<Offered>,
}

impl Progress {
    fn actions(&self) -> Vec<Action> {
        let outcomes = self.results.iter().map(|(_, outcome)| outcome);
        outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Changed(action) => Some(action.clone()),
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

impl Assistant {
    /// What people call the interpreter that answers.
    pub fn interpreter_name(&self) -> &'static str {
        self.interpreter.name()
    }

    /// Answers one message, piece by piece. The last piece is
    /// [`ChatEvent::Done`] or [`ChatEvent::Error`].
    ///
    /// The turn runs to its end even if nobody listens any more, so that what
    /// was begun is finished and kept.
    pub fn turn(
        &self,
        context: Context,
        message: ChatMessage,
    ) -> impl Stream<Item = ChatEvent> + Send + 'static {
        let (listener, heard) = mpsc::unbounded_channel();
        let interpreter = Arc::clone(&self.interpreter);
        let span = tracing::info_span!("turn", interpreter = interpreter.name());
        let turn = async move {
            let mut voice = Voice::new(listener);
            let mut progress = Progress::default();
            let last = match converse(&*interpreter, &context, &message, &mut voice, &mut progress)
                .await
            {
                Ok(answer) => ChatEvent::Done(answer),
                Err(error) => ChatEvent::Error(Failed {
                    problem: Problem::from(error),
                    actions: progress.actions(),
                }),
            };
            voice.tell(last);
        };
        tokio::spawn(tracing::Instrument::instrument(turn, span));
        futures::stream::unfold(heard, |mut heard| async {
            heard.recv().await.map(|event| (event, heard))
        })
    }

    /// Takes the person's answer to a proposal and carries it out after a yes.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown proposal or someone else's,
    /// [`Error::Conflict`] when it is answered, [`Error::Gone`] when it has expired.
    pub async fn confirm(
        &self,
        context: Context,
        id: Uuid,
        accept: bool,
    ) -> Result<ChatAnswer, Error> {
        let answered = confirmations::answer(&context, id, accept).await?;
        let mut progress = Progress::default();
        let text = if accept {
            let outcome = executor::execute_confirmed(&context, answered.call.clone()).await;
            let outcome = match outcome {
                // Gone by now: an answer, not a failure.
                Err(Error::NotFound) => Outcome::Refused("It is gone already.".to_owned()),
                other => other?,
            };
            progress.results.push((answered.call, outcome));
            builtin::report(&context, &progress.results)
        } else {
            format!("Left as it is: {}", answered.summary.trim_start_matches("Delete "))
        };
        let reply = if accept { "Yes" } else { "No" };
        finish(&context, answered.conversation, reply, &text, progress).await
    }
}

/// The person's latest conversation, if there is one.
///
/// # Errors
/// The database's.
pub async fn conversation(context: &Context) -> Result<Option<Conversation>, Error> {
    conversations::show_latest(context).await
}

/// Begins a new conversation, which is then the latest one.
///
/// # Errors
/// The database's.
pub async fn start_over(context: &Context) -> Result<Uuid, Error> {
    conversations::enter(context, None, "New conversation").await
}

/// One turn, from the message to the kept answer.
async fn converse(
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
async fn finish(
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
