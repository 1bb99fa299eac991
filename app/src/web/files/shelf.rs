//! Files whose address names their content, kept ready in memory once they were asked for: they
//! never change, and there are no more of them than the build made.

use std::collections::HashMap;
use std::path::{Component, Path};
use std::sync::{Arc, PoisonError, RwLock};

use sha2::{Digest, Sha256};

use super::Place;
use super::within::{Kept, Ready};

/// What was asked for and is there. Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Shelf(Arc<RwLock<HashMap<String, Ready>>>);

impl Shelf {
    /// The file of this name. What is not there is looked for each time, so that names which
    /// people make up take no room.
    pub(super) fn find(&self, place: &Place, name: &str) -> Option<Ready> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        if known.is_some() {
            return known;
        }
        let ready = match place {
            Place::Folder(folder) => Ready::read(name, read(folder, name)?),
            Place::Program(find) => Ready::of(name, &find(name)?),
        };
        let mut shelf = self.0.write().unwrap_or_else(PoisonError::into_inner);
        shelf.insert(name.to_owned(), ready.clone());
        Some(ready)
    }
}

/// A file below a folder, and nothing else.
fn read(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let name = Path::new(name);
    let is_below = name.components().all(|part| matches!(part, Component::Normal(_)));
    is_below.then(|| std::fs::read(folder.join(name)).ok()).flatten()
}

impl Ready {
    fn read(name: &str, bytes: Vec<u8>) -> Self {
        let digest = Sha256::digest(&bytes).into();
        Self::new(name, bytes.into(), &digest)
    }

    /// A file of the program.
    pub(super) fn of(name: &str, file: &Kept) -> Self {
        Self::new(name, axum::body::Bytes::from_static(file.bytes), &file.digest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_once_and_what_is_not_there_takes_no_room() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("pkg");
        std::fs::create_dir(&below).unwrap();
        std::fs::write(folder.path().join("secret"), "no").unwrap();
        std::fs::write(below.join("app.js"), "1").unwrap();
        let (shelf, place) = (Shelf::default(), Place::Folder(below.clone()));

        assert!(shelf.find(&place, "app.js").is_some());
        std::fs::remove_file(below.join("app.js")).unwrap();
        assert!(shelf.find(&place, "app.js").is_some(), "it was read again");
        for name in ["app.css", "../secret", "/etc/hostname", ""] {
            assert!(shelf.find(&place, name).is_none(), "{name}");
        }
        assert_eq!(shelf.0.read().unwrap().len(), 1);
    }
}
