//! The command line: `ai-planner serve | migrate | backup | restore | eval | seed | invite |
//! reset-link | openapi | licenses | ready`.

mod commands;
mod site;

use std::process::ExitCode;

use clap::Parser;
use commands::Command;

/// Pages are thousands of small strings: with the C library's allocator a third of the time
/// that the dashboard took went there (docs/performance.md).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A self-hosted planner: calendar, tasks and expenses by hand, in words or over REST.
///
/// Settings come from the environment; see .env.example.
#[derive(Parser)]
#[command(name = "ai-planner", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

fn main() -> ExitCode {
    let command = Arguments::parse().command.unwrap_or(Command::Serve);
    match commands::run(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(
                clippy::print_stderr,
                reason = "the one line that the person at the shell needs"
            )]
            {
                eprintln!("ai-planner: {error}");
            }
            ExitCode::from(2)
        }
    }
}
