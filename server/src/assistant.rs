//! The assistant: a turn of a conversation, from the person's words to receipts.
//!
//! An [`Interpreter`] reads the words and asks for tools; the executor carries
//! them out as operations; what they returned is what the person is shown.

mod allowance;
mod builtin;
mod conclude;
mod confirmations;
mod conversations;
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
use std::time::Instant;

use domain::Uuid;
use domain::chat::{Action, ChatAnswer, ChatEvent, ChatMessage, Failed, Started};
use domain::problem::Problem;
use futures::{Stream, StreamExt};
use tracing::Instrument;

use self::allowance::Allowances;
use self::builtin::Builtin;
use self::conclude::conclude;
pub(crate) use self::confirmations::state as proposal_state;
pub use self::interpreter::{Identity, Interpreter, Round, Step, Turn, Voice};
pub use self::memory::{Called, Earlier, Lately, LedTo, Memory, Offered, Seen, SeenKind, Waiting};
pub use self::openai::{OpenAi, Patience};
pub use self::preview::preview;
use self::running::{Place, Running};
use self::told::Told;
pub use self::tool::{Found, Outcome, Reading, Tool, ToolCall};
pub use self::tools::TOOLS;
use self::turn::{Progress, World, converse};
use crate::config::{Allowance, Config};
use crate::context::Context;
use crate::error::Error;
use crate::metrics;
use crate::once::{self, Claim};

/// Answers messages by whatever interpreter it was given. Clones share the turns
/// in progress.
#[derive(Debug, Clone)]
pub struct Assistant {
    interpreter: Arc<dyn Interpreter>,
    allowances: Allowances,
    running: Running,
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
        let interpreter: Arc<dyn Interpreter> = match config.model.clone().map(OpenAi::new) {
            None => Arc::new(Builtin),
            Some(Ok(model)) => Arc::new(model),
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
        Self { interpreter, allowances, running: Running::default() }
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
        let claimed = self.running.claim(context.actor.user_id);
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
    /// it tells from now on. None when nothing is in progress there.
    pub fn join(
        &self,
        context: &Context,
        conversation: Uuid,
    ) -> Option<impl Stream<Item = ChatEvent> + Send + use<>> {
        let turn = self.running.find(context.actor.user_id, conversation)?;
        Some(turn.told.join())
    }

    /// Stops the turn in progress in a conversation and says how it ended; what it
    /// did until then stands. None when nothing is in progress there.
    ///
    /// Whatever the interpreter waits for is given up at once. A write that has
    /// begun is finished.
    pub async fn stop(&self, context: &Context, conversation: Uuid) -> Option<ChatEvent> {
        let turn = self.running.find(context.actor.user_id, conversation)?;
        turn.stop.cancel();
        let ends = |event: &ChatEvent| matches!(event, ChatEvent::Done(_) | ChatEvent::Error(_));
        let mut last = Box::pin(turn.told.listen().filter(|event| std::future::ready(ends(event))));
        last.next().await
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
        let place = self.running.claim(context.actor.user_id)?;
        let confirming = confirm(context, place, id, accept);
        let span = tracing::info_span!("turn", interpreter = "confirmation");
        let done = tokio::spawn(confirming.instrument(span)).await;
        done.map_err(|cause| Error::Internal(cause.to_string()))?
    }

    /// Lets no turn begin any more. Those in progress have a few seconds to finish and
    /// are then cut short; what they came to is kept. For the end of the program.
    pub async fn shut_down(&self) {
        self.running.close().await;
    }
}

/// One turn, from its beginning to its last event.
async fn run(
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
async fn confirm(
    mut context: Context,
    place: Place,
    id: Uuid,
    accept: bool,
) -> Result<ChatAnswer, Error> {
    let answered = confirmations::answer(&context, id, accept).await?;
    let claim = answered.claim.clone();
    // It is claimed by now.
    context.once = None;
    let text = if accept { "Yes" } else { "No" }.to_owned();
    let conversation_id = Some(answered.conversation);
    let message = ChatMessage { text, conversation_id, replaces: None };
    let result = answered.carry_out(&context).await?;
    let begun = conversations::begin(&context, &message).await?;
    let mut voice = Voice::of(&place.turn, &Builtin.identity());
    let mut progress = Progress::default();
    progress.results.push(result);
    voice.say_line(&builtin::report(&context, &progress.results));
    let answer = conclude(&context, begun, message.text, &mut voice, progress, None).await?;
    let last = ChatEvent::Done(answer.clone());
    remember(claim, &context, &last).await;
    Ok(answer)
}

/// What a turn tells last that went wrong.
fn failed(problem: Problem, actions: Vec<Action>, conversation_id: Uuid) -> ChatEvent {
    ChatEvent::Error(Failed { problem, actions, conversation_id: Some(conversation_id) })
}

/// What a turn tells that cannot begin.
fn not_begun(error: Error) -> ChatEvent {
    let problem = Problem::from(error);
    ChatEvent::Error(Failed { problem, actions: Vec::new(), conversation_id: None })
}
