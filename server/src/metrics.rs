//! What is counted while the program runs, as Prometheus reads it. Labels hold routes,
//! kinds and names of ours, and never anything of a person.
//!
//! It belongs to the process, as the log does: what counts need not be handed it.

mod counted;
mod gauges;

use std::time::Duration;

use axum::http::{Method, StatusCode};
use prometheus::{Encoder, TextEncoder};

use self::counted::{COUNTED, Counted};
use crate::context::Planner;
use crate::error::Error;

/// What [`page`] is (<https://prometheus.io/docs/instrumenting/exposition_formats/>).
pub const CONTENT_TYPE: &str = prometheus::TEXT_FORMAT;

/// Everything, in Prometheus' text format.
///
/// # Errors
/// [`Error::Internal`] when two metrics have one name, which no test lets pass.
pub async fn page(planner: &Planner) -> Result<String, Error> {
    let unusable = |cause: prometheus::Error| Error::Internal(format!("no metrics: {cause}"));
    let mut families = gauges::gather(planner).await.map_err(unusable)?;
    families.extend(COUNTED.as_ref().map(Counted::gather).unwrap_or_default());
    families.sort_by(|one, other| one.name().cmp(other.name()));
    let mut text = Vec::new();
    TextEncoder::new().encode(&families, &mut text).map_err(unusable)?;
    String::from_utf8(text).map_err(|cause| Error::Internal(cause.to_string()))
}

/// A request was answered. `route` is the pattern that matched.
pub(crate) fn answered(method: &Method, route: &str, status: StatusCode, took: Duration) {
    let Some(counted) = &*COUNTED else { return };
    let labels = [known(method), route, class(status)];
    counted.requests.with_label_values(&labels).inc();
    counted.request_seconds.with_label_values(&labels).observe(took.as_secs_f64());
}

/// A client went away before its request was answered.
pub(crate) fn abandoned(method: &Method, route: &str) {
    let Some(counted) = &*COUNTED else { return };
    counted.abandoned.with_label_values(&[known(method), route]).inc();
}

/// A change has waited for its turn at the database.
pub(crate) fn waited_to_write(took: Duration) {
    let Some(counted) = &*COUNTED else { return };
    counted.write_wait.observe(took.as_secs_f64());
}

/// A request was refused because the database could not be reached in time.
pub(crate) fn database_was_away() {
    let Some(counted) = &*COUNTED else { return };
    counted.database_away.inc();
}

/// A read that may lag was answered by the `replica`, or by the primary as that was
/// `behind` or `away`.
pub(crate) fn read_may_lag(answered: &'static str) {
    let Some(counted) = &*COUNTED else { return };
    counted.lagging_reads.with_label_values(&[answered]).inc();
}

/// A turn of the assistant is over. `ended` is one of `done`, `stopped`, `failed`.
pub(crate) fn turned(interpreter: &str, ended: &'static str, took: Duration) {
    let Some(counted) = &*COUNTED else { return };
    counted.turns.with_label_values(&[interpreter, ended]).inc();
    counted.turn_seconds.with_label_values(&[interpreter]).observe(took.as_secs_f64());
}

/// An interpreter was asked once more in a turn.
pub(crate) fn asked(interpreter: &'static str) {
    let Some(counted) = &*COUNTED else { return };
    counted.rounds.with_label_values(&[interpreter]).inc();
}

/// Tokens of a language model were used.
pub(crate) fn spent(read: u64, written: u64) {
    let Some(counted) = &*COUNTED else { return };
    counted.tokens.with_label_values(&["read"]).inc_by(read);
    counted.tokens.with_label_values(&["written"]).inc_by(written);
}

/// A language model could not be used.
pub(crate) fn model_failed(kind: &'static str) {
    let Some(counted) = &*COUNTED else { return };
    counted.model_failures.with_label_values(&[kind]).inc();
}

/// A job of the program's own is over.
pub(crate) fn worked(job: &'static str, went_well: bool, took: Duration) {
    let Some(counted) = &*COUNTED else { return };
    let result = if went_well { "success" } else { "failure" };
    counted.jobs.with_label_values(&[job, result]).inc();
    counted.job_seconds.with_label_values(&[job]).set(took.as_secs_f64());
}

/// A method as a label, and for the log: people may send any word.
pub(crate) fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PATCH => "PATCH",
        Method::PUT => "PUT",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

fn class(status: StatusCode) -> &'static str {
    match status.as_u16() {
        100..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    const MADE: [&str; 2] = [include_str!("metrics/counted.rs"), include_str!("metrics/gauges.rs")];
    const USED: [(&str, &str); 3] = [
        ("the alerts", include_str!("../../deploy/prometheus/alerts.yml")),
        ("the dashboard", include_str!("../../deploy/grafana/planner.json")),
        ("the documentation", include_str!("../../docs/monitoring.md")),
    ];
    /// What Prometheus appends to the name of a histogram.
    const PARTS: [&str; 3] = ["_bucket", "_count", "_sum"];

    fn names(text: &str) -> BTreeSet<&str> {
        let is_part = |letter: char| letter.is_ascii_lowercase() || letter == '_';
        let words = text.split(|letter| !is_part(letter));
        let names = words.filter(|word| word.starts_with("planner_") && *word != "planner_before_");
        let whole =
            |name| PARTS.iter().find_map(|part| str::strip_suffix(name, part)).unwrap_or(name);
        names.map(whole).collect()
    }

    #[test]
    fn what_is_watched_is_measured() {
        let made: BTreeSet<_> = MADE.into_iter().flat_map(names).collect();
        assert!(made.len() > 15, "{made:?}");
        for (place, text) in USED {
            let used = names(text);
            assert!(used.len() > 5, "{place}");
            let unknown: Vec<_> = used.difference(&made).collect();
            assert!(unknown.is_empty(), "{place}: {unknown:?}");
        }
    }
}
