//! What is told when two things are planned at once, and working hours.

use domain::event::Event;
use serde_json::{Value, json};
use server::error::Error;
use server::operations::events::{CreateEvent, ReadEvent, ReadOccurrence, UpdateEvent};
use server::operations::settings::{ReadSettings, UpdateSettings};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_taken_time_is_told_with_free_ones,
    moving_and_repeating_tell_as_well,
    one_occurrence_is_read_with_what_is_in_its_way,
    what_does_not_collide_is_not_told,
    working_hours_are_the_persons,
);

/// Titles in the way, and free starts in Berlin's winter clock less an hour.
fn told(event: &Event) -> (Vec<&str>, Vec<String>) {
    let Some(collision) = &event.collision else { return Default::default() };
    let titles = collision.events.iter().map(|event| event.title.as_str()).collect();
    let start = |at: domain::time::Moment| at.stored().format("%d %H:%M").to_string();
    (titles, collision.free.iter().map(|slot| start(slot.start_time)).collect())
}

async fn event(person: &Person, title: &str, start: &str, end: &str, rule: Value) -> Event {
    let event = json!({ "title": title, "start_time": start, "end_time": end, "rrule": rule });
    person.send::<CreateEvent>(event).await.unwrap().value
}

async fn a_taken_time_is_told_with_free_ones(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-24T10:00", "2026-11-24T12:00").await;
    person.event("Call", "2026-11-24T12:00", "2026-11-24T12:30").await;
    let new = event(&person, "Lunch", "2026-11-24T11:30", "2026-11-24T12:30", Value::Null).await;
    let (titles, free) = told(&new);
    assert_eq!(titles, ["Review", "Call"]);
    // 12:30, then 9:00 the same day, then the last hour of the day before, in Berlin.
    assert_eq!(free, ["24 11:30", "24 08:00", "23 15:00"]);
    // It is kept where it was put, and the note is not.
    let read = person.call::<ReadEvent>(new.id.into()).await.unwrap().value;
    assert_eq!((read.start_time, read.collision), (new.start_time, None));
}

async fn moving_and_repeating_tell_as_well(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let standup =
        event(&person, "Standup", "2026-11-23T09:00", "2026-11-23T09:30", json!("FREQ=DAILY"))
            .await;
    assert_eq!(standup.collision, None, "a series is not in its own way");
    let gym = person.event("Gym", "2026-12-01T18:00", "2026-12-01T19:00").await.value;
    let patch = json!({
        "id": gym.id, "start_time": "2026-12-01T09:15", "end_time": "2026-12-01T10:15",
    });
    let moved = person.send::<UpdateEvent>(patch).await.unwrap().value;
    assert_eq!(told(&moved).0, ["Standup"]);
    let named = json!({ "id": gym.id, "title": "Run" });
    assert_eq!(person.send::<UpdateEvent>(named).await.unwrap().value.collision, None);
    // One occurrence, onto another row; and a new series onto a single event.
    let patch = json!({
        "id": standup.id, "scope": "this", "occurrence": "2026-12-02T09:00",
        "start_time": "2026-12-01T10:00", "end_time": "2026-12-01T10:30",
    });
    assert_eq!(told(&person.send::<UpdateEvent>(patch).await.unwrap().value).0, ["Run"]);
    let weekly = json!("FREQ=WEEKLY");
    let new = event(&person, "Sync", "2026-11-24T10:00", "2026-11-24T10:30", weekly).await;
    assert_eq!(told(&new).0, ["Run", "Standup"]);
    let first = new.collision.and_then(|collision| collision.occurrence);
    assert_eq!(json!(first), json!("2026-12-01T09:00:00Z"), "the first one without room");
}

async fn one_occurrence_is_read_with_what_is_in_its_way(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let standup =
        event(&person, "Standup", "2026-11-23T09:00", "2026-11-23T09:30", json!("FREQ=DAILY"))
            .await;
    person.event("Run", "2026-11-25T09:15", "2026-11-25T10:15").await;
    let read = |at: &str| json!({ "id": standup.id, "occurrence": at });
    let taken = person.send::<ReadOccurrence>(read("2026-11-25T09:00")).await.unwrap().value;
    assert_eq!(json!(taken.start_time), json!("2026-11-25T08:00:00Z"));
    assert_eq!(taken.occurrence, Some(taken.start_time));
    assert_eq!(told(&taken).0, ["Run"]);
    let free = person.send::<ReadOccurrence>(read("2026-11-26T09:00")).await.unwrap().value;
    assert_eq!(free.collision, None);
    let row = person.send::<ReadOccurrence>(json!({ "id": standup.id })).await.unwrap().value;
    assert_eq!((row.start_time, row.occurrence), (standup.start_time, None));
    let gone = person.send::<ReadOccurrence>(read("2026-11-25T09:05")).await.unwrap_err();
    assert!(matches!(&gone, Error::Invalid(bad) if bad.message("occurrence").is_some()));
}

async fn what_does_not_collide_is_not_told(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Holiday", "2026-11-24", "2026-11-25").await;
    person.event("Review", "2026-11-24T10:00", "2026-11-24T12:00").await;
    person.event("Past", "2026-11-02T10:00", "2026-11-02T12:00").await;
    for (start, end) in [
        ("2026-11-24T12:00", "2026-11-24T13:00"),
        ("2026-11-24T10:30", "2026-11-24T10:30"),
        ("2026-11-24", "2026-11-25"),
        ("2026-11-02T10:00", "2026-11-02T12:00"),
    ] {
        let new = event(&person, "New", start, end, Value::Null).await;
        assert_eq!(new.collision, None, "{start}");
        person.call::<server::operations::events::DeleteEvent>(new.id.into()).await.unwrap();
    }
}

async fn working_hours_are_the_persons(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let read = person.call::<ReadSettings>(()).await.unwrap().value;
    assert_eq!(json!(read)["work_from"], "09:00");
    assert_eq!(json!(read)["week_numbers"], false);
    let patch = json!({
        "work_from": "13:00", "work_until": "15:00", "time_zone": "Europe/Paris",
        "week_numbers": true,
    });
    let changed = person.send::<UpdateSettings>(patch).await.unwrap().value;
    assert_eq!(person.call::<ReadSettings>(()).await.unwrap().value, changed);
    assert_eq!(json!(changed)["time_zone"], "Europe/Paris");
    assert_eq!(json!(changed)["week_numbers"], true);
    person.event("Review", "2026-11-24T10:00", "2026-11-24T12:00").await;
    let new = event(&person, "Lunch", "2026-11-24T11:00", "2026-11-24T12:00", Value::Null).await;
    assert_eq!(told(&new).1, ["24 12:00", "23 13:00", "25 12:00"]);
    for (patch, field) in [
        (json!({ "work_from": "16:00" }), "work_until"),
        (json!({ "work_until": "late" }), "work_until"),
        (json!({ "time_zone": "Mars/Base" }), "time_zone"),
    ] {
        let refused = person.send::<UpdateSettings>(patch).await.unwrap_err();
        assert!(matches!(&refused, Error::Invalid(bad) if bad.message(field).is_some()));
    }
}
