//! Shrinks the WebAssembly of a release with Binaryen's wasm-opt.

use std::{path::Path, process::Command};

use anyhow::{Context as _, Result, ensure};

use crate::workspace::output_of;

/// The oldest version known to work. Debian 12's 108 writes invalid table types
/// with any flags, and the page then never hydrates.
const OLDEST: u32 = 132;

/// Exactly what rustc emits for the target. `--all-features` looks simpler, but
/// adds compact imports, which browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes the file smaller to download. `-Oz` makes the unpacked program a tenth
/// smaller still, but what it does to the code compresses worse: Brotli's answer is
/// then larger than without any pass.
const PASSES: [&str; 6] = [
    "--duplicate-function-elimination",
    "--dae-optimizing",
    "--vacuum",
    "--coalesce-locals",
    "--reorder-locals",
    "--optimize-instructions",
];

/// Rewrites the file in place, smaller.
///
/// # Errors
/// When the tool is missing, too old, or refuses the file.
pub(crate) fn shrink(tool: &Path, wasm: &Path) -> Result<()> {
    let printed = output_of(Command::new(tool).arg("--version"))?;
    let version = version(&printed)
        .with_context(|| format!("{} does not tell its version", tool.display()))?;
    ensure!(
        version >= OLDEST,
        "wasm-opt {version} is too old: take {OLDEST} or newer, as npm's package binaryen has it"
    );
    output_of(Command::new(tool).args(FEATURES).args(PASSES).arg(wasm).arg("-o").arg(wasm))?;
    Ok(())
}

/// The number in `wasm-opt version 132 (version_132)`.
fn version(printed: &str) -> Option<u32> {
    printed.split_whitespace().find_map(|word| word.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn reads_the_version_of_both_ways_of_printing_it() {
        assert_eq!(version("wasm-opt version 132 (version_132)\n"), Some(132));
        assert_eq!(version("wasm-opt version 108\n"), Some(108));
        assert_eq!(version("something else"), None);
    }
}
