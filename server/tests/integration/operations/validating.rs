//! Bad input: every bad field is named, and nothing is stored.

use domain::time::Moment;
use serde_json::json;
use server::error::Error;
use server::operations::events::{CreateEvent, ListEvents, UpdateEvent};
use server::operations::expenses::CreateExpense;
use server::operations::tasks::CreateTask;

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(every_bad_field_is_named, ends_are_checked_against_what_is_stored, times);

fn fields<T: std::fmt::Debug>(answer: Result<T, Error>) -> Vec<String> {
    match answer {
        Err(Error::Invalid(invalid)) => invalid.0.into_iter().map(|bad| bad.field).collect(),
        other => panic!("expected bad fields, got {other:?}"),
    }
}

async fn every_bad_field_is_named(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let bad = json!({ "title": " ", "start_time": 5, "end_time": "soon", "all_day": "maybe" });
    let named = fields(person.send::<CreateEvent>(bad).await);
    assert_eq!(named, ["title", "start_time", "end_time", "all_day"]);
    let bad = json!({ "amount": "-3", "category": "", "currency": "EURO", "incurred_at": "x" });
    let named = fields(person.send::<CreateExpense>(bad).await);
    assert_eq!(named, ["amount", "currency", "category", "incurred_at"]);
    let bad = json!({ "title": "a\u{0}b", "notes": "x".repeat(10_001), "priority": "top" });
    assert_eq!(fields(person.send::<CreateTask>(bad).await), ["title", "notes", "priority"]);
    let stored = person.send::<ListEvents>(json!({})).await.unwrap().value.items;
    assert!(stored.is_empty());
}

async fn ends_are_checked_against_what_is_stored(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = person.event("Lunch", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z").await.value;
    let patch = |change: serde_json::Value| {
        let mut patch = json!({ "id": event.id });
        patch.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        person.send::<UpdateEvent>(patch)
    };
    let late_start = patch(json!({ "start_time": "2026-11-23T14:00:00Z" })).await;
    assert_eq!(fields(late_start), ["end_time"]);
    let half_all_day = patch(json!({ "start_time": "2026-11-23" })).await;
    assert_eq!(fields(half_all_day), ["end_time"]);
    assert_eq!(fields(patch(json!({ "time_zone": "Mars/Olympus" })).await), ["time_zone"]);
    assert_eq!(fields(patch(json!({ "title": null })).await), ["title"]);
    let whole_day = json!({ "start_time": "2026-11-23", "end_time": "2026-11-24" });
    assert!(patch(whole_day).await.unwrap().value.all_day);
    assert_eq!(patch(json!({})).await.unwrap().undo, None, "nothing changed, nothing to undo");
}

async fn times(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let instant = |text: &str| Moment::Instant(text.parse().unwrap());
    let local = person.event("local", "2026-11-23T13:00", "2026-11-23T14:00").await.value;
    assert_eq!(local.start_time, instant("2026-11-23T12:00:00Z"));
    let offset =
        person.event("offset", "2026-11-23T13:00:00+05:30", "2026-11-23T14:00:00+05:30").await;
    assert_eq!(offset.value.start_time, instant("2026-11-23T07:30:00Z"));
    let zoned = json!({
        "title": "zoned", "start_time": "2026-11-23T13:00", "end_time": "2026-11-23T14:00",
        "time_zone": "America/New_York",
    });
    let zoned = person.send::<CreateEvent>(zoned).await.unwrap().value;
    assert_eq!(zoned.start_time, instant("2026-11-23T18:00:00Z"));
    // A day without a time is noon there, or now if it is today.
    let spent = |when: &'static str| person.expense("1", "Food", when);
    assert_eq!(
        spent("2026-11-20").await.value.incurred_at.to_rfc3339(),
        "2026-11-20T11:00:00+00:00"
    );
    assert_eq!(
        spent("2026-11-22").await.value.incurred_at.to_rfc3339(),
        "2026-11-22T09:00:00+00:00"
    );
}
