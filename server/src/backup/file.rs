//! A file that is there whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::BackupError;

/// How the name of a file ends that is not whole.
pub(super) const UNFINISHED: &str = ".unfinished";

/// A file under another name, beside its place, until it is whole. Dropped before
/// that, it is gone.
pub(super) struct Unfinished {
    place: PathBuf,
    path: PathBuf,
}

impl Unfinished {
    /// An empty file for its owner's eyes only. What an earlier try has left goes.
    pub(super) fn beside(place: &Path) -> Result<Self, BackupError> {
        let path = with_suffix(place, UNFINISHED);
        let made = remove(&path).and_then(|()| {
            let mut options = OpenOptions::new();
            options.write(true).create_new(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            options.open(&path)
        });
        match made {
            Ok(_) => Ok(Self { place: place.to_owned(), path }),
            Err(cause) => Err(BackupError::file(place, &cause)),
        }
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Brings it to the disk and gives it its name, in the place of what has it.
    pub(super) fn finish(self) -> Result<(), BackupError> {
        let named = File::open(&self.path)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(&self.path, &self.place))
            .and_then(|()| sync_folder(&self.place));
        named.map_err(|cause| BackupError::file(&self.place, &cause))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It has its name by now, or is of no use.
        let _ = remove(&self.path);
    }
}

/// A second name for a file, or a copy where the file system knows none.
pub(super) fn keep_aside(path: &Path, suffix: &str) -> Result<PathBuf, BackupError> {
    let aside = with_suffix(path, suffix);
    let kept = fs::hard_link(path, &aside).or_else(|_| fs::copy(path, &aside).map(drop));
    kept.map_err(|cause| BackupError::file(&aside, &cause))?;
    Ok(aside)
}

/// A name only stands once its folder is on the disk.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(cause) if cause.kind() != ErrorKind::NotFound => Err(cause),
        _ => Ok(()),
    }
}
