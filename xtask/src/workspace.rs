//! Where the checkout is, and how to call the cargo that started this program.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

/// The package whose library is the browser's entry point.
pub(crate) const BROWSER_PACKAGE: &str = "ai-planner-assistant";

/// The compilation target of everything that runs in the browser.
pub(crate) const BROWSER_TARGET: &str = "wasm32-unknown-unknown";

/// A cargo command with the toolchain that runs this program.
#[expect(
    clippy::disallowed_methods,
    reason = "CARGO is not a setting of the planner: cargo names itself by it"
)]
pub(crate) fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs the command and answers what it printed; its progress stays visible.
///
/// # Errors
/// When the program cannot be started, fails, or prints something that is not UTF-8.
pub(crate) fn output_of(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot start {name}"))?;
    ensure!(output.status.success(), "{name} failed: {}", output.status);
    String::from_utf8(output.stdout).with_context(|| format!("{name} printed something not UTF-8"))
}

/// The folder of the workspace's Cargo.toml.
///
/// # Errors
/// When the current directory is not inside a cargo workspace.
pub(crate) fn root() -> Result<PathBuf> {
    /// The one field wanted of `cargo metadata`.
    #[derive(Deserialize)]
    struct Metadata {
        workspace_root: PathBuf,
    }

    let json =
        output_of(cargo().args(["metadata", "--no-deps", "--format-version", "1", "--offline"]))?;
    let metadata: Metadata =
        serde_json::from_str(&json).context("cargo metadata has changed its format")?;
    Ok(metadata.workspace_root)
}
