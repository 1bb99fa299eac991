//! Cuts the compiled program into the main file and the parts that pages need.
//!
//! The marks are those of `wasm_split_helpers` in the sources; what is needed
//! from where is read from the relocations that the linker leaves in the file.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result, anyhow};
use walrus::ModuleConfig;
use wasm_split_cli_support::{Options, transform};

use super::bindgen;
use super::inputs::read;

/// The module that fetches parts.
pub(crate) const JS: &str = "parts.js";

/// A program in pieces.
pub(crate) struct Pieces {
    /// The main file, not yet bound to JavaScript.
    pub(crate) main: PathBuf,
    /// The folder with the parts and [`JS`].
    pub(crate) folder: PathBuf,
    /// The name of each part, and the files that it needs.
    pub(crate) parts: BTreeMap<String, Vec<String>>,
}

impl Pieces {
    /// What has to be downloaded for each part, when all lies below `folder`.
    pub(crate) fn addresses(&self, folder: &str) -> BTreeMap<String, Vec<String>> {
        let parts = self.parts.iter().map(|(name, files)| {
            (name.clone(), files.iter().map(|file| format!("{folder}/{file}")).collect())
        });
        parts.collect()
    }
}

/// Cuts `wasm` and writes the pieces below `folder`, which is emptied.
///
/// # Errors
/// When the file has no relocations, or the folder cannot be written.
pub(crate) fn cut(wasm: &Path, folder: &Path) -> Result<Pieces> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let parts_folder = folder.join("parts");
    let main = folder.join("main.wasm");
    let (input, module, link) = (read(wasm)?, format!("./{}", bindgen::JS), format!("./{JS}"));
    let mut options = Options::new(&input);
    options.output_dir = &parts_folder;
    options.main_out_path = &main;
    options.main_module = &module;
    options.link_name = &link;
    let split = transform(options).map_err(|error| anyhow!("cannot cut the program: {error:#}"))?;
    for part in &split.split_modules {
        tidy(part)?;
    }
    let parts = split
        .prefetch_map
        .into_iter()
        .map(|(name, files)| (name, files.into_iter().map(|file| file + ".wasm").collect()))
        .collect();
    Ok(Pieces { main, folder: parts_folder, parts })
}

/// Writes a part again, as small as it is without a linker's work in it: numbers in as
/// few bytes as they need, and no sections that only tools read.
fn tidy(part: &Path) -> Result<()> {
    let mut module = ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(&read(part)?)
        .with_context(|| format!("{} is no WebAssembly", part.display()))?;
    let foreign: Vec<_> = module.customs.iter().map(|(id, _)| id).collect();
    for id in foreign {
        module.customs.delete(id);
    }
    fs::write(part, module.emit_wasm()).with_context(|| format!("cannot write {}", part.display()))
}
