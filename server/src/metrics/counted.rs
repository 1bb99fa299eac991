//! The counters and histograms.

use std::sync::LazyLock;

use prometheus::core::Collector;
use prometheus::proto::MetricFamily;
use prometheus::{
    GaugeVec, Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, Opts, Registry,
    Result,
};

/// The process's counters. There are none where they cannot be made, as when two had
/// one name; a test sees that they are.
pub(super) static COUNTED: LazyLock<Option<Counted>> = LazyLock::new(|| Counted::new().ok());

/// Upper bounds of the answers' times, in seconds: ours take milliseconds.
const ANSWERING: [f64; 12] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// Upper bounds of the turns' times, in seconds: a language model takes a minute at most.
const TURNING: [f64; 9] = [0.01, 0.05, 0.25, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0];

pub(super) struct Counted {
    registry: Registry,
    pub(super) requests: IntCounterVec,
    pub(super) request_seconds: HistogramVec,
    pub(super) abandoned: IntCounterVec,
    pub(super) write_wait: Histogram,
    pub(super) database_away: IntCounter,
    pub(super) lagging_reads: IntCounterVec,
    pub(super) turns: IntCounterVec,
    pub(super) turn_seconds: HistogramVec,
    pub(super) rounds: IntCounterVec,
    pub(super) tokens: IntCounterVec,
    pub(super) model_failures: IntCounterVec,
    pub(super) jobs: IntCounterVec,
    pub(super) job_seconds: GaugeVec,
}

impl Counted {
    fn new() -> Result<Self> {
        let registry = Registry::new();
        let made = Self {
            requests: counter(
                "planner_http_requests_total",
                "Requests that were answered.",
                &["method", "route", "status"],
            )?,
            request_seconds: histogram(
                "planner_http_request_duration_seconds",
                "Time until the head of an answer.",
                &["method", "route", "status"],
                &ANSWERING,
            )?,
            abandoned: counter(
                "planner_http_requests_abandoned_total",
                "Requests whose client went away before the answer.",
                &["method", "route"],
            )?,
            write_wait: Histogram::with_opts(
                HistogramOpts::new(
                    "planner_database_write_wait_seconds",
                    "How long changes waited for a connection and the beginning of their transaction.",
                )
                .buckets(ANSWERING.to_vec()),
            )?,
            database_away: IntCounter::new(
                "planner_database_unavailable_total",
                "Requests that were refused as the database could not be reached in time.",
            )?,
            lagging_reads: counter(
                "planner_replica_reads_total",
                "Reads that may lag, by whether the replica answered or was behind or away.",
                &["replica"],
            )?,
            turns: counter(
                "planner_assistant_turns_total",
                "Turns of the assistant, by who answered and how they ended.",
                &["interpreter", "ended"],
            )?,
            turn_seconds: histogram(
                "planner_assistant_turn_duration_seconds",
                "How long turns took.",
                &["interpreter"],
                &TURNING,
            )?,
            rounds: counter(
                "planner_assistant_rounds_total",
                "How often an interpreter was asked what comes next.",
                &["interpreter"],
            )?,
            tokens: counter(
                "planner_assistant_tokens_total",
                "Tokens of the language model, read and written.",
                &["direction"],
            )?,
            model_failures: counter(
                "planner_assistant_model_failures_total",
                "Requests to the language model that came to nothing, by kind.",
                &["kind"],
            )?,
            jobs: counter(
                "planner_job_runs_total",
                "Runs of the program's own jobs in this process.",
                &["job", "result"],
            )?,
            job_seconds: GaugeVec::new(
                Opts::new("planner_job_last_duration_seconds", "How long a job's last run took."),
                &["job"],
            )?,
            registry,
        };
        for collector in made.all() {
            made.registry.register(collector)?;
        }
        Ok(made)
    }

    fn all(&self) -> Vec<Box<dyn Collector>> {
        vec![
            Box::new(self.requests.clone()),
            Box::new(self.request_seconds.clone()),
            Box::new(self.abandoned.clone()),
            Box::new(self.write_wait.clone()),
            Box::new(self.database_away.clone()),
            Box::new(self.lagging_reads.clone()),
            Box::new(self.turns.clone()),
            Box::new(self.turn_seconds.clone()),
            Box::new(self.rounds.clone()),
            Box::new(self.tokens.clone()),
            Box::new(self.model_failures.clone()),
            Box::new(self.jobs.clone()),
            Box::new(self.job_seconds.clone()),
        ]
    }

    pub(super) fn gather(&self) -> Vec<MetricFamily> {
        self.registry.gather()
    }
}

fn counter(name: &str, help: &str, labels: &[&str]) -> Result<IntCounterVec> {
    IntCounterVec::new(Opts::new(name, help), labels)
}

fn histogram(name: &str, help: &str, labels: &[&str], bounds: &[f64]) -> Result<HistogramVec> {
    HistogramVec::new(HistogramOpts::new(name, help).buckets(bounds.to_vec()), labels)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_counter_can_be_made() {
        assert!(super::COUNTED.is_some());
    }
}
