//! The assistant: a turn of a conversation, from the person's words to receipts.
//!
//! An [`Interpreter`] reads the words and asks for tools; the executor carries
//! them out as operations; what they returned is what the person is shown.

mod builtin;
mod confirmations;
mod conversations;
mod executor;
mod foreign;
mod interpreter;
mod openai;
mod tool;
mod tools;
mod turn;

use std::sync::Arc;

use domain::Uuid;
use domain::chat::{ChatAnswer, ChatEvent, ChatMessage, Conversation, Failed};
use domain::problem::Problem;
use futures::Stream;
use tokio::sync::mpsc;

use self::builtin::Builtin;
pub use self::interpreter::{Identity, Interpreter, Round, Spent, Step, Turn, Voice};
pub use self::openai::{OpenAi, Patience};
pub use self::tool::{Found, Outcome, Reading, Tool, ToolCall};
pub use self::tools::TOOLS;
use self::turn::{Progress, converse, finish};
use crate::config::ModelSettings;
use crate::context::Context;
use crate::error::Error;

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

impl Assistant {
    /// The assistant of these settings: a language model's where one is set up.
    pub fn of(model: Option<&ModelSettings>) -> Self {
        let Some(settings) = model else { return Self::default() };
        match OpenAi::new(settings.clone()) {
            Ok(model) => Self::with(model),
            Err(cause) => {
                tracing::error!(%cause, "the language model cannot be used");
                Self::default()
            }
        }
    }

    /// An assistant with an interpreter of its own.
    pub fn with(interpreter: impl Interpreter + 'static) -> Self {
        Self { interpreter: Arc::new(interpreter) }
    }

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
