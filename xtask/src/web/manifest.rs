//! The names of the files that change with the program, for the server to read.

use std::{collections::BTreeMap, fs, path::Path};

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

/// The file's name in the site's folder.
pub(crate) const FILE: &str = "manifest.json";

/// Addresses below the site's root, each starting with a slash.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The JavaScript module whose default export starts the WebAssembly.
    pub(crate) js: String,
    /// The WebAssembly to hand to it.
    pub(crate) wasm: String,
    /// The one style sheet.
    pub(crate) css: String,
    /// The JavaScript module that fetches parts.
    pub(crate) loader: String,
    /// The JavaScript module that keeps an open page current.
    pub(crate) live: String,
    /// The files of WebAssembly that each part of the program needs beside the first.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
    /// The digest of everything the site was made of.
    pub(crate) inputs: String,
}

impl Manifest {
    /// The manifest of an earlier build, when there is a readable one.
    pub(crate) fn read(folder: &Path) -> Option<Self> {
        let json = fs::read(folder.join(FILE)).ok()?;
        serde_json::from_slice(&json).ok()
    }

    /// Writes it so that a reader finds the old one or the new one, never half of one.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        let unfinished = folder.join("manifest.json.new");
        let json = serde_json::to_string_pretty(self).context("cannot write the manifest")?;
        fs::write(&unfinished, json + "\n")
            .and_then(|()| fs::rename(&unfinished, folder.join(FILE)))
            .with_context(|| format!("cannot write the manifest into {}", folder.display()))
    }

    /// Whether it was made of these inputs and its files are still there.
    pub(crate) fn is_of(&self, inputs: &str, folder: &Path) -> bool {
        self.inputs == inputs
            && [&self.js, &self.wasm, &self.css, &self.loader, &self.live]
                .into_iter()
                .chain(self.parts.values().flatten())
                .all(|address| folder.join(address.trim_start_matches('/')).is_file())
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs};

    use super::Manifest;

    #[test]
    fn is_stale_with_other_inputs_or_a_missing_file() {
        let folder = tempfile::tempdir().unwrap();
        let manifest = Manifest {
            js: "/pkg/1/app.js".into(),
            wasm: "/pkg/1/app_bg.wasm".into(),
            css: "/pkg/2/main.css".into(),
            loader: "/pkg/1/parts.js".into(),
            live: "/pkg/3/live.js".into(),
            parts: BTreeMap::from([("tasks".into(), vec!["/pkg/1/tasks.wasm".into()])]),
            inputs: "now".into(),
        };
        let addresses =
            [&manifest.js, &manifest.wasm, &manifest.css, &manifest.loader, &manifest.live];
        for address in addresses.into_iter().chain(&manifest.parts["tasks"]) {
            let file = folder.path().join(&address[1..]);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "").unwrap();
        }
        assert_eq!(Manifest::read(folder.path()), None);
        manifest.write(folder.path()).unwrap();
        assert_eq!(Manifest::read(folder.path()).as_ref(), Some(&manifest));

        assert!(manifest.is_of("now", folder.path()));
        assert!(!manifest.is_of("later", folder.path()));
        fs::remove_file(folder.path().join("pkg/1/tasks.wasm")).unwrap();
        assert!(!manifest.is_of("now", folder.path()));
    }
}
