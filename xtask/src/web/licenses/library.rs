//! A crate, and the texts of its licences.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::web::inputs::read;

/// How the names of files begin that hold a licence, in small letters.
const BEGINNINGS: [&str; 6] = ["license", "licence", "copying", "copyright", "notice", "unlicense"];

/// How the names of files end that hold something else.
const OTHER_ENDINGS: [&str; 5] = ["rs", "toml", "json", "html", "sh"];

/// A crate as `cargo metadata` tells of it.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Library {
    pub(super) name: String,
    pub(super) version: String,
    /// An SPDX expression.
    pub(super) license: Option<String>,
    /// A file with a licence that has no such name.
    pub(super) license_file: Option<PathBuf>,
    #[serde(default)]
    pub(super) authors: Vec<String>,
    pub(super) repository: Option<String>,
    pub(super) manifest_path: PathBuf,
    /// What is in its files, in the order of their names.
    #[serde(skip)]
    pub(super) texts: Vec<String>,
}

impl Library {
    /// Reads the files with its licences.
    ///
    /// # Errors
    /// When its folder or a file cannot be read.
    pub(super) fn read_texts(&mut self) -> Result<()> {
        let folder = self.manifest_path.parent().unwrap_or(Path::new("."));
        let mut files = license_files(folder)?;
        if let Some(named) = &self.license_file {
            files.push(folder.join(named));
        }
        files.sort();
        files.dedup();
        for file in files {
            self.texts.push(String::from_utf8_lossy(&read(&file)?).into_owned());
        }
        Ok(())
    }
}

/// The files of a folder that hold licences, and those of a folder `LICENSES` in it
/// (<https://reuse.software>).
fn license_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() && path.file_name().is_some_and(|name| name == "LICENSES") {
            for entry in fs::read_dir(&path)? {
                files.push(entry?.path());
            }
        } else if path.is_file() && is_license(&path) {
            files.push(path);
        }
    }
    Ok(files)
}

fn is_license(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    BEGINNINGS.iter().any(|beginning| name.starts_with(beginning))
        && !OTHER_ENDINGS.contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::{Library, fs};

    #[test]
    fn licences_are_found_by_the_names_that_people_give_them() {
        let folder = tempfile::tempdir().unwrap();
        let names = [
            "COPYING",
            "LICENSE-Apache-2.0_WITH_LLVM-exception",
            "README.md",
            "license.rs",
            "licence.md",
        ];
        for name in names {
            fs::write(folder.path().join(name), name).unwrap();
        }
        fs::create_dir(folder.path().join("LICENSES")).unwrap();
        fs::write(folder.path().join("LICENSES/MIT.txt"), "MIT").unwrap();
        fs::create_dir(folder.path().join("src")).unwrap();
        fs::write(folder.path().join("src/terms"), "own words").unwrap();

        let mut library = Library {
            manifest_path: folder.path().join("Cargo.toml"),
            license_file: Some("src/terms".into()),
            ..Library::default()
        };
        library.read_texts().unwrap();

        let expected = ["COPYING", names[1], "MIT", "licence.md", "own words"];
        assert_eq!(library.texts, expected);
    }
}
