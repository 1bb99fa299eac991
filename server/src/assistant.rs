//! The assistant: a turn of a conversation, from the person's words to receipts.
//!
//! An [`Interpreter`] reads the words and asks for tools; the executor carries
//! them out as operations; what they returned is what the person is shown.

mod allowance;
mod builtin;
mod conclude;
mod confirmations;
mod conversations;
mod course;
mod elsewhere;
mod executor;
mod foreign;
mod interpreter;
mod memory;
mod openai;
mod preview;
mod running;
mod told;
mod tool;
mod tools;
mod turn;

use std::sync::Arc;

use domain::Uuid;
use domain::chat::{ChatAnswer, ChatEvent, ChatMessage};
use futures::stream::BoxStream;
use futures::{Stream, StreamExt};
use tracing::Instrument;

use self::allowance::Allowances;
use self::builtin::Builtin;
pub(crate) use self::confirmations::state as proposal_state;
use self::course::{confirm, not_begun, run};
use self::elsewhere::Elsewhere;
pub use self::interpreter::{Identity, Interpreter, Round, Step, Turn, Voice};
pub use self::memory::{Called, Earlier, Lately, LedTo, Memory, Offered, Seen, SeenKind, Waiting};
pub use self::openai::{Patience, language_model};
pub use self::preview::preview;
use self::running::Running;
use self::told::Told;
pub use self::tool::{Found, Outcome, Reading, Tool, ToolCall};
pub use self::tools::TOOLS;
use crate::config::{Allowance, Config};
use crate::context::Context;
use crate::database::Database;
use crate::error::Error;
use crate::once;

/// Answers messages by whatever interpreter it was given. Clones share the turns
/// in progress.
#[derive(Debug, Clone)]
pub struct Assistant {
    interpreter: Arc<dyn Interpreter>,
    allowances: Allowances,
    running: Running,
    elsewhere: Elsewhere,
}

impl Default for Assistant {
    /// The built-in interpreter: no key, no network.
    fn default() -> Self {
        Self::new(Arc::new(Builtin))
    }
}

impl Assistant {
    /// The assistant of these settings: a language model's where one is set up.
    pub fn of(config: &Config) -> Self {
        let model = config.model.clone();
        let interpreter = match model.map(|model| language_model(model, Patience::default())) {
            None => Arc::new(Builtin),
            Some(Ok(model)) => model,
            Some(Err(cause)) => {
                tracing::error!(%cause, "the language model cannot be used");
                Arc::new(Builtin)
            }
        };
        Self { allowances: Allowances::of(config.allowance), ..Self::new(interpreter) }
    }

    /// An assistant that reads by this interpreter.
    pub fn new(interpreter: Arc<dyn Interpreter>) -> Self {
        let allowances = Allowances::of(Allowance::default());
        Self {
            interpreter,
            allowances,
            running: Running::default(),
            elsewhere: Elsewhere::default(),
        }
    }

    /// The name of the interpreter that answers.
    pub fn interpreter_name(&self) -> &'static str {
        self.interpreter.name()
    }

    /// Whether a language model answers; it writes Markdown.
    pub fn is_model(&self) -> bool {
        self.interpreter.identity().model.is_some()
    }

    /// What people call it, with the reason where there is one: `gpt-4o at
    /// api.openai.com`, `Built-in: no language model is set up`.
    pub fn described(&self) -> String {
        self.interpreter.identity().label
    }

    /// How many tokens of a language model the person has used today, and how many they may.
    ///
    /// # Errors
    /// The database's.
    pub async fn tokens_today(&self, context: &Context) -> Result<(u64, u64), Error> {
        self.allowances.tokens_today(context).await
    }

    /// Answers one message, piece by piece. The last piece is
    /// [`ChatEvent::Done`] or [`ChatEvent::Error`]; it is the only one when the turn
    /// cannot begin, as when another one of the person's is in progress.
    ///
    /// The turn runs to its end even if nobody listens any more, so that what
    /// was begun is finished and kept.
    pub fn turn(
        &self,
        context: Context,
        message: ChatMessage,
    ) -> impl Stream<Item = ChatEvent> + Send + use<> {
        let claimed = self.running.claim(context.actor.user_id, context.turn_id);
        let place = match claimed.and_then(|place| self.allowances.admit(&context).map(|()| place))
        {
            Ok(place) => place,
            Err(error) => {
                let told = Told::default();
                told.tell(not_begun(error));
                told.close();
                return told.listen();
            }
        };
        let heard = place.turn.told.listen();
        let interpreter = Arc::clone(&self.interpreter);
        let span = tracing::info_span!("turn", interpreter = interpreter.name());
        let allowances = self.allowances.clone();
        tokio::spawn(run(interpreter, allowances, place, context, message).instrument(span));
        heard
    }

    /// How the turn ended that this request began when it was sent before, if it was.
    ///
    /// # Errors
    /// [`Error::Busy`] when it has not ended, [`Error::Conflict`] when its name
    /// stands for another request.
    pub async fn answered(&self, context: &Context) -> Result<Option<ChatEvent>, Error> {
        once::answered(context).await
    }

    /// Joins the turn in progress in a conversation: what it told so far, then what
    /// it tells from now on, whichever process answers. None when nothing is in progress
    /// there.
    ///
    /// # Errors
    /// The database's.
    pub async fn join(
        &self,
        context: &Context,
        conversation: Uuid,
    ) -> Result<Option<BoxStream<'static, ChatEvent>>, Error> {
        match self.running.find(context.actor.user_id, conversation) {
            Some(turn) => Ok(Some(turn.told.join().boxed())),
            None => Ok(self.elsewhere.join(context, conversation).await?),
        }
    }

    /// Whether a turn is in progress in a conversation of the person's.
    ///
    /// # Errors
    /// The database's.
    pub async fn is_answering(&self, context: &Context, conversation: Uuid) -> Result<bool, Error> {
        let here = self.running.find(context.actor.user_id, conversation).is_some();
        Ok(here || self.elsewhere.is_running(context, conversation).await?)
    }

    /// Stops the turn in progress in a conversation and says how it ended; what it
    /// did until then stands. None when nothing is in progress there.
    ///
    /// Whatever the interpreter waits for is given up at once. A write that has
    /// begun is finished.
    ///
    /// # Errors
    /// The database's.
    pub async fn stop(
        &self,
        context: &Context,
        conversation: Uuid,
    ) -> Result<Option<ChatEvent>, Error> {
        let Some(turn) = self.running.find(context.actor.user_id, conversation) else {
            return Ok(self.elsewhere.stop(context, conversation).await?);
        };
        turn.stop.cancel();
        let ends = |event: &ChatEvent| matches!(event, ChatEvent::Done(_) | ChatEvent::Error(_));
        let mut last = Box::pin(turn.told.listen().filter(|event| std::future::ready(ends(event))));
        Ok(last.next().await)
    }

    /// Takes the person's answer to a proposal and carries it out after a yes; to its
    /// end, even if nobody waits for it any more.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown proposal or someone else's,
    /// [`Error::Conflict`] when it is answered, [`Error::Gone`] when it has expired,
    /// [`Error::Busy`] while a turn of the person's is in progress.
    pub async fn confirm(
        &self,
        context: Context,
        id: Uuid,
        accept: bool,
    ) -> Result<ChatAnswer, Error> {
        let place = self.running.claim(context.actor.user_id, context.turn_id)?;
        let confirming = confirm(context, place, id, accept);
        let span = tracing::info_span!("turn", interpreter = "confirmation");
        let done = tokio::spawn(confirming.instrument(span)).await;
        done.map_err(|cause| Error::Internal(cause.to_string()))?
    }

    /// Lets no turn begin any more. Those in progress have a few seconds to finish and
    /// are then cut short; what they came to is kept. For the end of the program.
    pub async fn shut_down(&self) {
        self.running.close().await;
        self.elsewhere.finish().await;
    }

    /// Tells other processes on the database what turns of this one say, and hears of
    /// theirs, for as long as it is polled. On SQLite there are none.
    pub async fn keep_heard(self, database: Database) {
        self.elsewhere.keep_answering(&self.running, &database).await;
    }
}
