//! Free time in working hours, with the person's buffer, and times said in another zone.

use serde_json::json;
use server::operations::events::ReadEvent;
use server::operations::settings::UpdateSettings;

use super::{say, say_in, words};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    free_time_lies_within_working_hours,
    a_buffer_stays_around_what_is_planned,
    a_zone_that_is_said_is_kept_and_shown,
);

async fn free_time_lies_within_working_hours(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-23T10:00", "2026-11-23T12:00").await;
    person.event("Dinner", "2026-11-23T19:00", "2026-11-23T20:00").await;
    for (text, answer) in [
        (
            "when am i free tomorrow for an hour?",
            "You are free tomorrow (Mon 23 Nov): 09:00–10:00 and 12:00–17:00.",
        ),
        (
            "when am i free tomorrow evening?",
            "You are free tomorrow (Mon 23 Nov): 18:00–19:00 and 20:00–22:00.",
        ),
        (
            "find 3 hours tomorrow between 6am and 10am",
            "You are free tomorrow (Mon 23 Nov): 06:00–10:00.",
        ),
        ("find an hour tomorrow morning", "You are free tomorrow (Mon 23 Nov): 09:00–10:00."),
        (
            "first free 30 minutes tomorrow after lunch",
            "You are free first tomorrow (Mon 23 Nov), 13:00–13:30.",
        ),
        ("am i free tomorrow at 7pm?", "No: “Dinner”, tomorrow (Mon 23 Nov), 19:00–20:00."),
        ("am i free tuesday afternoon?", "Yes, nothing is planned on Tue 24 Nov, 12:00–18:00."),
    ] {
        assert_eq!(words(&say(&person, text).await), answer, "{text}");
    }
    let week = say(&person, "find 2 hours next week in the morning").await;
    let lines: Vec<&str> = words(&week).lines().collect();
    assert_eq!(lines.len(), 7, "{}", words(&week));
    assert_eq!(lines[1], "• Tue 24 Nov: 09:00–12:00");
}

async fn a_buffer_stays_around_what_is_planned(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-23T10:00", "2026-11-23T12:00").await;
    person.event("Early", "2026-11-23T08:00", "2026-11-23T08:50").await;
    person.send::<UpdateSettings>(json!({ "buffer_minutes": 15 })).await.unwrap();
    let free = say(&person, "when am i free tomorrow for half an hour?").await;
    assert_eq!(words(&free), "You are free tomorrow (Mon 23 Nov): 09:05–09:45 and 12:15–17:00.");
    let added = say(&person, "lunch with Sam tomorrow at 11:30").await;
    assert_eq!(added.choices[0].label, "Move it to tomorrow (Mon 23 Nov), 12:15–13:15");
    for bad in [json!(241), json!(-1), json!("long")] {
        person.send::<UpdateSettings>(json!({ "buffer_minutes": bad })).await.unwrap_err();
    }
}

async fn a_zone_that_is_said_is_kept_and_shown(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for (text, zone, said) in [
        (
            "team call friday 3pm London time",
            "Europe/London",
            "Added “team call”, Fri 27 Nov, 16:00–17:00 (15:00–16:00 London time).",
        ),
        (
            "call with Tokyo tuesday 9am JST",
            "Asia/Tokyo",
            "Added “call with Tokyo”, Tue 24 Nov, 01:00–02:00 (09:00–10:00 Tokyo time).",
        ),
        (
            "demo on thursday at 6pm PT",
            "America/Los_Angeles",
            "Added “demo”, Fri 27 Nov, 03:00–04:00 (18:00–19:00 Pacific time, Thu 26 Nov).",
        ),
        (
            "planning wednesday 3pm CET",
            "Europe/Berlin",
            "Added “planning”, Wed 25 Nov, 15:00–16:00.",
        ),
    ] {
        let added = say(&person, text).await;
        assert_eq!(words(&added), said, "{text}");
        let id = added.actions[0].item.as_ref().unwrap().id();
        let event = person.call::<ReadEvent>(id.into()).await.unwrap().value;
        assert_eq!(event.time_zone.as_deref(), Some(zone), "{text}");
        let again = say_in(&person, Some(added.conversation_id), "when is it?").await;
        let span = said.trim_start_matches("Added ");
        assert!(words(&again).ends_with(span), "{}", words(&again));
    }
}
