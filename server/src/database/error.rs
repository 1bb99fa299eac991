//! Why a database cannot be used, in one line each.

use std::path::PathBuf;

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// Why a database cannot be used. Its text is one line, names no password, and
/// says what to do where something can be done.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DatabaseError {
    /// The URL names no database that this program can use. The text leaves the
    /// URL out: it may hold a password.
    #[error(
        "DATABASE_URL is not understood: expected sqlite://path/to/planner.db \
         or postgres://user:password@host/database"
    )]
    Url,
    /// The file is something else.
    #[error("{} is not a SQLite database", .0.display())]
    NotADatabase(PathBuf),
    /// The file is a SQLite database, but not of this program.
    #[error("{} is the database of another program", .0.display())]
    Foreign(PathBuf),
    /// The file or its folder cannot be made or written.
    #[error("{} cannot be written: {reason}", .path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the system or SQLite says about it.
        reason: String,
    },
    /// The database has a migration that this program does not know.
    #[error("the database was made by a newer version of this program (it has {0}): install that")]
    Newer(String),
    /// The database lacks a migration.
    #[error("the database is not up to date: restart the program, or run its migrate command")]
    Behind,
    /// PostgreSQL cannot be reached, or lets nobody in.
    #[error("the PostgreSQL server at {address} cannot be used: {reason}")]
    Unreachable {
        /// Host and port, or the socket's folder.
        address: String,
        /// What it or the network says.
        reason: String,
    },
    /// Prepared statements get mixed up, as by a pooler that lends a connection for a
    /// transaction and knows nothing of them.
    #[error(
        "DATABASE_URL leads to a pooler that mixes up prepared statements: PgBouncer in \
         transaction mode has to be 1.21 or newer, with max_prepared_statements = 200; an \
         older one works in session mode"
    )]
    Pooler,
    /// A migration failed; nothing of it remains.
    #[error("the database could not be brought up to date: {}", one_line(.0))]
    Migration(#[source] DbErr),
    /// The database refused a query.
    #[error("the database does not answer: {}", one_line(.0))]
    Answer(#[source] DbErr),
}

impl DatabaseError {
    /// A query of the start failed; `otherwise` says what that means where nothing more
    /// is known.
    pub(super) fn at_start(error: DbErr, otherwise: impl FnOnce(DbErr) -> Self) -> Self {
        if is_mixed_up(&error) { Self::Pooler } else { otherwise(error) }
    }
}

/// Whether a prepared statement was there that should not be, or was not there: 42P05 and
/// 26000 (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).
fn is_mixed_up(error: &DbErr) -> bool {
    let (DbErr::Conn(RuntimeErr::SqlxError(error))
    | DbErr::Exec(RuntimeErr::SqlxError(error))
    | DbErr::Query(RuntimeErr::SqlxError(error))) = error
    else {
        return false;
    };
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| matches!(&*code, "42P05" | "26000"))
}

/// What went wrong without the layers that passed it on, on one line.
pub(super) fn one_line(error: &DbErr) -> String {
    let text = match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => match error.as_ref() {
            SqlxError::Database(error) => error.message().to_owned(),
            SqlxError::Io(error) => error.to_string(),
            SqlxError::PoolTimedOut => "no answer".to_owned(),
            error => error.to_string(),
        },
        DbErr::Migration(text) | DbErr::Custom(text) => text.clone(),
        error => error.to_string(),
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
