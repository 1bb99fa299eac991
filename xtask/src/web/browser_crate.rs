//! Compiles the root package's library for the browser.

use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::workspace::{BROWSER_PACKAGE, BROWSER_TARGET, cargo, output_of};

/// Runs cargo, which does nothing when nothing changed, and answers the WebAssembly file.
///
/// # Errors
/// When the crate does not compile; cargo has then said why.
pub(crate) fn compile(profile: &str) -> Result<PathBuf> {
    let messages = output_of(
        cargo()
            .args(["rustc", "--lib", "--package", BROWSER_PACKAGE])
            .args(["--features", "hydrate", "--target", BROWSER_TARGET])
            .args(["--profile", profile])
            .args(["--message-format", "json-render-diagnostics"])
            // `split` reads from the relocations what needs what. An argument of the
            // last crate alone, so that its dependencies are those of every other build.
            .args(["--", "-Clink-arg=--emit-relocs"]),
    )
    .context("the browser crate does not compile")?;
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Message>(line).ok())
        .flat_map(|message| message.filenames)
        .rfind(|file| file.extension().is_some_and(|extension| extension == "wasm"))
        .context("cargo has built no WebAssembly: is the library still a cdylib?")
}

/// What is wanted of cargo's messages: the files an artifact consists of.
#[derive(Deserialize)]
struct Message {
    #[serde(default)]
    filenames: Vec<PathBuf>,
}
