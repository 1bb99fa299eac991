//! The licences of everything that the two programs are made of, as one text.
//!
//! Most of them ask to be given away with the program. `cargo tree` says what is linked,
//! `cargo metadata` where cargo keeps it, and the texts are those that its authors put
//! there. Made with every web build, so it is never behind.

mod library;
mod page;

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;

use self::library::Library;
use super::inputs::read;
use crate::workspace::{BROWSER_PACKAGE, BROWSER_TARGET, cargo, output_of};

/// What is part of the programs and no crate: written by hand.
const BESIDE_CRATES: &str = "xtask/licenses/other.txt";

/// The name and the version of a crate.
type Name = (String, String);

/// Makes the text.
///
/// # Errors
/// When cargo cannot list what is linked, or a licence cannot be read.
pub(super) fn text(root: &Path) -> Result<String> {
    let mut linked = linked(&["--features", "ssr"])?;
    linked.extend(self::linked(&["--features", "hydrate", "--target", BROWSER_TARGET])?);
    let libraries = libraries(&linked)?;
    let beside = String::from_utf8(read(&root.join(BESIDE_CRATES))?)
        .with_context(|| format!("{BESIDE_CRATES} is not UTF-8"))?;
    Ok(page::of(&beside, &libraries))
}

/// What the program of these features is linked from, our own crates left out. Macros
/// run in the compiler and leave nothing of themselves.
fn linked(features: &[&str]) -> Result<BTreeSet<Name>> {
    let tree = output_of(
        cargo()
            .args(["tree", "--locked", "--package", BROWSER_PACKAGE])
            .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"])
            .args(features),
    )?;
    Ok(names(&tree))
}

/// The crates of a tree, printed one a line as `name v1.2.3`. Behind those of the
/// workspace is their folder.
fn names(tree: &str) -> BTreeSet<Name> {
    tree.lines()
        .filter(|line| !line.contains(" (/") && !line.contains(":\\"))
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?;
            Some((name.to_owned(), words.next()?.strip_prefix('v')?.to_owned()))
        })
        .collect()
}

/// What is known of the crates that are linked.
fn libraries(linked: &BTreeSet<Name>) -> Result<Vec<Library>> {
    /// The one field wanted of `cargo metadata`.
    #[derive(Deserialize)]
    struct Metadata {
        packages: Vec<Library>,
    }

    let mut command = cargo();
    command.args(["metadata", "--locked", "--format-version", "1", "--all-features"]);
    command.args(["--filter-platform", BROWSER_TARGET, "--filter-platform", &host()?]);
    let json = output_of(&mut command)?;
    let metadata: Metadata =
        serde_json::from_str(&json).context("cargo metadata has changed its format")?;
    let mut libraries = metadata.packages;
    libraries.retain(|library| linked.contains(&(library.name.clone(), library.version.clone())));
    libraries.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    ensure!(
        libraries.len() == linked.len(),
        "cargo metadata knows {} of {} crates that are linked",
        libraries.len(),
        linked.len()
    );
    for library in &mut libraries {
        library.read_texts()?;
    }
    Ok(libraries)
}

/// The platform that this program was compiled on.
fn host() -> Result<String> {
    let version = output_of(std::process::Command::new("rustc").arg("-vV"))?;
    let host = version.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.context("rustc does not name its host")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn crates_are_told_from_our_own() {
        let tree = "ai-planner-assistant v0.1.0 (/somewhere)\n\
                    app v0.1.0 (/somewhere/app)\n\
                    leptos v0.8.23\n\
                    leptos v0.8.23 (*)\n\
                    \n\
                    sqlx-core v0.9.0\n";

        let names = Vec::from_iter(names(tree));

        assert_eq!(names, [("leptos", "0.8.23"), ("sqlx-core", "0.9.0")].map(own));
    }

    fn own((name, version): (&str, &str)) -> (String, String) {
        (name.to_owned(), version.to_owned())
    }
}
