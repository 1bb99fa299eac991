//! Tells whether anything that the site is made of has changed.

use std::{fs, path::Path};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

/// What the site is made of beside the compiled crate: the sources that are copied or
/// bundled, this program, and the libraries of both programs with their versions.
const SOURCES: [&str; 10] = [
    "browser",
    "style",
    "public",
    "xtask",
    "Cargo.lock",
    "Cargo.toml",
    "app/Cargo.toml",
    "domain/Cargo.toml",
    "migration/Cargo.toml",
    "server/Cargo.toml",
];

/// A digest over the compiled crate, the sources and the options, in hexadecimal.
///
/// # Errors
/// When one of them cannot be read.
pub(crate) fn digest(root: &Path, wasm: &Path, options: &str) -> Result<String> {
    let mut hash = Sha256::new();
    add(&mut hash, b"options", options.as_bytes());
    add(&mut hash, b"wasm", &read(wasm)?);
    for source in SOURCES {
        for path in files_below(&root.join(source))? {
            let name = path.strip_prefix(root).unwrap_or(&path);
            add(&mut hash, name.as_os_str().as_encoded_bytes(), &read(&path)?);
        }
    }
    Ok(hex::encode(hash.finalize()))
}

/// The first 16 hexadecimal digits of the digest over named contents: enough to
/// tell every build of a program apart, short enough for an address.
pub(crate) fn short_digest<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut hash = Sha256::new();
    for (name, bytes) in files {
        add(&mut hash, name.as_bytes(), bytes);
    }
    hex::encode(&hash.finalize()[..8])
}

/// Every file below a folder (or the file itself) in a fixed order; none when it is missing.
///
/// # Errors
/// When a folder cannot be listed.
pub(crate) fn files_below(path: &Path) -> Result<Vec<std::path::PathBuf>> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    WalkDir::new(path)
        .sort_by_file_name()
        .into_iter()
        .filter(|entry| entry.as_ref().map_or(true, |entry| entry.file_type().is_file()))
        .map(|entry| Ok(entry?.into_path()))
        .collect::<Result<_>>()
        .with_context(|| format!("cannot list {}", path.display()))
}

/// Reads a file, or says which could not be read.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// Adds a name and its content with their lengths, so that nothing can slide
/// from one into the other unnoticed.
fn add(hash: &mut Sha256, name: &[u8], bytes: &[u8]) {
    for part in [name, bytes] {
        hash.update(part.len().to_le_bytes());
        hash.update(part);
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{digest, short_digest};

    #[test]
    fn any_source_option_or_renaming_changes_the_digest() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let wasm = root.join("a.wasm");
        fs::write(&wasm, "wasm").unwrap();
        fs::create_dir_all(root.join("style/parts")).unwrap();
        fs::write(root.join("style/parts/a.css"), "a{}").unwrap();

        let before = digest(root, &wasm, "").unwrap();
        assert_eq!(digest(root, &wasm, "").unwrap(), before);
        assert_ne!(digest(root, &wasm, "release").unwrap(), before);

        fs::rename(root.join("style/parts/a.css"), root.join("style/parts/b.css")).unwrap();
        let renamed = digest(root, &wasm, "").unwrap();
        assert_ne!(renamed, before);

        fs::write(root.join("style/parts/b.css"), "b{}").unwrap();
        assert_ne!(digest(root, &wasm, "").unwrap(), renamed);
    }

    #[test]
    fn the_boundary_between_name_and_content_counts() {
        assert_ne!(short_digest([("ab", &b"c"[..])]), short_digest([("a", &b"bc"[..])]));
    }
}
