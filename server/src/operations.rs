//! Operations: the one way in which anything is read or changed.
//!
//! A form, a chat turn and a REST request all end in [`call`], so a rule, a
//! permission, an undo record or a span exists exactly once. An operation is one
//! typed definition in a file of its own under its noun.

pub mod agenda;
pub mod budgets;
pub mod bulk;
pub mod conversations;
pub mod events;
pub mod expenses;
pub mod free_time;
pub mod history;
pub mod import;
mod list;
pub mod lists;
pub(crate) mod moving;
mod names;
pub(crate) mod order;
mod rows;
pub mod saved_filters;
mod scope;
pub mod search;
pub mod settings;
pub mod tasks;

pub use names::ListNames;
pub use rows::Row;
pub use scope::Scope;

use std::time::Duration;

use domain::Uuid;
use domain::history::Door;
use domain::validation::Validate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tracing::Instrument;

use crate::context::Context;
use crate::error::Error;
use crate::once::{self, Known};

/// What carrying out an operation does to the person's rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    Read,
    /// Adds or changes; at once, and can be taken back.
    Write,
    /// Removes; in chat only after the person's yes.
    Destructive,
}

/// One thing the planner can do.
pub trait Operation: 'static {
    /// Its name, as tools and logs use it.
    const NAME: &'static str;
    /// What it does, as one sentence.
    const SUMMARY: &'static str;
    /// What it does to rows.
    const EFFECT: Effect;
    /// Whether it may be answered by a replica that has everything the person has written,
    /// but perhaps not what was written for them a moment ago. For what reads much.
    const MAY_LAG: bool = false;
    /// What it takes; the schema of REST bodies and tool arguments.
    type Input: Validate<Valid: Clone + Send> + DeserializeOwned + schemars::JsonSchema + Send;
    /// What it answers; read back where a request is sent a second time.
    type Output: Serialize + DeserializeOwned + schemars::JsonSchema + Send + Sync;

    /// How many rows it changes at most.
    fn weight(_input: &<Self::Input as Validate>::Valid) -> usize {
        1
    }

    /// Carries it out on good input.
    ///
    /// # Errors
    /// Whatever keeps it from being carried out; nothing is changed then.
    fn run(
        scope: &mut Scope<'_>,
        input: <Self::Input as Validate>::Valid,
    ) -> impl Future<Output = Result<Self::Output, Error>> + Send;
}

/// What an operation answered, and how to take it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done<T> {
    /// The answer.
    pub value: T,
    /// Takes back what was changed, if anything was.
    pub undo: Option<Uuid>,
}

/// Carries out any operation: validate, authorise, span, transaction, run, record.
///
/// # Errors
/// [`Error::Invalid`] names every bad field; every other error comes from
/// [`Operation::run`] or the database. Nothing is changed in any of these cases.
pub async fn call<O: Operation>(
    context: &Context,
    input: O::Input,
) -> Result<Done<O::Output>, Error> {
    let input = input.validate()?;
    authorise(context, O::EFFECT, O::weight(&input))?;
    let span = tracing::info_span!("operation", name = O::NAME, door = context.door.name());
    async {
        match O::EFFECT {
            Effect::Read => {
                let value = read::<O>(context, input).await?;
                Ok(Done { value, undo: None })
            }
            Effect::Write | Effect::Destructive => change::<O>(context, input).await,
        }
    }
    .instrument(span)
    .await
}

/// How long a replica may take; the primary is there as well.
const REPLICA_PATIENCE: Duration = Duration::from_secs(10);

/// Carries out what only reads. A replica that fails in the middle of it is no failure.
async fn read<O: Operation>(
    context: &Context,
    input: <O::Input as Validate>::Valid,
) -> Result<O::Output, Error> {
    let database = &context.database;
    if O::MAY_LAG
        && let Some(view) = database.caught_up(context.actor.user_id).await
    {
        let mut scope = Scope::reading_within(context, O::NAME, &view);
        let read = O::run(&mut scope, input.clone());
        match tokio::time::timeout(REPLICA_PATIENCE, read).await {
            Ok(Err(Error::Database(cause))) => database.replica_failed(&cause.to_string()),
            Ok(done) => return done,
            Err(_) => database.replica_failed("it takes too long"),
        }
    }
    O::run(&mut Scope::reading(context, O::NAME), input).await
}

/// Carries out what changes something: once, if the request has a name.
async fn change<O: Operation>(
    context: &Context,
    input: <O::Input as Validate>::Valid,
) -> Result<Done<O::Output>, Error> {
    let transaction = context.database.begin_write().await?;
    // A turn of the assistant is claimed as a whole, before its steps.
    let once = context.once.as_ref().filter(|_| context.door != Door::Chat);
    let claim = match once {
        None => None,
        Some(once) => match once.claim(context, &transaction).await? {
            Known::New(claim) => Some(claim),
            Known::Answered(first) => return crate::kept::read(&first),
            Known::Begun => return Err(Error::Busy(once::UNANSWERED)),
        },
    };
    let mut scope = Scope::writing(context, O::NAME, &transaction);
    let value = O::run(&mut scope, input).await?;
    let (undo, kinds) = scope.finish().await?;
    let done = Done { value, undo };
    if let Some(claim) = claim {
        claim.keep(context, &transaction, &done).await?;
    }
    context.database.mark(&transaction, context.actor.user_id).await?;
    transaction.commit().await?;
    let live = context.database.live();
    live.tell(context.actor.user_id, kinds, context.page.as_ref());
    Ok(done)
}

/// Whether a step of the assistant waits for the person's yes: it removes
/// something, or changes many rows (DESIGN.md, rule 3).
pub(crate) fn asks_first(effect: Effect, weight: usize) -> bool {
    match effect {
        Effect::Read => false,
        Effect::Write => weight > domain::bulk::UNASKED,
        Effect::Destructive => true,
    }
}

fn authorise(context: &Context, effect: Effect, weight: usize) -> Result<(), Error> {
    let in_chat = context.door == Door::Chat;
    if in_chat && asks_first(effect, weight) && !context.confirmed {
        return Err(Error::Forbidden("This step waits for a yes."));
    }
    Ok(())
}
