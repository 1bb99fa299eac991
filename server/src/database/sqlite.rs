//! SQLite: a file that is looked at before it is touched, and two pools.

use std::path::Path;
use std::time::{Duration, Instant};

use migration::{Migrator, MigratorTrait, Status};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement,
    TransactionTrait,
};

use super::error::one_line;
use super::{Database, DatabaseError, WRITING};
use crate::live::Live;

pub(crate) mod copy;
mod file;
mod inspection;

pub(super) use self::inspection::BUSY;

/// Each reader is a thread of SQLite's and a cache of 2 MB at most; more of them
/// than cores only helps while some wait for the disk.
const READERS: u32 = 8;

/// How many rows SQLite's thread reads ahead. With fewer than a list has, the two threads
/// wake each other again and again.
const ROWS: usize = 1_024;

/// How long a request waits for its turn before it is told to come again.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

/// How long SQLite waits for a lock that another process holds, such as a backup
/// or a second instance.
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

/// The pause before a start tries again that SQLite turned away at once.
const BUSY_PAUSE: Duration = Duration::from_millis(20);

pub(super) async fn open(url: &str) -> Result<Database, DatabaseError> {
    let options: SqliteConnectOptions = url.parse().map_err(|_| DatabaseError::Url)?;
    let path = options.get_filename().to_owned();
    // What would be gone at exit is no place for a person's calendar, and every
    // connection of a pool would have one of its own.
    if url.contains(":memory:") || path.as_os_str().is_empty() {
        return Err(DatabaseError::Url);
    }

    let status =
        if file::make(&path)? { Status::New } else { inspection::inspect(url, &path).await? };
    if status != Status::Current {
        migrate(url).await.map_err(|error| refused(&path, error))?;
    }

    let writer = connect(url, 1, |options| options.foreign_keys(true))
        .await
        .map_err(|error| refused(&path, error))?;
    let reader = connect(url, READERS, |options| options.pragma("query_only", "ON"))
        .await
        .map_err(|error| refused(&path, error))?;
    Ok(Database { reader, writer, live: Live::default(), replica: None })
}

/// Opens a pool for use, after the file was found to be ours.
async fn connect(
    url: &str,
    connections: u32,
    adjust: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        // A file does not hang up: there is nothing to ask before each use, and
        // nothing to gain from opening it afresh.
        .test_before_acquire(false)
        .idle_timeout(None)
        .max_lifetime(None)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            adjust(
                options
                    .in_memory(false)
                    .read_only(false)
                    .immutable(false)
                    .shared_cache(false)
                    .create_if_missing(false)
                    .busy_timeout(BUSY_TIMEOUT)
                    .row_buffer_size(ROWS)
                    .journal_mode(SqliteJournalMode::Wal)
                    // In WAL mode NORMAL may lose the last commits at a power cut.
                    .synchronous(SqliteSynchronous::Full),
            )
        });
    let deadline = Instant::now() + BUSY_TIMEOUT;
    loop {
        match sea_orm::Database::connect(options.clone()).await {
            // Who changes a new file to WAL mode is not made to wait by SQLite.
            Err(error)
                if inspection::primary_code(&error) == Some(inspection::BUSY)
                    && Instant::now() < deadline =>
            {
                tokio::time::sleep(BUSY_PAUSE).await;
            }
            connected => return connected,
        }
    }
}

/// Applies what is missing, all or nothing.
///
/// The write lock is taken first, so a second instance waits and then finds
/// nothing missing. Foreign keys are off meanwhile, or a step that rebuilds a
/// table (SQLite's way to change a column) would delete every row that refers to
/// it; they are checked as a whole before the commit. See
/// <https://www.sqlite.org/lang_altertable.html#otheralter>.
async fn migrate(url: &str) -> Result<(), DbErr> {
    let connection = connect(url, 1, |options| options.foreign_keys(false)).await?;
    let transaction = connection.begin_with_options(WRITING).await?;
    Migrator::up(&transaction, None).await?;
    let dangling = transaction
        .query_all_raw(Statement::from_string(DbBackend::Sqlite, "PRAGMA foreign_key_check"))
        .await?;
    if !dangling.is_empty() {
        return Err(DbErr::Migration(format!(
            "{} rows refer to rows that are gone",
            dangling.len()
        )));
    }
    transaction.commit().await?;
    connection.close().await
}

/// Tells a file that cannot be written from everything else that can go wrong.
fn refused(path: &Path, error: DbErr) -> DatabaseError {
    match inspection::primary_code(&error) {
        Some(inspection::CANTOPEN | inspection::READONLY) => {
            DatabaseError::Unwritable { path: path.to_owned(), reason: one_line(&error) }
        }
        _ => DatabaseError::Migration(error),
    }
}
