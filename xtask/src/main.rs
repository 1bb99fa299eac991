//! Chores of the repository that need more than a shell: `cargo xtask --help`.

mod browser_tree;
mod web;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

/// Chores of this repository.
#[derive(Parser)]
#[command(name = "cargo xtask")]
enum Task {
    /// Build what the browser loads into target/site, and print that folder.
    Web(web::Options),
    /// Fail when a crate that only a server needs has reached the browser.
    BrowserTree,
}

fn main() -> ExitCode {
    let done = match Task::parse() {
        Task::Web(options) => web::build(&options),
        Task::BrowserTree => browser_tree::check(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
