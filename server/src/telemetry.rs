//! What the program says about itself while it runs.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::filter::LevelFilter;

/// What is said unless `RUST_LOG` selects otherwise. Each migration would take two
/// lines of the first start.
const USUAL: &str = "info,sea_orm_migration=warn";

/// What is never said: the library that speaks to language models logs the pieces
/// of answers that it cannot parse, which are people's words.
const SILENT: [&str; 1] = ["async_openai"];

/// Sends spans and events to standard error, as `RUST_LOG` selects them; `info` and
/// worse when it says nothing. Calling it again does nothing.
pub fn init() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let filter = SILENT.iter().fold(filter, |filter, part| {
        match format!("{part}={}", LevelFilter::OFF).parse() {
            Ok(directive) => filter.add_directive(directive),
            Err(_) => filter,
        }
    });
    // Colours are for a terminal; in a file or a journal they are noise.
    let is_terminal = std::io::stderr().is_terminal();
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(is_terminal)
        .with_writer(std::io::stderr);
    // Somebody else's subscriber, such as a test's, is as good.
    let _ = subscriber.try_init();
}
