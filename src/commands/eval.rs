//! `ai-planner eval`: score the built-in interpreter on files of examples.

use std::error::Error;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use server::evaluation;

/// Prints a table for each file and the total last.
pub(super) fn run(files: &[PathBuf], failures: bool) -> Result<(), Box<dyn Error>> {
    let files = files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
    let mut out = BufWriter::new(io::stdout().lock());
    evaluation::run(&files, failures, &mut out)?;
    out.flush()?;
    Ok(())
}

/// Writes the scores as a page.
pub(super) fn page(
    files: &[PathBuf],
    page: &Path,
    first_runs: Option<&Path>,
) -> Result<(), Box<dyn Error>> {
    let files = files.iter().map(|file| read(file)).collect::<Result<Vec<_>, _>>()?;
    let before = match first_runs {
        Some(file) => {
            let (name, contents) = read(file)?;
            serde_json::from_str(&contents).map_err(|cause| format!("{name}: {cause}"))?
        }
        None => evaluation::FirstRuns::default(),
    };
    fs::write(page, evaluation::page(&files, &before)?)?;
    Ok(())
}

fn read(file: &Path) -> Result<(String, String), String> {
    let name = file.display().to_string();
    match fs::read_to_string(file) {
        Ok(contents) => Ok((name, contents)),
        Err(cause) => Err(format!("{name} cannot be read: {cause}")),
    }
}
