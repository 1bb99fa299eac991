//! What the program says about itself while it runs: a log on standard error, and
//! errors to Sentry where that is set up. Neither holds what people wrote.

mod panics;
mod report;
mod scrub;

use std::io::IsTerminal;

use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

use crate::config::{LogFormat, Watch};

/// What is said unless `RUST_LOG` selects otherwise. Each migration would take two
/// lines of the first start.
const USUAL: &str = "info,sea_orm_migration=warn";

/// Libraries that are never heard, as their words hold what people wrote or what
/// identifies them, at some level: answers of language models, headers, statements
/// with their values, sessions.
const SILENT: [&str; 8] = [
    "async_openai",
    "axum_login",
    "hyper",
    "hyper_util",
    "reqwest",
    "sea_orm",
    "sqlx",
    "tower_sessions_core",
];

/// The program's reports, as long as it is kept; dropping it sends what is left.
pub type Telemetry = Option<sentry::ClientInitGuard>;

/// Sends spans and events to standard error, as the settings select them, and errors
/// to Sentry. Calling it again changes nothing of the log.
pub fn init(settings: &Watch) -> Telemetry {
    let filter = settings.log_filter.as_deref().unwrap_or(USUAL);
    // It was read before; see `config::watch`.
    let filter = EnvFilter::try_new(filter).unwrap_or_else(|_| EnvFilter::new(USUAL));
    let filter = SILENT.iter().fold(filter, |filter, part| {
        match format!("{part}={}", LevelFilter::OFF).parse() {
            Ok(directive) => filter.add_directive(directive),
            Err(_) => filter,
        }
    });
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let lines = match settings.log_format {
        // Colours are for a terminal; in a file or a journal they are noise.
        LogFormat::Pretty => lines.with_ansi(std::io::stderr().is_terminal()).boxed(),
        LogFormat::Json => lines.json().flatten_event(true).with_current_span(false).boxed(),
    };
    // Somebody else's subscriber, such as a test's, is as good.
    let _ = tracing_subscriber::registry()
        .with(lines.with_filter(filter))
        // Without a place to report to, nothing has to be noted of each request.
        .with(settings.sentry.is_some().then(|| report::Reporting.with_filter(LevelFilter::INFO)))
        .try_init();
    panics::log();
    settings.sentry.clone().and_then(report::start)
}
