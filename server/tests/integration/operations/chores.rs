//! Tasks that repeat: what follows when one is done.

use domain::Uuid;
use domain::task::Task;
use domain::time::Moment;
use serde_json::json;
use server::error::Error;
use server::operations::bulk::ChangeMany;
use server::operations::history::Undo;
use server::operations::tasks::{
    CompleteTask, CreateTask, ListTasks, ReadTask, ReopenTask, UpdateTask,
};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    doing_one_makes_the_next,
    who_is_late_does_not_find_everything_missed,
    counting_from_when_it_was_done,
    a_count_runs_out,
    every_door_makes_the_next,
    rules_that_never_take_place_are_refused,
);

async fn task(person: &Person, due: Option<&str>, rule: &str, from: &str) -> Task {
    let task = json!({ "title": "Water", "due_date": due, "rrule": rule, "repeat_from": from });
    person.send::<CreateTask>(task).await.unwrap().value
}

async fn open(person: &Person) -> Vec<Task> {
    person.send::<ListTasks>(json!({ "is_complete": false })).await.unwrap().value.items
}

fn date(text: &str) -> Option<Moment> {
    Some(Moment::Date(text.parse().unwrap()))
}

async fn doing_one_makes_the_next(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = task(&person, Some("2026-11-23"), "FREQ=WEEKLY;BYDAY=MO,FR", "due").await;
    let done = person.call::<CompleteTask>(first.id.into()).await.unwrap();
    assert!(done.value.is_complete);
    let next = open(&person).await;
    assert_eq!(next.len(), 1);
    assert_eq!((next[0].due_date, &next[0].title), (date("2026-11-27"), &first.title));
    assert_eq!(next[0].rrule, first.rrule);
    // What was done stays; doing it again begins nothing.
    let history = person.call::<ReadTask>(first.id.into()).await.unwrap().value;
    assert_eq!((history.due_date, history.rrule), (first.due_date, None));
    let reopened = person.call::<ReopenTask>(first.id.into()).await.unwrap();
    assert_eq!(open(&person).await.len(), 2);
    person.send::<Undo>(json!({ "token": reopened.undo })).await.unwrap();
    // One step takes back both.
    person.send::<Undo>(json!({ "token": done.undo })).await.unwrap();
    let back = open(&person).await;
    assert_eq!(back.len(), 1);
    assert_eq!((back[0].id, &back[0].rrule), (first.id, &first.rrule));
    let gone = person.call::<ReadTask>(next[0].id.into()).await;
    assert!(matches!(gone, Err(Error::NotFound)));
}

async fn who_is_late_does_not_find_everything_missed(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    // Today is Sunday 22 November.
    let late = task(&person, Some("2026-11-10"), "FREQ=DAILY", "due").await;
    person.call::<CompleteTask>(late.id.into()).await.unwrap();
    assert_eq!(open(&person).await[0].due_date, date("2026-11-23"));
}

async fn counting_from_when_it_was_done(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let undated = task(&person, None, "FREQ=DAILY;INTERVAL=3", "completion").await;
    person.call::<CompleteTask>(undated.id.into()).await.unwrap();
    assert_eq!(open(&person).await[0].due_date, date("2026-11-25"));
    person.call::<CompleteTask>(open(&person).await[0].id.into()).await.unwrap();
    // Done early: it counts from today all the same.
    assert_eq!(open(&person).await[0].due_date, date("2026-11-25"));
    // The clock time stays, in Berlin.
    let timed = task(&person, Some("2026-11-10T18:00"), "FREQ=MONTHLY", "completion").await;
    person.call::<CompleteTask>(timed.id.into()).await.unwrap();
    let due = open(&person).await.iter().filter_map(|task| task.due_date).max().unwrap();
    assert_eq!(due.stored().to_rfc3339(), "2026-12-22T17:00:00+00:00");
}

async fn a_count_runs_out(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for from in ["due", "completion"] {
        task(&person, Some("2026-11-23"), "FREQ=DAILY;COUNT=3", from).await;
        let mut done = 0;
        while let Some(next) = open(&person).await.first() {
            person.call::<CompleteTask>(next.id.into()).await.unwrap();
            done += 1;
        }
        assert_eq!(done, 3, "{from}");
    }
}

async fn every_door_makes_the_next(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let patched = task(&person, Some("2026-11-23"), "FREQ=DAILY", "due").await;
    let patch = json!({ "id": patched.id, "is_complete": true });
    person.send::<UpdateTask>(patch.clone()).await.unwrap();
    person.send::<UpdateTask>(patch).await.unwrap();
    assert_eq!(open(&person).await.len(), 1);
    let next: Uuid = open(&person).await[0].id;
    let many = json!({ "rows": [{ "kind": "task", "id": next }], "change": "complete" });
    let done = person.send::<ChangeMany>(many).await.unwrap();
    assert_eq!(open(&person).await[0].due_date, date("2026-11-25"));
    person.send::<Undo>(json!({ "token": done.undo })).await.unwrap();
    assert_eq!(open(&person).await[0].id, next);
}

async fn rules_that_never_take_place_are_refused(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let never = json!({
        "title": "x", "due_date": "2026-11-23", "rrule": "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
    });
    let refused = person.send::<CreateTask>(never).await.unwrap_err();
    assert!(matches!(&refused, Error::Invalid(bad) if bad.message("rrule").is_some()));
}
