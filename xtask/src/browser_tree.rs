//! Proves that nothing of the server has leaked into the browser.
//!
//! Features unify across a workspace: one careless `features = […]` and every
//! visitor downloads a database driver. The compiler does not mind, so this does.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};

use crate::workspace::{BROWSER_PACKAGE, BROWSER_TARGET, cargo, output_of};

/// Crates that have no business in a browser. `sqlx` stands for its family
/// (`sqlx-core`, `sqlx-postgres`, …), and so does each of the others.
const SERVER_ONLY: [&str; 6] = ["axum", "chrono-tz", "reqwest", "sea-orm", "sqlx", "tokio"];

/// A crate that the browser does have: without it the listing is not the one meant.
const EXPECTED: &str = "leptos";

/// Fails, with the path by which it came, when a server crate is in the browser's tree.
///
/// # Errors
/// On such a crate, and when cargo cannot list the tree.
pub(crate) fn check() -> Result<()> {
    let tree = output_of(&mut cargo_tree(&["--prefix", "none", "--format", "{p}"]))?;
    ensure!(
        crate_names(&tree).any(|name| name == EXPECTED),
        "the browser's dependency tree has no {EXPECTED}: the check would prove nothing"
    );

    let found = server_only(&tree);
    for name in &found {
        eprintln!("{name} reaches the browser by this path:");
        eprintln!("{}", output_of(&mut cargo_tree(&["--invert", name]))?);
    }
    if !found.is_empty() {
        let found = Vec::from_iter(found).join(", ");
        bail!("server crates in the browser's dependency tree: {found}");
    }
    let count = crate_names(&tree).collect::<BTreeSet<_>>().len();
    eprintln!("browser tree: {count} crates, none of them the server's");
    Ok(())
}

/// `cargo tree` over what the browser crate links, with further arguments.
fn cargo_tree(arguments: &[&str]) -> std::process::Command {
    let mut command = cargo();
    command
        .args(["tree", "--locked", "--package", BROWSER_PACKAGE])
        .args(["--features", "hydrate", "--target", BROWSER_TARGET])
        .args(["--edges", "normal"])
        .args(arguments);
    command
}

/// The server-only crates of a tree printed one crate a line.
fn server_only(tree: &str) -> BTreeSet<&str> {
    crate_names(tree)
        .filter(|name| SERVER_ONLY.iter().any(|banned| is_of_family(name, banned)))
        .collect()
}

/// Whether `name` is `family` itself or one of its `family-…` or `family_…` crates.
fn is_of_family(name: &str, family: &str) -> bool {
    name.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
}

/// The first word of each line: cargo prints `name v1.2.3 (where)`.
fn crate_names(tree: &str) -> impl Iterator<Item = &str> {
    tree.lines().filter_map(|line| line.split_whitespace().next())
}

#[cfg(test)]
mod tests {
    use super::server_only;

    #[test]
    fn a_clean_tree_has_no_offender() {
        let tree = "ai-planner-assistant v0.1.0 (/somewhere)\n\
                    app v0.1.0 (/somewhere/app)\n\
                    leptos v0.8.23\n\
                    chrono v0.4.45\n\
                    axumatic v1.0.0\n\n";
        assert!(server_only(tree).is_empty());
    }

    #[test]
    fn the_crate_its_family_and_repeated_lines_are_found_once() {
        let tree = "ai-planner-assistant v0.1.0 (/somewhere)\n\
                    leptos v0.8.23\n\
                    sea-orm v2.0.4\n\
                    sqlx-core v0.9.0 (*)\n\
                    chrono-tz v0.10.4\n\
                    tokio v1.49.0\n\
                    tokio v1.49.0 (*)\n\
                    leptos_axum v0.8.10\n";
        let found = Vec::from_iter(server_only(tree));
        assert_eq!(found, ["chrono-tz", "sea-orm", "sqlx-core", "tokio"]);
    }
}
