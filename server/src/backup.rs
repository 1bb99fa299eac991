//! Copies of a whole database: made while it is in use, verified, and put back.
//!
//! Nothing is there until it is whole: a copy is written beside its place, looked
//! through, brought to the disk, and only then given its name.

mod error;
mod file;
mod postgres;
mod scheduled;
mod sqlite;

use std::path::Path;

use migration::Status;

pub use self::error::BackupError;
pub use self::scheduled::scheduled;
use crate::config::Config;
use crate::database::DatabaseError;

/// Copies the database into a new file. SQLite: a database file as it could be
/// opened. PostgreSQL: an archive of `pg_dump`, which has to be installed.
///
/// # Errors
/// When the file exists and `force` is not said, and whatever keeps it from being
/// written whole.
pub async fn back_up(config: &Config, file: &Path, force: bool) -> Result<(), BackupError> {
    if !force && file.try_exists().unwrap_or(true) {
        return Err(BackupError::Exists(file.to_owned()));
    }
    match config.is_sqlite() {
        true => sqlite::back_up(&config.database_url, file).await,
        false => postgres::back_up(&config.database_url, file).await,
    }
}

/// Puts a backup in the place of the database, which is kept aside; answers where.
///
/// # Errors
/// When the file is no sound backup that this program knows, the database has people
/// in it and `force` is not said, or a planner runs on it. Nothing is changed then.
pub async fn restore(
    config: &Config,
    file: &Path,
    force: bool,
) -> Result<Option<String>, BackupError> {
    there(file)?;
    match config.is_sqlite() {
        true => sqlite::restore(&config.database_url, file, force).await,
        false => postgres::restore(&config.database_url, file, force).await,
    }
}

/// Makes sure that a file is there.
fn there(file: &Path) -> Result<(), BackupError> {
    std::fs::metadata(file).map(drop).map_err(|cause| BackupError::file(file, &cause))
}

/// Makes sure that a schema is one of this planner's, and no newer than the program.
/// `named` is what people know the copy by that has it.
fn ours(status: Status, named: &Path) -> Result<(), BackupError> {
    match status {
        Status::Current | Status::Behind => Ok(()),
        Status::Newer(step) => Err(DatabaseError::Newer(step).into()),
        Status::New => {
            let reason = "it has none of its tables".to_owned();
            Err(BackupError::Foreign { path: named.to_owned(), reason })
        }
    }
}

/// A word for this moment that sorts as time does and that file names and databases
/// take: `20261123t143000z`.
fn stamp(now: chrono::DateTime<chrono::Utc>) -> String {
    now.format("%Y%m%dt%H%M%Sz").to_string()
}
