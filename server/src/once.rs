//! Requests that are carried out once, however often they are sent.
//!
//! A client names a request by `Idempotency-Key`. The name is claimed inside the
//! transaction of the change, together with what the change is answered, so that
//! neither is ever there without the other: a client that heard nothing sends the
//! request again and gets the first answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering};

use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, Set};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::context::Context;
use crate::entity::Owned;
use crate::entity::idempotency_keys::{ActiveModel, Column, Entity};
use crate::error::Error;
use crate::kept;

/// How long a name stands for its request (`contract/rest.md`).
pub(crate) const KEPT: TimeDelta = TimeDelta::hours(24);

/// Said when the first answer is not known (yet).
pub(crate) const UNANSWERED: &str =
    "A request of this Idempotency-Key was begun and has not been answered.";

const OTHER_REQUEST: &str = "This Idempotency-Key stands for another request already.";

/// The name that a client gave a request, and what it asks. Clones share their count.
#[derive(Debug, Clone)]
pub struct Once {
    key: Arc<str>,
    fingerprint: Arc<str>,
    /// How many of the request's changes have been claimed.
    claimed: Arc<AtomicI32>,
}

/// What is known of a claimed change.
pub(crate) enum Known {
    /// Nothing: it is to be made now.
    New(Claim),
    /// What it was answered.
    Answered(Value),
    /// That it was begun, and no more.
    Begun,
}

/// A change that is to be made now, under its name.
#[derive(Debug, Clone)]
pub(crate) struct Claim {
    once: Once,
    position: i32,
}

impl Once {
    /// A request under the name that its client gave it.
    pub fn new(key: &str, fingerprint: &str) -> Self {
        Self { key: key.into(), fingerprint: fingerprint.into(), claimed: Arc::default() }
    }

    /// Claims the request's next change, in the transaction that makes it. A second
    /// request of the same name waits here for the first one's end.
    ///
    /// # Errors
    /// [`Error::Conflict`] when the name stands for another request.
    pub(crate) async fn claim(
        &self,
        context: &Context,
        transaction: &DatabaseTransaction,
    ) -> Result<Known, Error> {
        let position = self.claimed.fetch_add(1, Ordering::Relaxed);
        let owner = context.actor.user_id;
        Entity::delete_owned_by(owner)
            .filter(Column::CreatedAt.lt(context.now - KEPT))
            .exec(transaction)
            .await?;
        let columns = [Column::UserId, Column::Key, Column::Position];
        let row = ActiveModel {
            user_id: Set(owner),
            key: Set(self.key.to_string()),
            position: Set(position),
            fingerprint: Set(self.fingerprint.to_string()),
            answer: Set(None),
            created_at: Set(context.now),
        };
        let written = Entity::insert(row)
            .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
            .exec_without_returning(transaction)
            .await?;
        if written > 0 {
            return Ok(Known::New(Claim { once: self.clone(), position }));
        }
        match self.known(context, transaction, position).await? {
            Some(Some(answer)) => Ok(Known::Answered(answer)),
            Some(None) | None => Ok(Known::Begun),
        }
    }

    /// What a change was answered, if it is claimed; within that, nothing if the
    /// answer is not known.
    async fn known(
        &self,
        context: &Context,
        database: &impl ConnectionTrait,
        position: i32,
    ) -> Result<Option<Option<Value>>, Error> {
        let row = Entity::owned_by(context.actor.user_id)
            .filter(Column::Key.eq(&*self.key))
            .filter(Column::Position.eq(position))
            .filter(Column::CreatedAt.gte(context.now - KEPT))
            .one(database)
            .await?;
        match row {
            Some(row) if *row.fingerprint != *self.fingerprint => {
                Err(Error::Conflict(OTHER_REQUEST))
            }
            row => Ok(row.map(|row| row.answer)),
        }
    }
}

/// Claims what a request does as a whole, if it has a name.
///
/// # Errors
/// [`Error::Busy`] when it was sent before: who answers looks at [`answered`] first.
pub(crate) async fn begin(
    context: &Context,
    transaction: &DatabaseTransaction,
) -> Result<Option<Claim>, Error> {
    let Some(once) = &context.once else { return Ok(None) };
    match once.claim(context, transaction).await? {
        Known::New(claim) => Ok(Some(claim)),
        Known::Answered(_) | Known::Begun => Err(Error::Busy(UNANSWERED)),
    }
}

/// What a request was answered that is done as a whole, if it was sent before.
///
/// # Errors
/// [`Error::Busy`] when the answer is not known (yet), [`Error::Conflict`] when the
/// name stands for another request.
pub(crate) async fn answered<T: DeserializeOwned>(context: &Context) -> Result<Option<T>, Error> {
    let Some(once) = &context.once else { return Ok(None) };
    match once.known(context, context.database.reader(), 0).await? {
        None => Ok(None),
        Some(None) => Err(Error::Busy(UNANSWERED)),
        Some(Some(answer)) => kept::read(&answer).map(Some),
    }
}

impl Claim {
    /// Keeps what all of the request is answered, after its changes were made.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn conclude(
        &self,
        context: &Context,
        answer: &impl Serialize,
    ) -> Result<(), Error> {
        let transaction = context.database.begin_write().await?;
        self.keep(context, &transaction, answer).await?;
        Ok(transaction.commit().await?)
    }

    /// Keeps what the change is answered.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn keep(
        &self,
        context: &Context,
        transaction: &DatabaseTransaction,
        answer: &impl Serialize,
    ) -> Result<(), Error> {
        Entity::update_owned_by(context.actor.user_id)
            .col_expr(Column::Answer, Expr::value(kept::write(answer)?))
            .filter(Column::Key.eq(&*self.once.key))
            .filter(Column::Position.eq(self.position))
            .exec(transaction)
            .await?;
        Ok(())
    }
}
