//! The database file, made for its owner's eyes only.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use crate::database::DatabaseError;

/// How every SQLite database begins. See
/// <https://www.sqlite.org/fileformat.html#magic_header_string>.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Makes the file, and its folder where that is missing. Returns whether the file
/// is empty; one that is not, is left alone and must be a SQLite database.
///
/// SQLite gives its log and its shared memory the mode of the file.
pub(super) fn make(path: &Path) -> Result<bool, DatabaseError> {
    let unwritable = |error: io::Error| DatabaseError::Unwritable {
        path: path.to_owned(),
        reason: error.to_string(),
    };
    match File::open(path) {
        Ok(file) => {
            let mut beginning = Vec::with_capacity(MAGIC.len());
            file.take(MAGIC.len() as u64)
                .read_to_end(&mut beginning)
                // Such as a folder, which opens but cannot be read.
                .map_err(|_| DatabaseError::NotADatabase(path.to_owned()))?;
            if beginning.is_empty() {
                Ok(true)
            } else if beginning == MAGIC {
                Ok(false)
            } else {
                Err(DatabaseError::NotADatabase(path.to_owned()))
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            create(path).map_err(unwritable)?;
            Ok(true)
        }
        Err(error) => Err(unwritable(error)),
    }
}

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
