//! Jobs that instances share: one does the work, at its time, whatever becomes of it.

use std::time::Duration;

use chrono::TimeDelta;
use futures::FutureExt;
use futures::future::join_all;
use server::error::Error;
use server::jobs::{Job, do_if_due, successes};

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    one_instance_does_the_work,
    what_failed_is_tried_again_soon,
    who_hangs_holds_it_up_for_a_while_only,
    a_clock_that_was_set_back_holds_nothing_up,
);

const JOB: Job = Job {
    name: "test",
    every: Duration::from_secs(3_600),
    limit: Duration::from_secs(60),
    shared: true,
    run: |_| async { Ok(None) }.boxed(),
};

async fn one_instance_does_the_work(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let names = ["a", "b", "c", "d", "e"];
    let at = |minutes| app.at(app.planner.clock.now() + TimeDelta::minutes(minutes)).planner;
    for (minutes, expected) in [(0, 1), (59, 0), (60, 1), (61, 0)] {
        let planner = at(minutes);
        let done = join_all(names.iter().map(|name| do_if_due(&JOB, &planner, name))).await;
        let done = done.into_iter().filter(|done| *done).count();
        assert_eq!(done, expected, "after {minutes} minutes");
    }
    let told = successes(&app.planner.database).await.unwrap();
    assert_eq!(told, [("test".to_owned(), at(60).clock.now())]);
}

async fn what_failed_is_tried_again_soon(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let fails = Job { run: |_| async { Err(Error::NotFound) }.boxed(), ..JOB };
    assert!(!do_if_due(&fails, &app.planner, "a").await);
    assert_eq!(successes(&app.planner.database).await.unwrap(), []);
    let at = |minutes| app.at(app.planner.clock.now() + TimeDelta::minutes(minutes)).planner;
    assert!(!do_if_due(&JOB, &at(4), "b").await);
    assert!(do_if_due(&JOB, &at(5), "b").await);
}

async fn who_hangs_holds_it_up_for_a_while_only(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let hangs = Job { run: |_| std::future::pending().boxed(), ..JOB };
    let planner = app.planner.clone();
    let hanging = tokio::spawn(async move { do_if_due(&hangs, &planner, "a").await });
    let at = |seconds| app.at(app.planner.clock.now() + TimeDelta::seconds(seconds)).planner;
    // It has the lease once nobody else gets it.
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert!(!do_if_due(&JOB, &at(59), "b").await);
    hanging.abort();
    assert!(do_if_due(&JOB, &at(60), "b").await);
}

async fn a_clock_that_was_set_back_holds_nothing_up(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let future = app.at(app.planner.clock.now() + TimeDelta::days(365));
    assert!(do_if_due(&JOB, &future.planner, "a").await);
    assert!(do_if_due(&JOB, &app.planner, "a").await);
}
