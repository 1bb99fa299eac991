//! What the program does by itself, by the clock: each job by its name, seen in the
//! log and in the metrics.
//!
//! Several instances on one database share a job by a lease: whoever takes it does the
//! work, and nobody begins it again before its time. Who dies with a lease in hand
//! holds it up for no longer than the job may take.

mod lease;
mod prune;

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use futures::FutureExt;
use futures::future::BoxFuture;

pub use self::lease::successes;
pub use self::prune::{Pruned, prune};
use crate::context::Planner;
use crate::error::Error;
use crate::operations::expenses::record_due_expenses;

/// How often it is looked whether something is due.
const LOOKS: Duration = Duration::from_secs(60);
/// After how long a job that failed is tried again.
const AGAIN: Duration = Duration::from_secs(5 * 60);
/// How often it is said that a job is overdue.
const REMINDERS: Duration = Duration::from_secs(60 * 60);

/// Something that is done again and again.
#[derive(Debug, Clone, Copy)]
pub struct Job {
    /// Its name, in log and metrics.
    pub name: &'static str,
    /// How often it is done.
    pub every: Duration,
    /// How long it may take.
    pub limit: Duration,
    /// Whether one instance does it for all. One that is not shared may be done by
    /// several at once.
    pub shared: bool,
    /// Does it, and says what it did if that is worth a line.
    pub run: fn(Planner) -> BoxFuture<'static, Result<Option<String>, Error>>,
}

/// The jobs of every planner.
pub const JOBS: [Job; 2] = [
    Job {
        name: "record_expenses",
        every: LOOKS,
        limit: Duration::from_secs(10 * 60),
        // Each day of a series is claimed by itself.
        shared: false,
        run: |planner| async move { record(&planner).await }.boxed(),
    },
    Job {
        name: "prune",
        every: Duration::from_secs(60 * 60),
        limit: Duration::from_secs(15 * 60),
        shared: true,
        run: |planner| async move { Ok(prune(&planner).await?.told()) }.boxed(),
    },
];

async fn record(planner: &Planner) -> Result<Option<String>, Error> {
    let written = record_due_expenses(planner).await?;
    Ok((written > 0).then(|| format!("{written} repeating expenses were recorded")))
}

/// Does a job whenever it is due, for as long as it is polled.
pub async fn keep_doing(job: Job, planner: Planner) {
    let process = Uuid::new_v4().to_string();
    let begun = planner.clock.now();
    let mut reminded: Option<Instant> = None;
    let mut ticks = tokio::time::interval(job.every.min(LOOKS));
    loop {
        ticks.tick().await;
        do_if_due(&job, &planner, &process).await;
        let quiet = reminded.is_none_or(|at| at.elapsed() >= REMINDERS);
        if job.shared && quiet && is_overdue(&job, &planner, begun).await {
            tracing::warn!(job = job.name, "a job is overdue");
            reminded = Some(Instant::now());
        }
    }
}

/// Does a job if it is due and nobody else does it; whether it was done and went well.
pub async fn do_if_due(job: &Job, planner: &Planner, process: &str) -> bool {
    if job.shared {
        match lease::take(planner, job, process).await {
            Ok(true) => {}
            Ok(false) => return false,
            Err(cause) => {
                tracing::warn!(job = job.name, %cause, "a job could not begin");
                return false;
            }
        }
    }
    let begun = Instant::now();
    let result = match tokio::time::timeout(job.limit, (job.run)(planner.clone())).await {
        Ok(result) => result,
        Err(_) => Err(Error::Internal("it took too long".to_owned())),
    };
    crate::metrics::worked(job.name, result.is_ok(), begun.elapsed());
    let went_well = result.is_ok();
    match result {
        Ok(Some(told)) => tracing::info!(job = job.name, "{told}"),
        Ok(None) => {}
        Err(cause) => tracing::warn!(job = job.name, %cause, "a job failed"),
    }
    if job.shared
        && let Err(cause) = lease::give_back(planner, job, process, went_well).await
    {
        tracing::warn!(job = job.name, %cause, "a job's end was not kept");
    }
    went_well
}

/// Whether the job has not gone well for two of its times. `begun` counts where it
/// never has.
async fn is_overdue(job: &Job, planner: &Planner, begun: DateTime<Utc>) -> bool {
    // A database that is away is said elsewhere.
    let Ok(successes) = successes(&planner.database).await else { return false };
    let last = successes.into_iter().find(|(name, _)| name == job.name);
    let last = last.map_or(begun, |(_, at)| at);
    planner.clock.now() - last > delta(job.every * 2)
}

fn delta(duration: Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}
