//! A copy of a SQLite database every day, the newest ones kept.

use std::fs;
use std::path::Path;
use std::time::Duration;

use futures::FutureExt;

use super::file::UNFINISHED;
use super::{BackupError, back_up, stamp};
use crate::config::Backups;
use crate::context::Planner;
use crate::error::Error;
use crate::jobs::Job;

/// What the names of our copies begin and end with. Other files are left alone.
const PREFIX: &str = "planner-";
const SUFFIX: &str = ".db";

/// The job, where it is set up.
pub fn scheduled(planner: &Planner) -> Option<Job> {
    planner.config.backups.as_ref()?;
    Some(Job {
        name: "backup",
        every: Duration::from_secs(24 * 60 * 60),
        limit: Duration::from_secs(60 * 60),
        shared: true,
        run: |planner| async move { run(&planner).await }.boxed(),
    })
}

async fn run(planner: &Planner) -> Result<Option<String>, Error> {
    let Some(Backups { folder, keep }) = &planner.config.backups else { return Ok(None) };
    let file = folder.join(format!("{PREFIX}{}{SUFFIX}", stamp(planner.clock.now())));
    let made = async {
        fs::create_dir_all(folder).map_err(|cause| BackupError::file(folder, &cause))?;
        back_up(&planner.config, &file, false).await?;
        forget(folder, *keep)
    };
    let gone = made.await.map_err(|cause| Error::Internal(cause.to_string()))?;
    Ok(Some(format!("backed up to {}; {gone} old copies removed", file.display())))
}

/// Removes all but the newest copies; answers how many went.
fn forget(folder: &Path, keep: usize) -> Result<usize, BackupError> {
    let unusable = |cause: std::io::Error| BackupError::file(folder, &cause);
    let mut copies = Vec::new();
    for entry in fs::read_dir(folder).map_err(unusable)? {
        let entry = entry.map_err(unusable)?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if is_copy(name) {
            copies.push(entry.path());
        } else if name.strip_suffix(UNFINISHED).is_some_and(is_copy) {
            // Whoever began it died: nobody else makes one at the same time.
            fs::remove_file(entry.path()).map_err(unusable)?;
        }
    }
    // By their names they are in the order of time.
    copies.sort_unstable();
    let old = copies.len().saturating_sub(keep);
    for copy in &copies[..old] {
        fs::remove_file(copy).map_err(|cause| BackupError::file(copy, &cause))?;
    }
    Ok(old)
}

fn is_copy(name: &str) -> bool {
    let stamp = name.strip_prefix(PREFIX).and_then(|name| name.strip_suffix(SUFFIX));
    stamp.is_some_and(|stamp| {
        stamp.len() == 16
            && stamp.bytes().enumerate().all(|(place, byte)| match place {
                8 => byte == b't',
                15 => byte == b'z',
                _ => byte.is_ascii_digit(),
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_copies_stay_and_so_does_what_is_no_copy() {
        let folder = tempfile::tempdir().expect("a folder");
        let days = ["01", "03", "02"].map(|day| format!("planner-202611{day}t030000z.db"));
        let others = ["planner.db", "planner-of-sam.db", "planner-of-sam.db.unfinished"];
        let broken_off = "planner-20261101t030000z.db.unfinished";
        for name in days.iter().map(String::as_str).chain(others).chain([broken_off]) {
            fs::write(folder.path().join(name), "").expect("a file");
        }
        assert_eq!(forget(folder.path(), 2).expect("removed"), 1);
        let mut left: Vec<_> = fs::read_dir(folder.path())
            .expect("files")
            .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"))
            .collect();
        left.sort_unstable();
        let mut expected = vec![days[1].as_str(), days[2].as_str()];
        expected.extend(others);
        expected.sort_unstable();
        assert_eq!(left, expected);
    }
}
