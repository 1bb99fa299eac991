//! The settings by which others watch the program: log, metrics, error reports.

use std::net::SocketAddr;

use secrecy::SecretString;
use sentry::types::Dsn;
use tracing_subscriber::EnvFilter;

use super::{WrongSetting, wrong};

/// Fewest characters of a token that opens the metrics: fewer can be guessed.
const SHORTEST_TOKEN: usize = 16;
/// What is put in the place of a value that may be a secret.
const HIDDEN: &str = "(not shown)";

/// How a line of the log is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    #[default]
    Pretty,
    /// One JSON object a line, for programs that gather logs.
    Json,
}

/// How the program can be watched.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    /// How a line of the log is written.
    pub log_format: LogFormat,
    /// What is logged, in the words of `RUST_LOG`; the usual when nothing is set.
    pub log_filter: Option<String>,
    /// Opens `/metrics` to whoever presents it.
    pub metrics_token: Option<SecretString>,
    /// A private address that answers `/metrics` to everybody.
    pub metrics_address: Option<SocketAddr>,
    /// Where errors are reported.
    pub sentry: Option<Dsn>,
}

impl Watch {
    /// Reads the settings.
    pub(super) fn read(
        set: &impl Fn(&'static str) -> Option<String>,
    ) -> Result<Self, WrongSetting> {
        let hidden = |variable, expected| wrong(variable, HIDDEN.to_owned(), expected);
        let log_format = match set("LOG_FORMAT").as_deref().map(str::trim) {
            None | Some("pretty") => LogFormat::Pretty,
            Some("json") => LogFormat::Json,
            Some(other) => return Err(wrong("LOG_FORMAT", other.to_owned(), "pretty or json")),
        };
        let log_filter = set("RUST_LOG");
        if let Some(filter) = &log_filter
            && EnvFilter::try_new(filter).is_err()
        {
            let expected = "levels such as info, or info,sqlx=warn";
            return Err(wrong("RUST_LOG", filter.clone(), expected));
        }
        let metrics_token = set("METRICS_TOKEN").map(|token| token.trim().to_owned());
        if metrics_token.as_ref().is_some_and(|token| !is_token(token)) {
            let expected = "at least 16 visible ASCII characters";
            return Err(hidden("METRICS_TOKEN", expected));
        }
        let metrics_address = match set("METRICS_ADDRESS") {
            None => None,
            Some(address) => Some(address.trim().parse().map_err(|_| {
                wrong("METRICS_ADDRESS", address, "an address and port such as 127.0.0.1:9100")
            })?),
        };
        let sentry = match set("SENTRY_DSN") {
            None => None,
            Some(dsn) => Some(dsn.trim().parse().map_err(|_| {
                hidden("SENTRY_DSN", "an address such as https://KEY@sentry.example/1")
            })?),
        };
        let metrics_token = metrics_token.map(SecretString::from);
        Ok(Self { log_format, log_filter, metrics_token, metrics_address, sentry })
    }
}

fn is_token(token: &str) -> bool {
    token.len() >= SHORTEST_TOKEN && token.bytes().all(|byte| byte.is_ascii_graphic())
}

#[cfg(test)]
mod tests {
    use super::super::Config;

    #[test]
    fn a_wrong_value_stops_the_start_and_shows_no_secret() {
        for (variable, value) in [
            ("LOG_FORMAT", "xml"),
            ("RUST_LOG", "planner=loud"),
            ("METRICS_TOKEN", "hunter2"),
            ("METRICS_ADDRESS", "9100"),
            ("SENTRY_DSN", "https://hunter2.example/1"),
        ] {
            let read = Config::from_variables(|name| (name == variable).then(|| value.to_owned()));
            let line = read.expect_err(variable).to_string();
            assert!(line.starts_with(&format!("{variable} is ")), "{line}");
            assert!(line.contains(", expected ") && !line.contains("hunter2"), "{line}");
        }
    }
}
