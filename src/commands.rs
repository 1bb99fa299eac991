//! What the program can be told to do, one module a command.

mod backup;
mod eval;
mod invite;
mod migrate;
mod openapi;
mod reset_link;
mod seed;
mod serve;

use std::error::Error;
use std::path::PathBuf;

use clap::Subcommand;

/// What the program can be told to do; `serve` when nothing is said.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Serve the web application and the REST API.
    Serve,
    /// Bring the database up to date and stop.
    Migrate,
    /// Copy the database into a file, also while the program runs.
    Backup(backup::Copy),
    /// Put a backup in the place of the database, which is kept aside.
    Restore(backup::Copy),
    /// Score the built-in interpreter on files of examples (JSONL).
    Eval {
        /// Files in the format of the language corpus.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Also print each failing line with what was understood.
        #[arg(long)]
        failures: bool,
        /// Write the scores as a Markdown page to this file instead.
        #[arg(long)]
        page: Option<PathBuf>,
        /// Scores of an earlier run (JSON), shown on the page beside the present ones.
        #[arg(long, requires = "page")]
        first_runs: Option<PathBuf>,
    },
    /// Fill an example account and print how to sign in.
    Seed(seed::Seed),
    /// Print a link by which one person can make an account.
    Invite(invite::Invite),
    /// Print a link to a new password.
    ResetLink(reset_link::ResetLink),
    /// Print the OpenAPI document.
    Openapi,
}

/// Carries a command out.
///
/// # Errors
/// One line for the person at the shell.
pub(crate) fn run(command: Command) -> Result<(), Box<dyn Error>> {
    match command {
        Command::Serve => block_on(serve::run()),
        Command::Migrate => block_on(migrate::run()),
        Command::Backup(copy) => block_on(backup::back_up(copy)),
        Command::Restore(copy) => block_on(backup::restore(copy)),
        Command::Eval { files, failures, page: None, .. } => eval::run(&files, failures),
        Command::Eval { files, page: Some(page), first_runs, .. } => {
            eval::page(&files, &page, first_runs.as_deref())
        }
        Command::Seed(wish) => block_on(seed::run(wish)),
        Command::Invite(wish) => block_on(invite::run(wish)),
        Command::ResetLink(wish) => block_on(reset_link::run(wish)),
        Command::Openapi => openapi::run(),
    }
}

fn block_on(task: impl Future<Output = Result<(), Box<dyn Error>>>) -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(task)
}
