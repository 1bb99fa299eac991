//! A replica of PostgreSQL that answers reads which may lag, and whether it knows what a
//! person has written.
//!
//! Every write of a person's counts one up in `write_marks`, within its own transaction,
//! and transactions reach a replica whole. So the replica knows everything a person has
//! written exactly if it shows the count that the primary shows. Neither clocks nor places
//! in a log are compared, no client has to carry anything, and it holds whichever instance
//! somebody asks next. What others write for a person (another program, a job) may lag.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use domain::Uuid;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr,
    EntityTrait, IsolationLevel, Set, TransactionTrait,
};

use super::error::one_line;
use super::{APPLICATION, Database, DatabaseError};
use crate::entity::Owned;
use crate::entity::write_marks::{ActiveModel, Column, Entity};
use crate::metrics;

/// As many as the primary has from each instance.
const MAX_CONNECTIONS: u32 = 20;
/// How long the replica may take to say what it knows; the primary is there as well.
const PATIENCE: Duration = Duration::from_secs(1);
/// For how long a replica that did not answer is left alone.
const PAUSE: Duration = Duration::from_secs(5);

/// The replica of a database. Clones share its connections.
#[derive(Debug, Clone)]
pub(super) struct Replica {
    pool: DatabaseConnection,
    /// Until when it is left alone.
    away_until: Arc<Mutex<Option<Instant>>>,
}

impl Replica {
    /// The replica at an address. It is not asked before it is needed: one that is away
    /// stops nothing.
    async fn at(url: &str) -> Result<Self, DatabaseError> {
        let url = super::postgres::known_scheme(url);
        let mut options = ConnectOptions::new(url);
        options
            .connect_lazy(true)
            .max_connections(MAX_CONNECTIONS)
            .min_connections(0)
            .acquire_timeout(PATIENCE)
            .test_before_acquire(true)
            .set_application_name(APPLICATION)
            .sqlx_logging(false);
        let pool = sea_orm::Database::connect(options).await.map_err(|_| DatabaseError::Url)?;
        Ok(Self { pool, away_until: Arc::default() })
    }

    /// A view of it that does not change, and how often the person has written in it.
    async fn view(&self, person: Uuid) -> Result<(DatabaseTransaction, i64), DbErr> {
        let (isolation, access) = (IsolationLevel::RepeatableRead, AccessMode::ReadOnly);
        let view = self.pool.begin_with_config(Some(isolation), Some(access)).await?;
        let writes = writes(&view, person).await?;
        Ok((view, writes))
    }

    /// Closes its connections.
    pub(super) async fn close(self) -> Result<(), DbErr> {
        self.pool.close().await
    }

    fn is_away(&self) -> bool {
        let until = *self.away_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    /// Leaves it alone for a while.
    fn leave_alone(&self, cause: &str) {
        tracing::warn!(%cause, "the replica does not answer: the primary is read instead");
        let mut until = self.away_until.lock().unwrap_or_else(PoisonError::into_inner);
        *until = Some(Instant::now() + PAUSE);
    }
}

impl Database {
    /// The same database, with a replica of it for reads that may lag.
    ///
    /// # Errors
    /// [`DatabaseError::Url`] when the address cannot be one.
    pub async fn with_replica(self, url: &str) -> Result<Self, DatabaseError> {
        Ok(Self { replica: Some(Replica::at(url).await?), ..self })
    }

    /// A view of the replica that has everything the person has written by now; none where
    /// there is no replica, or it does not know it yet, or does not answer.
    pub(crate) async fn caught_up(&self, person: Uuid) -> Option<DatabaseTransaction> {
        let replica = self.replica.as_ref()?;
        if replica.is_away() {
            metrics::read_may_lag("away");
            return None;
        }
        let view = tokio::time::timeout(PATIENCE, replica.view(person));
        let (known, view) = tokio::join!(writes(&self.reader, person), view);
        let (view, seen) = match view {
            Ok(Ok(view)) => view,
            Ok(Err(cause)) => {
                self.replica_failed(&one_line(&cause));
                return None;
            }
            Err(_) => {
                self.replica_failed("it takes too long");
                return None;
            }
        };
        let is_behind = known.is_ok_and(|known| seen < known);
        metrics::read_may_lag(if is_behind { "behind" } else { "replica" });
        (!is_behind).then_some(view)
    }

    /// Where a long read of the person's goes on: the replica if it has caught up with them.
    pub(crate) async fn lagging_reader(&self, person: Uuid) -> &DatabaseConnection {
        match (self.caught_up(person).await, &self.replica) {
            (Some(_), Some(replica)) => &replica.pool,
            _ => &self.reader,
        }
    }

    /// Notes that a read of the replica failed.
    pub(crate) fn replica_failed(&self, cause: &str) {
        metrics::read_may_lag("away");
        if let Some(replica) = &self.replica {
            replica.leave_alone(cause);
        }
    }

    /// Counts a write of the person's, in its transaction. Last of all, so that two of
    /// theirs do not wait for each other longer than for the commit.
    ///
    /// # Errors
    /// The database's.
    pub(crate) async fn mark(
        &self,
        transaction: &DatabaseTransaction,
        person: Uuid,
    ) -> Result<(), DbErr> {
        if self.replica.is_none() {
            return Ok(());
        }
        let one_more = Expr::col((Entity, Column::Writes)).add(1);
        let counted = OnConflict::column(Column::UserId).value(Column::Writes, one_more).to_owned();
        Entity::insert(ActiveModel { user_id: Set(person), writes: Set(1) })
            .on_conflict(counted)
            .exec_without_returning(transaction)
            .await
            .map(|_| ())
    }
}

async fn writes(connection: &impl ConnectionTrait, person: Uuid) -> Result<i64, DbErr> {
    let row = Entity::owned_by(person).one(connection).await?;
    Ok(row.map_or(0, |row| row.writes))
}
