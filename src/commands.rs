//! What the program can be told to do, one module a command.

mod eval;
mod migrate;
mod openapi;
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
    /// Score the built-in interpreter on files of examples (JSONL).
    Eval {
        /// Files in the format of the language corpus.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Also print each failing line with what was understood.
        #[arg(long)]
        failures: bool,
    },
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
        Command::Eval { files, failures } => eval::run(&files, failures),
        Command::Openapi => openapi::run(),
    }
}

fn block_on(task: impl Future<Output = Result<(), Box<dyn Error>>>) -> Result<(), Box<dyn Error>> {
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(task)
}
