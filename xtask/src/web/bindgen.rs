//! Binds the compiled crate to JavaScript.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

/// The module that the page imports. Its default export takes the address of
/// the WebAssembly, which is why no file name is written into it.
pub(crate) const JS: &str = "app.js";

/// The WebAssembly that goes with it.
pub(crate) const WASM: &str = "app_bg.wasm";

/// Writes the module, the WebAssembly and the snippets of other crates, if any,
/// into an emptied `folder`, and answers the folder.
///
/// The names of functions are left out: they are almost half of the file.
///
/// # Errors
/// When wasm-bindgen refuses the file or the folder cannot be written.
pub(crate) fn bind(wasm: &Path, folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Bindgen::new()
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .input_path(wasm)
                .out_name("app")
                .typescript(false)
                .omit_default_module_path(true)
                // The parts are linked to them when they arrive.
                .keep_lld_exports(true)
                .demangle(false)
                .remove_name_section(true)
                .remove_producers_section(true)
                .generate(folder)
        })
        .context("wasm-bindgen failed")?;
    Ok(folder.to_owned())
}
