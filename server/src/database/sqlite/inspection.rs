//! A look at a SQLite file that leaves no trace, before anything is written.

use std::fs;
use std::path::Path;
use std::time::Duration;

use migration::{Status, status};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DbBackend, DbErr, RuntimeErr, Statement,
};

use crate::database::DatabaseError;

/// The result codes that are told apart. See <https://www.sqlite.org/rescode.html>.
pub(in crate::database) const BUSY: u32 = 5;
pub(super) const READONLY: u32 = 8;
pub(super) const CANTOPEN: u32 = 14;
const NOTADB: u32 = 26;

/// Finds out how far the file's schema has come.
///
/// # Errors
/// When the file is no database, another program's, or a newer version's.
pub(super) async fn inspect(url: &str, path: &Path) -> Result<Status, DatabaseError> {
    // A file without a log is at rest. Reading it as one that cannot change keeps
    // SQLite from creating its companions. Should it not be at rest after all,
    // since another instance has just opened it, such a read may fail; the
    // ordinary one then settles it.
    let found = match at_rest(path) {
        true => match look(url, How::AtRest).await {
            Ok(found) => Ok(found),
            Err(_) => look(url, How::Reading).await,
        },
        false => look(url, How::Reading).await,
    };
    // Who was killed in the middle of a change of the journal's mode has left one that
    // has to be rolled back first, which takes writing.
    let found = match found {
        Err(error) if primary_code(&error) == Some(READONLY) => look(url, How::RollingBack).await,
        found => found,
    };
    match found {
        Ok((Status::New, true)) => Err(DatabaseError::Foreign(path.to_owned())),
        Ok((Status::Newer(step), _)) => Err(DatabaseError::Newer(step)),
        Ok((status, _)) => Ok(status),
        Err(error) if primary_code(&error) == Some(NOTADB) => {
            Err(DatabaseError::NotADatabase(path.to_owned()))
        }
        Err(error) => Err(DatabaseError::Answer(error)),
    }
}

/// How a file is opened to be looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// As one that nobody changes.
    AtRest,
    /// As one that others may change.
    Reading,
    /// Finishing what somebody left half done.
    RollingBack,
}

/// The status, and whether there are any tables.
async fn look(url: &str, how: How) -> Result<(Status, bool), DbErr> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .acquire_timeout(Duration::from_secs(10))
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |options| {
            options
                .in_memory(false)
                .shared_cache(false)
                .create_if_missing(false)
                .read_only(how != How::RollingBack)
                .immutable(how == How::AtRest)
        });
    let connection = sea_orm::Database::connect(options).await?;
    let found = match status(&connection).await {
        Ok(status) => has_tables(&connection).await.map(|tables| (status, tables)),
        Err(error) => Err(error),
    };
    connection.close().await?;
    found
}

pub(super) async fn has_tables(connection: &DatabaseConnection) -> Result<bool, DbErr> {
    let tables = Statement::from_string(
        DbBackend::Sqlite,
        "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name <> 'seaql_migrations' LIMIT 1",
    );
    Ok(connection.query_one_raw(tables).await?.is_some())
}

/// Whether neither a log nor a journal lies beside the file.
pub(super) fn at_rest(path: &Path) -> bool {
    ["-wal", "-journal"].iter().all(|suffix| {
        let mut companion = path.as_os_str().to_owned();
        companion.push(suffix);
        !fs::exists(companion).unwrap_or(true)
    })
}

/// SQLite's result code without its extension, if that is where the error came
/// from.
pub(super) fn primary_code(error: &DbErr) -> Option<u32> {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return None;
    };
    let code: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}
