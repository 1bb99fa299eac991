//! The database: opened, checked and brought up to date, ready for operations.
//!
//! Reads go through [`Database::reader`]; every change happens in a transaction
//! from [`Database::begin_write`].
//!
//! On PostgreSQL both are one pool, beside which a replica may answer reads that may lag.
//! On SQLite they are two, since it has many readers but one writer at a time: writers
//! queue in order at a pool of a single connection and wait there without polling, and
//! their transactions take the write lock at once, so one that reads before it writes
//! never finds that somebody else wrote in between. The connections of the reading pool
//! refuse to write.

use std::time::Instant;

use migration::{Status, status};
use sea_orm::{
    DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};

pub use self::error::DatabaseError;
pub(crate) use self::postgres::APPLICATION;
use self::replica::Replica;
pub(crate) use self::sqlite::copy as sqlite_file;
pub(crate) use self::trouble::Trouble;
pub(crate) use self::usage::Usage;
use crate::live::Live;
use crate::metrics;

mod error;
mod postgres;
mod replica;
mod sqlite;
mod trouble;
mod usage;

/// How a transaction begins that may write. SQLite takes the write lock at once;
/// PostgreSQL ignores that and keeps its own default, reading what is committed.
const WRITING: TransactionOptions = TransactionOptions {
    isolation_level: None,
    access_mode: None,
    sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
};

/// An open database. Clones share its connections.
#[derive(Clone, Debug)]
pub struct Database {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    live: Live,
    replica: Option<Replica>,
}

impl Database {
    /// Opens the database that `url` names (`sqlite://…` or `postgres://…`) and
    /// applies the migrations that it lacks.
    ///
    /// A SQLite file and its folder are made when missing, readable by their
    /// owner only.
    ///
    /// # Errors
    /// One line for the person who starts the program. A database that this
    /// program cannot use is left as it was found.
    pub async fn open(url: &str) -> Result<Self, DatabaseError> {
        match url.split_once(':').map(|(scheme, _)| scheme) {
            Some("sqlite") => sqlite::open(url).await,
            Some("postgres" | "postgresql") => postgres::open(url).await,
            _ => Err(DatabaseError::Url),
        }
    }

    /// Which of the two databases it is.
    pub fn backend(&self) -> DbBackend {
        self.reader.get_database_backend()
    }

    /// The connections to read from, outside of a transaction.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// Has every statement told to `hear`, in the clones of what is returned too; for tests that
    /// ask the database what it makes of them.
    #[must_use]
    pub fn overheard(mut self, hear: impl Fn(&Statement) + Clone + Send + Sync + 'static) -> Self {
        let heard = hear.clone();
        self.reader.set_metric_callback(move |said| heard(said.statement));
        self.writer.set_metric_callback(move |said| hear(said.statement));
        self
    }

    /// Where it is told what was changed here.
    pub fn live(&self) -> &Live {
        &self.live
    }

    /// Begins a transaction that may write. Dropping it takes everything back.
    ///
    /// A task that holds one must not ask for a second: on SQLite it would wait
    /// for itself.
    ///
    /// # Errors
    /// [`DbErr::ConnectionAcquire`] when no connection became free in time, which
    /// a client may try again.
    pub async fn begin_write(&self) -> Result<DatabaseTransaction, DbErr> {
        let begun = Instant::now();
        let transaction = self.writer.begin_with_options(WRITING).await;
        metrics::waited_to_write(begun.elapsed());
        transaction
    }

    /// Whether the database answers and is as new as this program.
    ///
    /// # Errors
    /// Why it does not, or is not.
    pub async fn ready(&self) -> Result<(), DatabaseError> {
        match status(&self.reader).await.map_err(DatabaseError::Answer)? {
            Status::Current => Ok(()),
            Status::New | Status::Behind => Err(DatabaseError::Behind),
            Status::Newer(step) => Err(DatabaseError::Newer(step)),
        }
    }

    /// Closes every connection once it is idle. SQLite then folds its log into
    /// the file.
    ///
    /// # Errors
    /// What a connection said in parting.
    pub async fn close(self) -> Result<(), DbErr> {
        if let Some(replica) = self.replica {
            replica.close().await?;
        }
        self.reader.close().await?;
        self.writer.close().await
    }
}
