//! A SQLite file as a whole: copied while it is in use, and examined.

use std::path::{Path, PathBuf};

use migration::{Status, status};
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement};

use super::{ACQUIRE_TIMEOUT, BUSY_TIMEOUT, inspection};
use crate::database::DatabaseError;

/// What a file turned out to be.
#[derive(Debug)]
pub(crate) struct Examined {
    /// How far its schema has come.
    pub(crate) status: Status,
    /// How many people have an account in it.
    pub(crate) people: i64,
    /// What is damaged in it, in SQLite's words.
    pub(crate) damage: Option<String>,
}

/// The file that a `DATABASE_URL` names.
///
/// # Errors
/// [`DatabaseError::Url`] when it names none.
pub(crate) fn path(url: &str) -> Result<PathBuf, DatabaseError> {
    let options: SqliteConnectOptions = url.parse().map_err(|_| DatabaseError::Url)?;
    Ok(options.get_filename().to_owned())
}

/// Writes everything that is committed in `from` into the new file `to`, in one piece
/// without a log. Others may read and write `from` meanwhile.
/// See <https://www.sqlite.org/lang_vacuum.html#vacuuminto>.
///
/// # Errors
/// The database's, also when `to` is not empty.
pub(crate) async fn copy(from: &Path, to: &Path) -> Result<(), DbErr> {
    let connection = open(from, |options| options).await?;
    let to = to.to_string_lossy().into_owned();
    let vacuum = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [to.into()]);
    let copied = connection.execute_raw(vacuum).await;
    connection.close().await?;
    copied.map(drop)
}

/// Looks through a whole file and changes nothing.
///
/// # Errors
/// The database's, as when the file is something else.
pub(crate) async fn examine(file: &Path) -> Result<Examined, DbErr> {
    let at_rest = inspection::at_rest(file);
    let connection = open(file, move |options| options.read_only(true).immutable(at_rest)).await?;
    let examined = look_through(&connection).await;
    connection.close().await?;
    examined
}

async fn look_through(connection: &DatabaseConnection) -> Result<Examined, DbErr> {
    let first = first(connection, "PRAGMA integrity_check(1)").await?;
    let damage = first.filter(|said| said != "ok");
    let status = status(connection).await?;
    let people = if status == Status::New { 0 } else { count_people(connection).await? };
    Ok(Examined { status, people, damage })
}

async fn count_people(connection: &DatabaseConnection) -> Result<i64, DbErr> {
    let count = Statement::from_string(DbBackend::Sqlite, "SELECT count(*) FROM users");
    let row = connection.query_one_raw(count).await?;
    row.map_or(Ok(0), |row| row.try_get_by_index(0))
}

/// Folds the log of a file into it; false when somebody else has it open, which
/// SQLite can tell: the mode of the journal is changed only by who is alone.
///
/// # Errors
/// The database's.
pub(crate) async fn settle(file: &Path) -> Result<bool, DbErr> {
    let connection = open(file, |options| options).await?;
    let mode = first(&connection, "PRAGMA journal_mode = DELETE").await;
    connection.close().await?;
    match mode {
        Ok(mode) => Ok(mode.as_deref() == Some("delete")),
        Err(error) if inspection::primary_code(&error) == Some(inspection::BUSY) => Ok(false),
        Err(error) => Err(error),
    }
}

async fn first(connection: &DatabaseConnection, sql: &str) -> Result<Option<String>, DbErr> {
    let row = connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, sql)).await?;
    row.map(|row| row.try_get_by_index(0)).transpose()
}

async fn open(
    file: &Path,
    adjust: impl Fn(SqliteConnectOptions) -> SqliteConnectOptions + Send + Sync + 'static,
) -> Result<DatabaseConnection, DbErr> {
    let file = file.to_owned();
    // The file is named below: in a URL some of its letters would mean something else.
    let mut options = ConnectOptions::new("sqlite://planner.db");
    options
        .max_connections(1)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            let options = options.filename(&file).create_if_missing(false);
            adjust(options.busy_timeout(BUSY_TIMEOUT))
        });
    sea_orm::Database::connect(options).await
}
