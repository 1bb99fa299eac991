//! The web files: what `cargo xtask web` built, and its manifest.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use serde::Deserialize;

use super::files::{Files, Find, Place};

/// Addresses of the files that change with the program, each naming its content.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
pub(crate) struct Addresses {
    pub(crate) js: String,
    pub(crate) wasm: String,
    pub(crate) css: String,
    /// The JavaScript module that fetches parts.
    #[serde(default)]
    pub(crate) loader: String,
    /// The JavaScript module that keeps an open page current.
    #[serde(default)]
    pub(crate) live: String,
    /// The files of WebAssembly that a part of the program needs beside the first, by
    /// the name of the part.
    #[serde(default)]
    pub(crate) parts: BTreeMap<String, Vec<String>>,
}

impl Addresses {
    /// What the page at `path` needs beside the first file. A part has the name of the
    /// page's place in the address, such as `chat` for `/chat/12`; the pages of who is
    /// not signed in are one part.
    pub(crate) fn parts_at(&self, path: &str) -> &[String] {
        let name = match path.trim_start_matches('/').split('/').next() {
            None
            | Some(
                "" | "sign-in" | "sign-up" | "forgotten-password" | "reset-password"
                | "confirm-email",
            ) => "door",
            Some(place) => place,
        };
        self.parts.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The name of the manifest among the web files.
const MANIFEST: &str = "manifest.json";

/// Web files, in a folder or within the program.
#[derive(Debug, Clone)]
pub struct Site {
    pub(crate) files: Files,
    pub(crate) addresses: Arc<Addresses>,
}

/// Web files that cannot be served, in one line.
#[derive(Debug)]
pub struct UnreadableSite {
    file: String,
    cause: String,
}

impl std::fmt::Display for UnreadableSite {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { file, cause } = self;
        write!(
            formatter,
            "the web files are not there ({file}: {cause}); build them with `cargo xtask web` and name their folder in SITE_DIR"
        )
    }
}

impl std::error::Error for UnreadableSite {}

impl Site {
    /// Takes the web files of a folder.
    ///
    /// # Errors
    /// When its manifest is not there or is something else.
    pub fn open(folder: &Path) -> Result<Self, UnreadableSite> {
        Self::of(Place::Folder(folder.to_owned()).into())
    }

    /// Takes the web files that are part of the program.
    ///
    /// # Errors
    /// When their manifest is not there or is something else.
    pub fn within(find: Find) -> Result<Self, UnreadableSite> {
        Self::of(Place::Program(find).into())
    }

    fn of(files: Files) -> Result<Self, UnreadableSite> {
        let read = files.read(MANIFEST);
        let addresses =
            read.and_then(|json| serde_json::from_slice(&json).map_err(|cause| cause.to_string()));
        match addresses {
            Ok(addresses) => Ok(Self { files, addresses: Arc::new(addresses) }),
            Err(cause) => Err(unreadable(&files, MANIFEST, cause)),
        }
    }

    /// What is in one of the files, such as `licenses.txt`.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self, name: &str) -> Result<Cow<'static, [u8]>, UnreadableSite> {
        self.files.read(name).map_err(|cause| unreadable(&self.files, name, cause))
    }
}

fn unreadable(files: &Files, name: &str, cause: String) -> UnreadableSite {
    UnreadableSite { file: files.name(name), cause }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Addresses;

    #[test]
    fn a_part_is_found_by_the_place_of_its_page() {
        let parts = ["chat", "door"].map(|name| (name.to_owned(), vec![format!("{name}.wasm")]));
        let addresses = Addresses { parts: BTreeMap::from(parts), ..Addresses::default() };

        for path in ["/chat", "/chat/12"] {
            assert_eq!(addresses.parts_at(path), ["chat.wasm"], "{path}");
        }
        for path in ["/", "/sign-in", "/sign-up"] {
            assert_eq!(addresses.parts_at(path), ["door.wasm"], "{path}");
        }
        for path in ["/dashboard", "/chats", "/nowhere/chat", "//"] {
            assert!(!addresses.parts_at(path).contains(&"chat.wasm".to_owned()), "{path}");
        }
    }
}
