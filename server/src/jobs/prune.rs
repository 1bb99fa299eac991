//! Removes what is kept for a while only: the journal of changes, and with it the last
//! trace of deleted rows, the names of requests, and sessions and links that have ended.
//!
//! In small batches, each a transaction of its own, so that people's changes go
//! between them.

use std::time::Duration;

use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, ExprTrait, QueryFilter};

use crate::accounts::{expired_links, expired_sessions, sweep_tries};
use crate::context::Planner;
use crate::entity::{idempotency_keys, undo_journal};
use crate::error::Error;
use crate::once;
use crate::operations::history::DAYS;

/// How long changes can be looked at and taken back.
const JOURNAL: TimeDelta = TimeDelta::days(DAYS);
/// How many rows go at once.
const BATCH: u64 = 500;
/// How long people have the database to themselves between two batches.
const PAUSE: Duration = Duration::from_millis(20);

/// How many rows were removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pruned {
    /// Changes in the journal.
    pub changes: u64,
    /// Names of requests.
    pub names: u64,
    /// Sessions.
    pub sessions: u64,
    /// Links of letters and invitations.
    pub links: u64,
}

impl Pruned {
    /// A line about it, if there was anything.
    pub(super) fn told(self) -> Option<String> {
        let Self { changes, names, sessions, links } = self;
        (self != Self::default()).then(|| {
            format!(
                "removed what is too old: {changes} changes, {names} names of requests, \
                 {sessions} sessions, {links} links"
            )
        })
    }
}

/// Removes everything that is too old.
///
/// # Errors
/// The database's. What was removed before stays so.
pub async fn prune(planner: &Planner) -> Result<Pruned, Error> {
    let now = planner.clock.now();
    let changes = batches(planner, || {
        use undo_journal::{Column, Entity};
        let old = Query::select()
            .column(Column::Id)
            .from(Entity)
            .and_where(Column::CreatedAt.lt(now - JOURNAL))
            .limit(BATCH)
            .to_owned();
        Entity::delete_many().filter(Column::Id.in_subquery(old))
    });
    let changes = changes.await?;
    let names = batches(planner, || {
        use idempotency_keys::{Column, Entity};
        let key = [Column::UserId, Column::Key, Column::Position];
        let old = Query::select()
            .columns(key)
            .from(Entity)
            .and_where(Column::CreatedAt.lt(now - once::KEPT))
            .limit(BATCH)
            .to_owned();
        Entity::delete_many().filter(Expr::tuple(key.map(Expr::col)).in_subquery(old))
    });
    let names = names.await?;
    let sessions = batches(planner, || expired_sessions(now, BATCH)).await?;
    sweep_tries(planner).await?;
    let transaction = planner.database.begin_write().await?;
    let links = expired_links(now).exec(&transaction).await?.rows_affected;
    transaction.commit().await?;
    Ok(Pruned { changes, names, sessions, links })
}

/// Deletes until a batch is not full any more.
async fn batches<E: EntityTrait>(
    planner: &Planner,
    some: impl Fn() -> DeleteMany<E>,
) -> Result<u64, Error> {
    let mut all = 0;
    loop {
        let transaction = planner.database.begin_write().await?;
        let removed = some().exec(&transaction).await?.rows_affected;
        transaction.commit().await?;
        all += removed;
        if removed < BATCH {
            return Ok(all);
        }
        tokio::time::sleep(PAUSE).await;
    }
}
