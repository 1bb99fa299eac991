//! The texts of the example files, with the instants at which they are said.

use std::path::Path;

use chrono::DateTime;
use serde_json::Value;
use server::language::Reference;

/// A text and when and where it is said.
pub(crate) struct Said {
    /// What was typed.
    pub(crate) text: String,
    /// When and where.
    pub(crate) reference: Reference,
}

/// Every text of the example files that has a reference.
pub(crate) fn corpus() -> Vec<Said> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut said = Vec::new();
    for folder in [folder.clone(), folder.join("own")] {
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok().map(|entry| entry.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "jsonl"))
            .collect();
        files.sort();
        for file in files {
            let contents = std::fs::read_to_string(file).unwrap_or_default();
            said.extend(contents.lines().filter_map(line));
        }
    }
    said
}

fn line(line: &str) -> Option<Said> {
    let value: Value = serde_json::from_str(line).ok()?;
    let text = value.get("text")?.as_str()?.to_owned();
    let zone: chrono_tz::Tz = value.get("timezone")?.as_str()?.parse().ok()?;
    let now = DateTime::parse_from_rfc3339(value.get("reference")?.as_str()?).ok()?;
    Some(Said { text, reference: Reference::at(now.with_timezone(&zone)) })
}
