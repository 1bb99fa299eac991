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

pub use self::error::BackupError;
pub use self::scheduled::scheduled;
use crate::config::Config;

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
    match is_sqlite(config) {
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
    match is_sqlite(config) {
        true => sqlite::restore(&config.database_url, file, force).await,
        false => postgres::restore(&config.database_url, file, force).await,
    }
}

fn is_sqlite(config: &Config) -> bool {
    config.database_url.starts_with("sqlite:")
}

/// A word for this moment that sorts as time does and that file names and databases
/// take: `20261123t143000z`.
fn stamp(now: chrono::DateTime<chrono::Utc>) -> String {
    now.format("%Y%m%dt%H%M%Sz").to_string()
}
