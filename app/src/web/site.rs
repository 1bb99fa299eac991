//! The web files: what `cargo xtask web` built, and its manifest.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

/// Addresses of the files that change with the program, each naming its content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Addresses {
    pub(crate) js: String,
    pub(crate) wasm: String,
    pub(crate) css: String,
}

/// A folder with web files.
#[derive(Debug, Clone)]
pub struct Site {
    pub(crate) folder: PathBuf,
    pub(crate) addresses: Arc<Addresses>,
}

/// Web files that cannot be served, in one line.
#[derive(Debug)]
pub struct UnreadableSite {
    manifest: PathBuf,
    cause: String,
}

impl std::fmt::Display for UnreadableSite {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (manifest, cause) = (self.manifest.display(), &self.cause);
        write!(
            formatter,
            "the web files are not there ({manifest}: {cause}); build them with `cargo xtask web` and name their folder in SITE_DIR"
        )
    }
}

impl std::error::Error for UnreadableSite {}

impl Site {
    /// Reads the manifest of a folder.
    ///
    /// # Errors
    /// When it is not there or is something else.
    pub fn open(folder: &Path) -> Result<Self, UnreadableSite> {
        let manifest = folder.join("manifest.json");
        let read = std::fs::read(&manifest).map_err(|cause| cause.to_string());
        let addresses =
            read.and_then(|json| serde_json::from_slice(&json).map_err(|cause| cause.to_string()));
        match addresses {
            Ok(addresses) => Ok(Self { folder: folder.to_owned(), addresses: Arc::new(addresses) }),
            Err(cause) => Err(UnreadableSite { manifest, cause }),
        }
    }
}
