//! Repeats, free time and settings as the contract has them.

use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_range_answers_occurrences_and_parts_are_changed,
    bad_rules_are_told,
    free_time_lies_within_working_hours,
    collisions_are_an_extra_field,
);

async fn a_range_answers_occurrences_and_parts_are_changed(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = json!({
        "title": "Standup", "start_time": "2026-11-23T09:00:00Z", "end_time": "2026-11-23T09:15:00Z",
        "time_zone": "Europe/London", "rrule": "FREQ=WEEKLY;BYDAY=MO",
    });
    let id = user.post("/api/events", event).await.id();
    let range = "/api/events?from=2026-11-23T00:00:00Z&to=2026-12-14T00:00:00Z";
    let found = user.get(range).await.json();
    let handles: Vec<&Value> =
        found.as_array().unwrap().iter().map(|one| &one["occurrence"]).collect();
    assert_eq!(handles, ["2026-11-23T09:00:00Z", "2026-11-30T09:00:00Z", "2026-12-07T09:00:00Z"]);
    assert!(found.as_array().unwrap().iter().all(|one| one["id"] == id));

    let one = format!("/api/events/{id}?scope=this&occurrence=2026-11-30T09:00:00Z");
    let moved = json!({ "start_time": "2026-11-30T11:00:00Z", "end_time": "2026-11-30T11:15:00Z" });
    let moved = user.patch(&one, moved).await;
    assert_eq!(moved.json()["occurrence"], "2026-11-30T09:00:00Z");
    let token = moved.header("undo-token").to_owned();
    let starts = |found: Value| {
        let list = found.as_array().unwrap().clone();
        list.iter().map(|one| one["start_time"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(starts(user.get(range).await.json())[1], "2026-11-30T11:00:00Z");
    assert_eq!(user.post(&format!("/api/undo/{token}"), json!({})).await.status, 200);
    assert_eq!(starts(user.get(range).await.json())[1], "2026-11-30T09:00:00Z");

    let rest = format!("/api/events/{id}?scope=following&occurrence=2026-11-30T09:00:00Z");
    let renamed = user.patch(&rest, json!({ "title": "Sync" })).await.id();
    assert_ne!(renamed, id);
    assert_eq!(user.delete(&format!("/api/events/{renamed}")).await.status, 204);
    assert_eq!(starts(user.get(range).await.json()).len(), 1);
    // Without a range, rows; a part without an occurrence is refused.
    assert_eq!(user.get("/api/events").await.json()[0]["occurrence"], Value::Null);
    let unsaid = user.delete(&format!("/api/events/{id}?scope=this")).await;
    assert_eq!(unsaid.bad_fields(), ["occurrence"]);
}

async fn bad_rules_are_told(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let many = format!("FREQ=MONTHLY;BYMONTHDAY={}", vec!["1"; 1_000].join(","));
    for rule in [
        "every friday",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=30",
        "FREQ=DAILY;COUNT=1000000",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        &many,
    ] {
        let event = json!({
            "title": "x", "start_time": "2026-11-23T09:00:00Z", "end_time": "2026-11-23T09:15:00Z",
            "rrule": rule,
        });
        assert_eq!(user.post("/api/events", event).await.bad_fields(), ["rrule"], "{rule}");
    }
}

async fn free_time_lies_within_working_hours(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    let query = "/api/free-time?from=2026-11-24&to=2026-11-25&minutes=60";
    let daily = json!({
        "title": "Lunch", "start_time": "2026-11-01T12:00:00Z", "end_time": "2026-11-01T13:00:00Z",
        "rrule": "FREQ=DAILY",
    });
    user.post("/api/events", daily).await;
    let hours = json!({
        "time_zone": "UTC", "work_from": "09:00", "work_until": "15:00", "buffer_minutes": 0,
        "week_numbers": true,
    });
    let changed = user.patch("/api/settings", hours.clone()).await.json();
    assert!(hours.as_object().unwrap().iter().all(|(name, value)| changed[name] == *value));
    assert_eq!(user.get("/api/settings").await.json(), changed);
    let expected = json!([
        { "start_time": "2026-11-24T09:00:00Z", "end_time": "2026-11-24T12:00:00Z" },
        { "start_time": "2026-11-24T13:00:00Z", "end_time": "2026-11-24T15:00:00Z" },
    ]);
    assert_eq!(user.get(query).await.json(), expected);
    let buffer = json!({ "buffer_minutes": 30 });
    assert_eq!(user.patch("/api/settings", buffer).await.json()["buffer_minutes"], 30);
    let expected = json!([
        { "start_time": "2026-11-24T09:00:00Z", "end_time": "2026-11-24T11:30:00Z" },
        { "start_time": "2026-11-24T13:30:00Z", "end_time": "2026-11-24T15:00:00Z" },
    ]);
    assert_eq!(user.get(query).await.json(), expected);
    assert_eq!(user.get("/api/free-time").await.bad_fields(), ["from", "to"]);
    for path in [query, "/api/settings"] {
        assert_eq!(anon.get(path).await.status, 401);
    }
}

async fn collisions_are_an_extra_field(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = json!({
        "title": "Review", "start_time": "2026-12-01T09:00:00Z", "end_time": "2026-12-01T10:00:00Z",
    });
    let first = user.post("/api/events", event.clone()).await;
    assert_eq!((first.status.as_u16(), first.json().get("collision").is_none()), (201, true));
    let second = user.post("/api/events", event).await;
    assert_eq!(second.status, 201);
    assert_eq!(second.json()["collision"]["events"][0]["id"], first.id());
    assert!(!second.json()["collision"]["free"].as_array().unwrap().is_empty());
}
