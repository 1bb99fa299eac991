//! The database file, made for its owner's eyes only.

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::database::DatabaseError;

/// The smallest page of a SQLite database, and so the smallest database that is
/// not empty. What is smaller, SQLite would take for empty and overwrite. See
/// <https://www.sqlite.org/fileformat.html#pages>.
const SMALLEST: u64 = 512;

/// Makes the file, and its folder where that is missing. Returns whether the file
/// is empty.
///
/// A file that is not empty is not opened here: closing it again would release
/// every lock that SQLite holds on it elsewhere in the process. See
/// <https://www.sqlite.org/howtocorrupt.html#posix_advisory_locks_canceled_by_a_separate_thread_doing_close_>.
pub(super) fn make(path: &Path) -> Result<bool, DatabaseError> {
    let made = match fs::metadata(path) {
        Ok(found) if found.is_file() && found.len() == 0 => Ok(true),
        Ok(found) if found.is_file() && found.len() >= SMALLEST => Ok(false),
        Ok(_) => return Err(DatabaseError::NotADatabase(path.to_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => create(path).map(|()| true),
        Err(error) => Err(error),
    };
    made.map_err(|error| DatabaseError::Unwritable {
        path: path.to_owned(),
        reason: error.to_string(),
    })
}

/// SQLite gives its log and its shared memory the mode of the file.
fn create(path: &Path) -> io::Result<()> {
    if let Some(folder) = path.parent()
        && !folder.as_os_str().is_empty()
    {
        private_folder().create(folder)?;
    }
    match private_file().open(path) {
        // Another instance that starts at the same time was quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made.map(drop),
    }
}

fn private_folder() -> fs::DirBuilder {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
