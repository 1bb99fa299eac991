//! The program: reads its settings and runs the command it was given.

mod commands;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    match commands::serve::run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
