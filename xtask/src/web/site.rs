//! The folder that the server serves: what goes in, and what has to go.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, ensure};

use super::{
    compress,
    inputs::{files_below, read, short_digest},
    manifest::{self, Manifest},
};

/// Where everything lies whose address names its content.
const HASHED: &str = "pkg";

/// A site being written over an earlier one.
pub(crate) struct Site<'a> {
    folder: &'a Path,
    written: BTreeSet<PathBuf>,
}

impl<'a> Site<'a> {
    /// Starts on `folder`, which need not exist.
    pub(crate) fn new(folder: &'a Path) -> Self {
        Self { folder, written: BTreeSet::new() }
    }

    /// Adds the files of a folder that refer to each other by relative paths, and
    /// answers the address of the folder they share: `/pkg/<digest of all>`.
    ///
    /// # Errors
    /// When a file cannot be read or written.
    pub(crate) fn add_bundle(&mut self, bundle: &Path) -> Result<String> {
        let mut files = Vec::new();
        for path in files_below(bundle)? {
            let name = path.strip_prefix(bundle)?.to_string_lossy().replace('\\', "/");
            files.push((name, read(&path)?));
        }
        let digest = short_digest(files.iter().map(|(name, bytes)| (&**name, &**bytes)));
        let address = format!("{HASHED}/{digest}");
        for (name, bytes) in &files {
            self.write(&format!("{address}/{name}"), bytes)?;
        }
        Ok(format!("/{address}"))
    }

    /// Adds one file that refers to no other, and answers its address.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn add_file(&mut self, name: &str, bytes: &[u8]) -> Result<String> {
        let address = format!("{HASHED}/{}/{name}", short_digest([(name, bytes)]));
        self.write(&address, bytes)?;
        Ok(format!("/{address}"))
    }

    /// Adds one file whose address others know, so it keeps its name.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub(crate) fn add_named(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.write(name, bytes)
    }

    /// Copies files whose addresses others know, so they keep their names.
    ///
    /// # Errors
    /// When a file cannot be copied, or has a name that the build itself needs.
    pub(crate) fn add_public(&mut self, public: &Path) -> Result<()> {
        for path in files_below(public)? {
            let name = path.strip_prefix(public)?;
            ensure!(
                !name.starts_with(HASHED) && name != Path::new(manifest::FILE),
                "public/{} would hide a file of the web build: rename it",
                name.display()
            );
            self.write(&name.to_string_lossy(), &read(&path)?)?;
        }
        Ok(())
    }

    /// Points the manifest at the new files, then removes those of earlier builds.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(crate) fn finish(self, manifest: &Manifest) -> Result<()> {
        manifest.write(self.folder)?;
        let keep = self.folder.join(manifest::FILE);
        for path in files_below(self.folder)? {
            if path != keep && !self.written.contains(&path) {
                remove(&path, self.folder)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.written.extend(compress::write(&self.folder.join(name), bytes)?);
        Ok(())
    }
}

/// Removes a file and the folders that it leaves empty.
fn remove(path: &Path, root: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))?;
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs, path::Path};

    use super::{super::manifest::Manifest, Site, files_below};

    fn publish(folder: &Path, bundle: &Path, public: &Path) -> Manifest {
        let mut site = Site::new(folder);
        let program = site.add_bundle(bundle).unwrap();
        let css = site.add_file("main.css", b"a{}").unwrap();
        site.add_public(public).unwrap();
        let manifest = Manifest {
            js: format!("{program}/app.js"),
            wasm: format!("{program}/app_bg.wasm"),
            css,
            loader: format!("{program}/parts.js"),
            live: String::new(),
            parts: BTreeMap::new(),
            inputs: String::new(),
        };
        site.finish(&manifest).unwrap();
        manifest
    }

    #[test]
    fn a_new_build_gets_new_addresses_and_the_old_files_go() {
        let folder = tempfile::tempdir().unwrap();
        let [site, bundle, public] =
            ["site", "bundle", "public"].map(|name| folder.path().join(name));
        fs::create_dir_all(bundle.join("snippets/x")).unwrap();
        fs::create_dir_all(public.join("icons")).unwrap();
        fs::write(bundle.join("app.js"), "one").unwrap();
        fs::write(bundle.join("snippets/x/inline0.js"), "x").unwrap();
        fs::write(public.join("icons/a.svg"), "<svg/>").unwrap();

        let first = publish(&site, &bundle, &public);
        assert_eq!(publish(&site, &bundle, &public), first);
        assert!(site.join("icons/a.svg").is_file());

        fs::write(bundle.join("snippets/x/inline0.js"), "y").unwrap();
        fs::remove_file(public.join("icons/a.svg")).unwrap();
        let second = publish(&site, &bundle, &public);

        assert_ne!(second.js, first.js, "a changed snippet must change the module's address");
        assert_eq!(second.css, first.css);
        assert!(!site.join("icons").exists());
        let names = files_below(&site).unwrap().len();
        assert_eq!(names, 4, "manifest, module, snippet and style sheet");
    }

    #[test]
    fn a_public_file_may_not_hide_the_manifest() {
        let folder = tempfile::tempdir().unwrap();
        let public = folder.path().join("public");
        fs::create_dir_all(&public).unwrap();
        fs::write(public.join("manifest.json"), "{}").unwrap();

        let site = folder.path().join("site");
        let refused = Site::new(&site).add_public(&public);

        assert!(refused.unwrap_err().to_string().contains("public/manifest.json"));
    }
}
