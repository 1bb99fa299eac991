//! The command line: `ai-planner serve | migrate | backup | restore | eval | seed | invite |
//! reset-link | openapi`.

mod commands;

use std::process::ExitCode;

use clap::Parser;
use commands::Command;

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
