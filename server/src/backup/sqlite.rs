//! SQLite: a backup is a database file.

use std::path::Path;

use super::file::{Unfinished, keep_aside};
use super::{BackupError, ours, stamp, there};
use crate::clock::Clock;
use crate::database::DatabaseError;
use crate::database::sqlite_file::{Examined, copy, examine, path, settle};

/// Copies the database into `file`, in whose place it comes.
pub(super) async fn back_up(url: &str, file: &Path) -> Result<(), BackupError> {
    let database = path(url)?;
    // SQLite would make an empty one.
    there(&database)?;
    let unfinished = Unfinished::beside(file)?;
    copied(&database, unfinished.path()).await?;
    sound(unfinished.path(), file).await?;
    unfinished.finish()
}

/// Puts `file` in the place of the database.
pub(super) async fn restore(
    url: &str,
    file: &Path,
    force: bool,
) -> Result<Option<String>, BackupError> {
    let database = path(url)?;
    sound(file, file).await?;
    let exists = std::fs::metadata(&database).is_ok_and(|found| found.len() > 0);
    if exists {
        release(&database, force).await?;
    }
    if let Some(folder) = database.parent() {
        std::fs::create_dir_all(folder).map_err(|cause| BackupError::file(folder, &cause))?;
    }
    let unfinished = Unfinished::beside(&database)?;
    copied(file, unfinished.path()).await?;
    sound(unfinished.path(), file).await?;
    let aside = match exists {
        true => Some(keep_aside(&database, &format!(".before-{}", stamp(Clock::system().now())))?),
        false => None,
    };
    unfinished.finish()?;
    Ok(aside.map(|aside| aside.display().to_string()))
}

async fn copied(from: &Path, to: &Path) -> Result<(), BackupError> {
    copy(from, to).await.map_err(|cause| DatabaseError::Answer(cause).into())
}

/// Makes sure that a copy is whole and ours. `named` is what people know it by.
async fn sound(copy: &Path, named: &Path) -> Result<(), BackupError> {
    let examined = examine(copy).await.map_err(|cause| BackupError::unread(named, cause))?;
    if let Some(reason) = examined.damage {
        return Err(BackupError::Damaged { path: named.to_owned(), reason });
    }
    ours(examined.status, named)
}

/// Makes sure that the database may be replaced, and that nobody uses it. One that is
/// damaged is replaced by force only: nobody knows who is in it.
async fn release(database: &Path, force: bool) -> Result<(), BackupError> {
    let people = match examine(database).await {
        Ok(Examined { damage: None, people, .. }) => people,
        Ok(Examined { damage: Some(reason), .. }) if !force => {
            return Err(BackupError::Damaged { path: database.to_owned(), reason });
        }
        Err(cause) if !force => return Err(BackupError::unread(database, cause)),
        _ => 0,
    };
    if people > 0 && !force {
        return Err(BackupError::InUse(people));
    }
    match settle(database).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(BackupError::Running),
        // What cannot be read has no log to fold in.
        Err(cause) if force => {
            tracing::warn!(%cause, "the database that is replaced cannot be read");
            Ok(())
        }
        Err(cause) => Err(BackupError::unread(database, cause)),
    }
}
