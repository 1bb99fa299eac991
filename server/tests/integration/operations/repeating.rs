//! Repeats are kept as they were sent, checked, and taken back with the rest.

use domain::repeat::RepeatFrom;
use serde_json::json;
use server::error::Error;
use server::operations::events::{CreateEvent, ReadEvent, UpdateEvent};
use server::operations::expenses::{CreateExpense, ReadExpense};
use server::operations::history::Undo;
use server::operations::tasks::{CreateTask, ReadTask, UpdateTask};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    every_kind_keeps_its_rule,
    a_task_says_what_its_next_deadline_counts_from,
    a_rule_is_taken_off_and_put_back,
    bad_rules_are_refused,
);

async fn every_kind_keeps_its_rule(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = json!({
        "title": "Standup", "start_time": "2026-11-23T09:00", "end_time": "2026-11-23T09:15",
        "time_zone": "Europe/London", "rrule": "RRULE:freq=weekly;byday=mo,tu,we,th,fr",
    });
    let event = person.send::<CreateEvent>(event).await.unwrap().value;
    let read = person.call::<ReadEvent>(event.id.into()).await.unwrap().value;
    assert_eq!(read.rrule.as_deref(), Some("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"));
    assert_eq!(read.time_zone.as_deref(), Some("Europe/London"));
    assert_eq!(read, event);

    let task = json!({ "title": "Water", "due_date": "2026-11-23", "rrule": "FREQ=DAILY" });
    let task = person.send::<CreateTask>(task).await.unwrap().value;
    assert_eq!(person.call::<ReadTask>(task.id.into()).await.unwrap().value, task);
    assert_eq!(task.repeat_from, Some(RepeatFrom::Due));

    let rent = json!({
        "amount": "800", "category": "Housing", "incurred_at": "2026-11-01",
        "rrule": "FREQ=MONTHLY;BYMONTHDAY=1",
    });
    let rent = person.send::<CreateExpense>(rent).await.unwrap().value;
    let read = person.call::<ReadExpense>(rent.id.into()).await.unwrap().value;
    assert_eq!(read.rrule.as_deref(), Some("FREQ=MONTHLY;BYMONTHDAY=1"));
}

async fn a_task_says_what_its_next_deadline_counts_from(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = json!({
        "title": "Filter", "rrule": "FREQ=MONTHLY;INTERVAL=3", "repeat_from": "completion",
    });
    let task = person.send::<CreateTask>(task).await.unwrap().value;
    assert_eq!(task.repeat_from, Some(RepeatFrom::Completion));
    let undated = json!({ "id": task.id, "repeat_from": "due" });
    let refused = person.send::<UpdateTask>(undated).await.unwrap_err();
    assert!(matches!(&refused, Error::Invalid(bad) if bad.message("due_date").is_some()));
    let plain = json!({ "id": task.id, "rrule": null });
    let task = person.send::<UpdateTask>(plain).await.unwrap().value;
    assert_eq!((task.rrule, task.repeat_from), (None, None));
}

async fn a_rule_is_taken_off_and_put_back(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = json!({
        "title": "Run", "start_time": "2026-11-23", "end_time": "2026-11-24",
        "rrule": "FREQ=DAILY;INTERVAL=2",
    });
    let event = person.send::<CreateEvent>(event).await.unwrap().value;
    let done = person.send::<UpdateEvent>(json!({ "id": event.id, "rrule": null })).await.unwrap();
    assert_eq!(done.value.rrule, None);
    person.send::<Undo>(json!({ "token": done.undo })).await.unwrap();
    let read = person.call::<ReadEvent>(event.id.into()).await.unwrap().value;
    assert_eq!(read.rrule, event.rrule);
}

async fn bad_rules_are_refused(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for rule in ["FREQ=SECONDLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "every friday"] {
        let task = json!({ "title": "x", "due_date": "2026-11-23", "rrule": rule });
        let refused = person.send::<CreateTask>(task).await.unwrap_err();
        assert!(
            matches!(&refused, Error::Invalid(bad) if bad.message("rrule").is_some()),
            "{rule}"
        );
    }
}
