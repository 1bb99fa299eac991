//! `cargo xtask web`: everything a browser loads, in one folder, ready to serve.
//!
//! The browser crate is compiled by cargo and bound to JavaScript by
//! wasm-bindgen, the style sheets become one file, `public/` is copied, and the
//! licences of everything are gathered.
//! What changes with the program goes below `/pkg/` in folders named by content,
//! so it may be cached for ever; `manifest.json` tells the server their names.
//!
//! The folder belongs to the checkout (`target/site` in it, where cargo-leptos
//! puts it too), not to `CARGO_TARGET_DIR`: that one is often shared between
//! checkouts, and a server must never find the files of another.

mod bindgen;
mod browser_crate;
mod compress;
mod inputs;
mod licenses;
mod manifest;
mod script;
mod site;
mod split;
mod style;
mod wasm_opt;

use std::{
    fs,
    io::{Write as _, stdout},
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context as _, Result};

use self::{manifest::Manifest, site::Site};
use crate::workspace;

/// Which build is wanted.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// The cargo profile of the browser crate.
    #[arg(long, default_value = "web")]
    profile: String,
    /// Shrink the WebAssembly further with this wasm-opt (npm's `binaryen`, not Debian's).
    #[arg(long, value_name = "PATH")]
    wasm_opt: Option<PathBuf>,
}

/// Builds what is out of date and prints the folder with the result.
///
/// # Errors
/// When a source does not compile, or a file cannot be read or written.
pub(crate) fn build(options: &Options) -> Result<()> {
    let started = Instant::now();
    let root = workspace::root()?;
    let folder = root.join("target/site");

    let wasm = browser_crate::compile(&options.profile)?;
    let inputs = inputs::digest(&root, &wasm, &format!("{options:?}"))?;
    if Manifest::read(&folder).is_some_and(|manifest| manifest.is_of(&inputs, &folder)) {
        eprintln!("web: up to date ({:.1?})", started.elapsed());
    } else {
        publish(&root, &wasm, inputs, &folder, options)?;
        eprintln!("web: built in {:.1?}", started.elapsed());
    }
    writeln!(stdout(), "{}", folder.display()).context("cannot print the folder")
}

/// Makes every file of the site from the compiled browser crate and the sources.
fn publish(
    root: &Path,
    wasm: &Path,
    inputs: String,
    folder: &Path,
    options: &Options,
) -> Result<()> {
    let mut site = Site::new(folder);

    let pieces = split::cut(wasm, &root.join("target/pieces"))?;
    let bound = bindgen::bind(&pieces.main, &root.join("target/bindgen"))?;
    for part in inputs::files_below(&pieces.folder)? {
        let name = part.file_name().unwrap_or_default();
        fs::rename(&part, bound.join(name))
            .with_context(|| format!("cannot move {}", part.display()))?;
    }
    if let Some(tool) = &options.wasm_opt {
        for file in inputs::files_below(&bound)? {
            if file.extension().is_some_and(|ending| ending == "wasm") {
                wasm_opt::shrink(tool, &file)?;
            }
        }
    }
    for file in inputs::files_below(&bound)? {
        if file.extension().is_some_and(|ending| ending == "js") {
            fs::write(&file, small(&file)?)
                .with_context(|| format!("cannot write {}", file.display()))?;
        }
    }
    let program = site.add_bundle(&bound)?;
    let css = site.add_file("main.css", style::bundle(&root.join("style/main.css"))?.as_bytes())?;
    let live = site.add_file("live.js", small(&root.join("browser/live.js"))?.as_bytes())?;
    site.add_public(&root.join("public"))?;
    site.add_named("licenses.txt", licenses::text(root)?.as_bytes())?;

    let manifest = Manifest {
        js: format!("{program}/{}", bindgen::JS),
        wasm: format!("{program}/{}", bindgen::WASM),
        css,
        loader: format!("{program}/{}", split::JS),
        live,
        parts: pieces.addresses(&program),
        inputs,
    };
    site.finish(&manifest)
}

/// A script as it is sent.
fn small(script: &Path) -> Result<String> {
    let source =
        fs::read_to_string(script).with_context(|| format!("cannot read {}", script.display()))?;
    script::minify(&script.to_string_lossy(), &source)
}
