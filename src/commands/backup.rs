//! `ai-planner backup` and `ai-planner restore`: a copy of everything, and back.

use std::error::Error;
use std::path::{Path, PathBuf};

use clap::Args;
use server::backup;
use server::config::Config;

/// Which file, and whether something may be overwritten.
#[derive(Args)]
pub(crate) struct Copy {
    /// SQLite: a database file. PostgreSQL: an archive of `pg_dump`.
    file: PathBuf,
    /// Overwrite what is there: the file of a backup, or a database with accounts in it.
    #[arg(long)]
    force: bool,
}

/// Writes the file.
pub(super) async fn back_up(Copy { file, force }: Copy) -> Result<(), Box<dyn Error>> {
    let config = Config::from_environment()?;
    let _telemetry = server::telemetry::init(&config.watch);
    backup::back_up(&config, &file, force).await?;
    tell(&format!("The backup is in {}, {}.", file.display(), size(&file)?));
    Ok(())
}

/// Puts the file in the place of the database.
pub(super) async fn restore(Copy { file, force }: Copy) -> Result<(), Box<dyn Error>> {
    let config = Config::from_environment()?;
    let _telemetry = server::telemetry::init(&config.watch);
    let aside = backup::restore(&config, &file, force).await?;
    tell(&format!("The database is as it was in {}.", file.display()));
    if let Some(aside) = aside {
        tell(&format!("What was there before is kept in {aside}."));
    }
    Ok(())
}

fn size(file: &Path) -> Result<String, std::io::Error> {
    let bytes = std::fs::metadata(file)?.len();
    Ok(match bytes {
        0..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10),
    })
}

#[expect(clippy::print_stdout, reason = "what the person at the shell waits for")]
fn tell(line: &str) {
    println!("{line}");
}
