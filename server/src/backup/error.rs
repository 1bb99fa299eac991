//! Why a backup was not made or not put back, in one line each.

use std::path::{Path, PathBuf};

use sea_orm::DbErr;

use crate::database::DatabaseError;

/// Why a backup was not made or not put back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// There is something of that name.
    #[error("{} exists already: name another file, or overwrite it with --force", .0.display())]
    Exists(PathBuf),
    /// The system refuses.
    #[error("{} cannot be used: {reason}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// It is something else.
    #[error("{} is no backup of this planner: {reason}", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What gives it away.
        reason: String,
    },
    /// Parts of it are lost.
    #[error("{} is damaged: {reason}", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What was found.
        reason: String,
    },
    /// It would take the place of people's rows.
    #[error(
        "the database has {0} accounts in it: --force puts the backup in its place, \
         and keeps it aside"
    )]
    InUse(i64),
    /// Somebody works on the database.
    #[error("a planner runs on this database: stop it first")]
    Running,
    /// The database cannot be used.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// One of PostgreSQL's programs is missing.
    #[error("{0} cannot be started: install PostgreSQL's client programs, as new as the server")]
    Missing(&'static str),
    /// One of PostgreSQL's programs failed.
    #[error("{program} failed: {reason}")]
    Failed {
        /// The program.
        program: &'static str,
        /// What it wrote.
        reason: String,
    },
}

impl BackupError {
    /// What the system says of a file.
    pub(super) fn file(path: &Path, cause: &impl ToString) -> Self {
        Self::File { path: path.to_owned(), reason: cause.to_string() }
    }

    /// What the database says that a file is.
    pub(super) fn unread(path: &Path, cause: DbErr) -> Self {
        let reason = DatabaseError::Answer(cause).to_string();
        Self::Foreign { path: path.to_owned(), reason }
    }
}
