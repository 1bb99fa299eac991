//! Tables and calendars for other programs.

use std::collections::BTreeSet;

use icalendar::{Calendar, Component};
use serde_json::json;

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_table_of_events_holds_no_formula,
    a_table_of_tasks_holds_what_there_is,
    a_calendar_tells_rules_and_exceptions,
    a_series_begins_with_its_first_occurrence,
    a_calendar_of_a_person_is_theirs,
);

async fn file(user: &Client, path: &str, name: &str, media: &str) -> String {
    let answer = user.get(path).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-disposition"), format!("attachment; filename=\"{name}\""));
    assert_eq!(answer.header("content-type"), media);
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.text()
}

async fn event(user: &Client, more: serde_json::Value) -> String {
    let mut event = json!({
        "title": "Standup", "start_time": "2026-11-23T09:00:00+01:00",
        "end_time": "2026-11-23T09:15:00+01:00", "time_zone": "Europe/Berlin",
    });
    event.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let answer = user.post("/api/events", event).await;
    assert_eq!(answer.status, 201, "{}", answer.text());
    answer.id()
}

async fn a_table_of_events_holds_no_formula(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let id = event(
        &user,
        json!({ "title": "=HYPERLINK(\"http://evil.example\")", "location": "+1, Room 2",
            "description": "@SUM(A1)\nand more" }),
    )
    .await;
    let text =
        file(&user, "/api/events/export", "events-2026-11-22.csv", "text/csv; charset=utf-8").await;
    let expected = format!(
        "\u{feff}Title,Begins,Ends,All day,Time zone,Location,Repeats,Description,Id\r\n\
         \"'=HYPERLINK(\"\"http://evil.example\"\")\",2026-11-23 09:00,2026-11-23 09:15,no,\
         Europe/Berlin,\"'+1, Room 2\",,\"'@SUM(A1)\nand more\",{id}\r\n"
    );
    assert_eq!(text, expected);
}

async fn a_table_of_tasks_holds_what_there_is(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = json!({
        "title": "-1 kilo", "due_date": "2026-11-27", "priority": "high", "labels": ["home"],
        "notes": "\tx", "rrule": "FREQ=WEEKLY", "is_complete": false,
    });
    let id = user.post("/api/tasks", task).await.id();
    let text =
        file(&user, "/api/tasks/export", "tasks-2026-11-22.csv", "text/csv; charset=utf-8").await;
    let lines: Vec<&str> = text.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[1].starts_with("'-1 kilo,no,,2026-11-27,high,home,FREQ=WEEKLY,"), "{text}");
    assert!(lines[1].ends_with(&id), "{text}");
    // All of them, however many pages they are.
    for at in 0..500 {
        user.post("/api/tasks", json!({ "title": format!("Task {at}") })).await;
    }
    let text = user.get("/api/tasks/export").await.text();
    assert_eq!(text.trim_end().split("\r\n").count(), 502);
}

/// The lines of a calendar, unfolded.
fn unfolded(text: &str) -> Vec<String> {
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

async fn a_calendar_tells_rules_and_exceptions(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let id = event(
        &user,
        json!({ "title": "Standup; with, all", "description": "Line\nand \\ more",
            "rrule": "FREQ=DAILY;UNTIL=20261130", "exdate": "2026-11-25T09:00" }),
    )
    .await;
    let one = format!("/api/events/{id}?scope=this&occurrence=2026-11-24T08:00:00Z");
    let moved = json!({ "title": "Late", "start_time": "2026-11-24T10:00:00+01:00",
        "end_time": "2026-11-24T10:15:00+01:00" });
    assert_eq!(user.patch(&one, moved).await.status, 200);
    let trip = json!({ "title": "Trip", "start_time": "2026-12-01", "end_time": "2026-12-03" });
    user.post("/api/events", trip).await;
    let text =
        file(&user, "/api/calendar.ics", "calendar-2026-11-22.ics", "text/calendar; charset=utf-8")
            .await;
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let lines = unfolded(&text);
    assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
    assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 3, "{text}");
    // Another's reader finds the same in it.
    let calendar: Calendar = text.parse().unwrap();
    let summaries = calendar.events().filter_map(Component::get_summary);
    let summaries: BTreeSet<String> = summaries.map(str::to_owned).collect();
    assert_eq!(summaries, ["Late", "Standup; with, all", "Trip"].map(str::to_owned).into());
    assert_eq!(lines.iter().filter(|line| **line == format!("UID:{id}")).count(), 2, "{text}");
    for line in [
        "TZID:Europe/Berlin",
        "TZNAME:CEST",
        "SUMMARY:Standup\\; with\\, all",
        "DESCRIPTION:Line\\nand \\\\ more",
        "DTSTART;TZID=Europe/Berlin:20261123T090000",
        "DTEND;TZID=Europe/Berlin:20261123T091500",
        "RRULE:FREQ=DAILY;UNTIL=20261130T225959Z",
        "EXDATE;TZID=Europe/Berlin:20261125T090000",
        "RECURRENCE-ID;TZID=Europe/Berlin:20261124T090000",
        "DTSTART;TZID=Europe/Berlin:20261124T100000",
        "SUMMARY:Late",
        "DTSTART;VALUE=DATE:20261201",
        "DTEND;VALUE=DATE:20261203",
        "END:VCALENDAR",
    ] {
        assert!(lines.iter().any(|known| known == line), "{line}\n{text}");
    }
}

async fn a_series_begins_with_its_first_occurrence(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    // A Monday that the rule does not give; RFC 5545 would count it.
    event(&user, json!({ "rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=3" })).await;
    let text = user.get("/api/calendar.ics").await.text();
    let calendar: Calendar = text.parse().unwrap();
    let entry = calendar.events().next().unwrap();
    let of = |name: &str| entry.property_value(name).unwrap().to_owned();
    assert_eq!((of("DTSTART"), of("DTEND")), ("20261124T090000".into(), "20261124T091500".into()));
    assert_eq!(of("RRULE"), "FREQ=WEEKLY;BYDAY=TU;COUNT=3");
}

async fn a_calendar_of_a_person_is_theirs(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let kim = app.sign_up("kim@example.com").await;
    event(&kim, json!({ "title": "Secret" })).await;
    for path in ["/api/calendar.ics", "/api/events/export", "/api/tasks/export"] {
        assert!(!user.get(path).await.text().contains("Secret"), "{path}");
        anon.get(path).await.problem(401);
    }
    // A line that would end another is none.
    event(&user, json!({ "title": "A\u{2028}B", "description": "x\r\nEND:VCALENDAR" })).await;
    let text = user.get("/api/calendar.ics").await.text();
    assert_eq!(unfolded(&text).iter().filter(|line| *line == "END:VCALENDAR").count(), 1);
}
