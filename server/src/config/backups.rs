//! The settings of scheduled backups.

use std::path::PathBuf;

use super::{WrongSetting, is_sqlite, number, wrong};

/// How many copies are kept unless something else is said: a week of days.
const KEEP: usize = 7;

/// Where copies of a SQLite database are put every day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backups {
    /// The folder, made when missing.
    pub folder: PathBuf,
    /// How many copies stay.
    pub keep: usize,
}

impl Backups {
    /// Reads the settings; none when no folder is set.
    pub(super) fn read(
        set: &impl Fn(&'static str) -> Option<String>,
        database_url: &str,
    ) -> Result<Option<Self>, WrongSetting> {
        let keep = number(set, "BACKUP_KEEP", KEEP)?;
        let Some(folder) = set("BACKUP_DIR") else { return Ok(None) };
        if !is_sqlite(database_url) {
            let expected = "nothing with PostgreSQL: let a timer run `ai-planner backup`";
            return Err(wrong("BACKUP_DIR", folder, expected));
        }
        Ok(Some(Self { folder: PathBuf::from(folder), keep }))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Config;

    fn read(variables: &[(&'static str, &str)]) -> Result<Config, String> {
        super::super::tests::read(variables).map_err(|wrong| wrong.to_string())
    }

    #[test]
    fn a_folder_turns_them_on_for_sqlite() {
        assert_eq!(read(&[]).expect("defaults").backups, None);
        let daily = read(&[("BACKUP_DIR", "/backups")]).expect("a folder").backups;
        assert_eq!(daily.map(|daily| daily.keep), Some(7));
        assert!(read(&[("BACKUP_KEEP", "0")]).is_err());
        let url = "postgres://me@db/planner";
        assert!(read(&[("BACKUP_DIR", "/backups"), ("DATABASE_URL", url)]).is_err());
    }
}
