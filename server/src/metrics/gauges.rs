//! What is so at the moment that it is asked for.

use std::time::Duration;

use prometheus::proto::MetricFamily;
use prometheus::{Gauge, GaugeVec, Opts, Registry, Result};

use crate::context::Planner;
use crate::database::{Database, Usage};
use crate::jobs;

/// How long the database may take to answer; Prometheus itself waits 10 s by default.
const PATIENCE: Duration = Duration::from_secs(2);

/// Looks at everything.
pub(super) async fn gather(planner: &Planner) -> Result<Vec<MetricFamily>> {
    let gauges = Gauges::default();
    gauges.labelled(
        "planner_build_info",
        "The program that runs; always 1.",
        &["version", "database"],
        &[(&[env!("CARGO_PKG_VERSION"), kind(&planner.database)], 1.0)],
    )?;
    gauges.plain(
        "planner_http_requests_in_progress",
        "Requests that are being answered.",
        count(planner.stopping.requests()),
    )?;
    gauges.plain(
        "planner_live_listeners",
        "Pages and programs that listen for changes.",
        count(planner.database.live().listeners()),
    )?;
    let pools = planner.database.pools();
    type Of = fn(&Usage) -> u32;
    let parts: [(&str, &str, Of); 3] = [
        ("planner_database_connections", "Open connections.", |pool| pool.size),
        ("planner_database_connections_idle", "Connections nobody uses.", |pool| pool.idle),
        ("planner_database_connections_max", "Most connections.", |pool| pool.max),
    ];
    for (name, help, of) in parts {
        let values: Vec<_> = pools.iter().map(|pool| ([pool.name], f64::from(of(pool)))).collect();
        let values: Vec<(&[&str], f64)> =
            values.iter().map(|(name, value)| (name.as_slice(), *value)).collect();
        gauges.labelled(name, help, &["pool"], &values)?;
    }
    let asked = tokio::time::timeout(PATIENCE, planner.database.size()).await;
    let size = asked.ok().and_then(std::result::Result::ok);
    let is_up = if size.is_some() { 1.0 } else { 0.0 };
    gauges.plain("planner_database_up", "Whether the database answers.", is_up)?;
    if let Some(size) = size {
        let help = "Size of the database.";
        gauges.plain("planner_database_size_bytes", help, count(size))?;
        let asked = tokio::time::timeout(PATIENCE, jobs::successes(&planner.database)).await;
        let jobs = asked.ok().and_then(std::result::Result::ok).unwrap_or_default();
        let values: Vec<_> =
            jobs.iter().map(|(name, at)| ([name.as_str()], count(at.timestamp()))).collect();
        let values: Vec<(&[&str], f64)> =
            values.iter().map(|(name, at)| (name.as_slice(), *at)).collect();
        gauges.labelled(
            "planner_job_last_success_timestamp_seconds",
            "When a job last went well in any process, in seconds since 1970.",
            &["job"],
            &values,
        )?;
    }
    Ok(gauges.0.gather())
}

fn kind(database: &Database) -> &'static str {
    match database.backend() {
        sea_orm::DbBackend::Postgres => "postgresql",
        _ => "sqlite",
    }
}

/// A number as Prometheus has them; beyond 2^53 it is not exact.
fn count<N: TryInto<i64>>(number: N) -> f64 {
    number.try_into().map_or(f64::NAN, |number: i64| number as f64)
}

/// Gauges that are made for one answer.
#[derive(Default)]
struct Gauges(Registry);

impl Gauges {
    fn plain(&self, name: &str, help: &str, value: f64) -> Result<()> {
        let gauge = Gauge::new(name, help)?;
        gauge.set(value);
        self.0.register(Box::new(gauge))
    }

    fn labelled(
        &self,
        name: &str,
        help: &str,
        labels: &[&str],
        values: &[(&[&str], f64)],
    ) -> Result<()> {
        let gauge = GaugeVec::new(Opts::new(name, help), labels)?;
        for (labels, value) in values {
            gauge.with_label_values(labels).set(*value);
        }
        self.0.register(Box::new(gauge))
    }
}
