//! The row that says whose turn is in progress and which process answers: one for each
//! person, so nobody has two turns at once, whichever process they ask.
//!
//! It holds for some seconds and is renewed, by the database's clock alone. A process that
//! dies leaves nothing that runs for ever, and one that is not heard of for too long gives
//! up a turn that somebody else has begun meanwhile.

use std::time::Duration;

use domain::Uuid;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, ExprTrait, QueryFilter, Statement,
};
use tokio::task::AbortHandle;
use tokio_util::sync::CancellationToken;

use super::is_shared;
use crate::assistant::running::STILL_ANSWERING;
use crate::context::Context;
use crate::database::Database;
use crate::entity::Owned;
use crate::entity::running_turns::{Column, Entity};
use crate::error::Error;

/// How often a turn that goes on is renewed: it holds for more than three times as long,
/// the ten seconds of the statements.
const RENEWALS: Duration = Duration::from_secs(3);

/// A lease that lies further ahead was given by a clock that has been set back since.
const CLAIM: &str = "
    INSERT INTO running_turns (user_id, turn_id, conversation_id, process, held_until)
    VALUES ($1, $2, $3, $4, clock_timestamp() + interval '10 seconds')
    ON CONFLICT (user_id) DO UPDATE
    SET turn_id = excluded.turn_id, conversation_id = excluded.conversation_id,
        process = excluded.process, held_until = excluded.held_until
    WHERE running_turns.process = excluded.process
       OR running_turns.held_until <= clock_timestamp()
       OR running_turns.held_until > clock_timestamp() + interval '10 seconds'";

const RENEW: &str = "
    UPDATE running_turns SET held_until = clock_timestamp() + interval '10 seconds'
    WHERE user_id = $1 AND turn_id = $2";

/// A turn that another process answers.
#[derive(Debug)]
pub(super) struct Found {
    /// Whose.
    pub(super) person: Uuid,
    /// Its name.
    pub(super) id: Uuid,
    /// Its conversation.
    pub(super) conversation: Uuid,
    /// Who answers.
    pub(super) process: String,
}

/// Takes the person's place for the turn of this context, in the transaction that begins it.
///
/// # Errors
/// [`Error::Busy`] when another process answers them.
pub(in crate::assistant) async fn claim(
    context: &Context,
    conversation: Uuid,
    transaction: &DatabaseTransaction,
) -> Result<(), Error> {
    if !is_shared(&context.database) {
        return Ok(());
    }
    let values = [
        context.actor.user_id.into(),
        context.turn_id.into(),
        conversation.into(),
        context.database.live().process().into(),
    ];
    let backend = context.database.backend();
    let claim = Statement::from_sql_and_values(backend, CLAIM, values);
    match transaction.execute_raw(claim).await?.rows_affected() {
        0 => Err(Error::Busy(STILL_ANSWERING)),
        _ => Ok(()),
    }
}

/// Gives the person's place back, in the transaction that keeps the answer.
///
/// # Errors
/// The database's.
pub(in crate::assistant) async fn release(
    context: &Context,
    connection: &impl ConnectionTrait,
) -> Result<(), DbErr> {
    if !is_shared(&context.database) {
        return Ok(());
    }
    Entity::delete_owned_by(context.actor.user_id)
        .filter(Column::TurnId.eq(context.turn_id))
        .exec(connection)
        .await
        .map(|_| ())
}

/// Keeps the person's place until it is dropped.
#[derive(Debug)]
pub(in crate::assistant) struct Held(Option<AbortHandle>);

impl Held {
    /// Keeps the place of a turn that has begun. `stop` is cancelled should it be lost.
    pub(in crate::assistant) fn keep(context: &Context, stop: CancellationToken) -> Self {
        if !is_shared(&context.database) {
            return Self(None);
        }
        let (person, turn) = (context.actor.user_id, context.turn_id);
        let renewing = renew(context.database.clone(), person, turn, stop);
        Self(Some(tokio::spawn(renewing).abort_handle()))
    }

    /// Gives the place back if the transaction that kept the answer did not.
    pub(in crate::assistant) async fn end(self, context: &Context) {
        drop(self);
        if let Err(cause) = release(context, context.database.reader()).await {
            tracing::warn!(%cause, "a turn counts as running for some seconds more");
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(renewing) = &self.0 {
            renewing.abort();
        }
    }
}

async fn renew(database: Database, person: Uuid, turn: Uuid, stop: CancellationToken) {
    loop {
        tokio::time::sleep(RENEWALS).await;
        let values = [person.into(), turn.into()];
        let renew = Statement::from_sql_and_values(database.backend(), RENEW, values);
        match database.reader().execute_raw(renew).await.map(|done| done.rows_affected()) {
            Ok(0) => {
                tracing::warn!("a turn was lost to another process");
                return stop.cancel();
            }
            Ok(_) => {}
            Err(cause) => tracing::warn!(%cause, "a turn in progress was not renewed"),
        }
    }
}

/// The turn that another process answers in a conversation of the person's, if any.
pub(super) async fn find(context: &Context, conversation: Uuid) -> Result<Option<Found>, DbErr> {
    if !is_shared(&context.database) {
        return Ok(None);
    }
    let found = Entity::owned_by(context.actor.user_id)
        .filter(Column::ConversationId.eq(conversation))
        .filter(Column::Process.ne(context.database.live().process()))
        .filter(Expr::col(Column::HeldUntil).gt(Expr::cust("clock_timestamp()")))
        .one(context.database.reader())
        .await?;
    Ok(found.map(|row| Found {
        person: row.user_id,
        id: row.turn_id,
        conversation,
        process: row.process,
    }))
}

/// Whether a turn that was found still runs, as far as can be known.
pub(super) async fn still_runs(database: &Database, turn: &Found) -> bool {
    let found = Entity::owned_by(turn.person)
        .filter(Column::TurnId.eq(turn.id))
        .filter(Expr::col(Column::HeldUntil).gt(Expr::cust("clock_timestamp()")))
        .one(database.reader())
        .await;
    found.is_ok_and(|row| row.is_some())
}
