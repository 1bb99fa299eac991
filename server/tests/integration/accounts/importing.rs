//! Everything comes over into an empty account, whole or not at all.

use std::collections::HashMap;

use chrono::TimeDelta;
use serde_json::{Value, json};
use server::operations::expenses::record_due_expenses;

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    everything_moves_to_another_planner,
    everything_is_copied_within_one_planner,
    an_account_that_is_not_empty_is_left_as_it_is,
    a_fault_is_named_by_its_place_and_nothing_comes_over,
    a_day_of_a_repeating_expense_stays_recorded,
    a_file_may_be_large_and_is_bounded,
);

pub(super) const IMPORT: &str = "/api/import";

pub(super) async fn export(user: &Client) -> Value {
    user.get("/api/export").await.json()
}

/// Somebody with something of every kind, also what is seldom.
pub(super) async fn fill(app: &App, user: &Client) {
    let series = json!({
        "title": "Standup", "start_time": "2026-11-23T09:00:00+01:00", "description": "Daily",
        "end_time": "2026-11-23T09:15:00+01:00", "time_zone": "Europe/Lisbon", "location": "Room",
        "rrule": "FREQ=DAILY;COUNT=20", "exdate": "2026-11-26T08:00", "rdate": "2026-12-24T08:00",
    });
    let series = user.post("/api/events", series).await.id();
    let one = format!("/api/events/{series}?scope=this&occurrence=2026-11-24T08:00:00Z");
    assert_eq!(user.patch(&one, json!({ "title": "Late", "location": "" })).await.status, 200);
    let trip = json!({ "title": "Trip", "start_time": "2026-12-01", "end_time": "2026-12-03" });
    user.post("/api/events", trip).await;
    let list = user.post("/api/lists", json!({ "name": "Home" })).await.id();
    user.post("/api/lists", json!({ "name": "Work" })).await;
    user.post("/api/filters", json!({ "name": "Soon", "filter": "due:week #home" })).await;
    let parent = json!({
        "title": "Move house", "list_id": list, "labels": ["home", "big"], "priority": "high",
        "due_date": "2026-12-01T17:00:00Z", "rrule": "FREQ=YEARLY", "estimate_minutes": 90,
    });
    let parent = user.post("/api/tasks", parent).await.id();
    for title in ["Boxes", "Van"] {
        user.post("/api/tasks", json!({ "title": title, "parent_id": parent })).await;
    }
    user.post("/api/tasks", json!({ "title": "Done", "is_complete": true, "notes": "ä\n\"x\"" }))
        .await;
    let rent = json!({
        "amount": "900.10", "category": "Rent", "incurred_at": "2026-11-18", "rrule": "FREQ=DAILY",
        "currency": "CHF", "notes": "Flat",
    });
    user.post("/api/expenses", rent).await;
    record_due_expenses(&app.planner).await.unwrap();
    user.post("/api/budgets", json!({ "amount": 300, "category": "Food" })).await;
    user.post("/api/budgets", json!({ "amount": 2000 })).await;
    let settings = json!({
        "time_zone": "Europe/Zurich", "locale": "fr-CH", "currency": "CHF", "clock": "12",
        "week_start": "sunday", "date_order": "month_first", "work_from": "07:00",
        "work_until": "15:30", "buffer_minutes": 5, "week_numbers": true, "event_minutes": 45,
        "morning": "08:30", "afternoon": "14:30", "evening": "19:30", "night": "22:00",
    });
    let settings = user.patch("/api/settings", settings).await;
    assert_eq!(settings.status, 200, "{}", settings.text());
    let said = user.post("/api/chat", json!({ "message": "spent 12.50 on lunch, buy milk" })).await;
    let conversation = said.json()["conversation_id"].as_str().unwrap().to_owned();
    let undo = said.json()["actions"][0]["undo"].as_str().unwrap().to_owned();
    assert_eq!(user.post(&format!("/api/undo/{undo}"), json!({})).await.status, 200);
    let ask = json!({ "message": "delete buy milk", "conversation_id": conversation });
    let asked = user.post("/api/chat", ask).await.json();
    let proposal =
        asked["confirm"][0]["id"].as_str().unwrap_or_else(|| panic!("{asked}")).to_owned();
    let answer = format!("/api/chat/confirmations/{proposal}");
    user.post(&answer, json!({ "accept": false })).await;
    let row = format!("/api/conversations/{conversation}");
    assert_eq!(user.patch(&row, json!({ "title": "Lunch", "pinned": true })).await.status, 200);
    user.post("/api/chat", json!({ "message": "delete done" })).await;
}

/// The file without whose it was and when it was made, and without what only the planner's
/// history can answer: whether something can be taken back or answered.
fn lasting(mut file: Value) -> Value {
    file.as_object_mut().unwrap().remove("exported_at").unwrap();
    let account = file["account"].as_object_mut().unwrap();
    for field in ["id", "email", "created_at", "time_zone", "currency"] {
        assert!(account.remove(field).is_some(), "{field}");
    }
    for conversation in file["conversations"].as_array_mut().unwrap() {
        for message in conversation["messages"].as_array_mut().unwrap() {
            message["undo"] = Value::Null;
            for action in message["actions"].as_array_mut().unwrap() {
                action["undo"] = Value::Null;
            }
            for asked in message["confirm"].as_array_mut().unwrap() {
                if asked["state"] == "waiting" {
                    asked["state"] = json!("expired");
                }
            }
        }
    }
    file
}

/// The same with identifiers by the order in which they come.
fn unnamed(value: Value) -> Value {
    fn walk(value: &mut Value, known: &mut HashMap<domain::Uuid, usize>) {
        match value {
            Value::String(text) => {
                if let Ok(id) = text.parse::<domain::Uuid>() {
                    let next = known.len();
                    *text = format!("id {}", known.entry(id).or_insert(next));
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, known)),
            Value::Object(fields) => fields.values_mut().for_each(|field| walk(field, known)),
            _ => {}
        }
    }
    let mut value = value;
    walk(&mut value, &mut HashMap::new());
    value
}

async fn everything_moves_to_another_planner(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    fill(&app, &user).await;
    let file = export(&user).await;
    for kind in ["events", "tasks", "lists", "filters", "expenses", "expense_days", "budgets"] {
        assert!(file[kind].as_array().unwrap().len() > 1 || kind == "filters", "{kind}");
    }
    assert!(file["conversations"].as_array().unwrap().len() > 1);
    // From either database into the other kind, too.
    let elsewhere = TestDatabase::sqlite();
    let (other, _) = App::start(&elsewhere).await;
    let moved = other.sign_up("moved@example.com").await;
    let answer = moved.post(IMPORT, file.clone()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.json()["tasks"], file["tasks"].as_array().unwrap().len());
    let copy = export(&moved).await;
    assert_eq!(copy["account"]["email"], "moved@example.com");
    assert_eq!(lasting(copy), lasting(file));
    // And it works there.
    let found = moved.get("/api/search?q=boxes").await;
    assert!(found.text().contains("Boxes"), "{}", found.text());
    let day = "/api/events?from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z";
    assert_eq!(moved.get(day).await.json()[0]["title"], "Late");
    let list = moved.get("/api/conversations").await.json();
    let said = json!({ "message": "buy bread", "conversation_id": list[0]["id"] });
    assert_eq!(moved.post("/api/chat", said).await.status, 200);
}

async fn everything_is_copied_within_one_planner(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    fill(&app, &user).await;
    let file = export(&user).await;
    let twin = app.sign_up("twin@example.com").await;
    let answer = twin.post(IMPORT, file.clone()).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let copy = export(&twin).await;
    assert_ne!(copy["tasks"][0]["id"], file["tasks"][0]["id"]);
    assert_eq!(unnamed(lasting(copy)), unnamed(lasting(file.clone())));
    assert_eq!(export(&user).await["tasks"], file["tasks"], "the other one's are theirs");
}

async fn an_account_that_is_not_empty_is_left_as_it_is(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let file = export(&user).await;
    assert_eq!(user.post(IMPORT, file.clone()).await.status, 200, "nothing is nothing");
    for (path, row) in [
        ("/api/lists", json!({ "name": "Home" })),
        ("/api/expenses", json!({ "amount": 1, "category": "x" })),
    ] {
        let somebody = app.sign_up(&format!("{}@example.com", path.len())).await;
        somebody.post(path, row).await;
        let before = export(&somebody).await;
        somebody.post(IMPORT, file.clone()).await.problem(409);
        assert_eq!(export(&somebody).await, before);
    }
    anon.post(IMPORT, file).await.problem(401);
}

async fn a_fault_is_named_by_its_place_and_nothing_comes_over(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    fill(&app, &user).await;
    let file = export(&user).await;
    let twin = app.sign_up("twin@example.com").await;
    let empty = export(&twin).await;
    let faults: [(&str, Value, &str); 12] = [
        ("/tasks/1/title", json!(" "), "tasks[1].title"),
        ("/tasks/0/position", json!(i64::MAX), "tasks[0].position"),
        ("/tasks/0/version", json!(0), "tasks[0].version"),
        ("/tasks/2/parent_id", json!(domain::Uuid::nil()), "tasks[2].parent_id"),
        ("/events/0/rrule", json!("FREQ=SECONDLY"), "events[0].rrule"),
        ("/events/0/time_zone", json!("Mars/North"), "events[0].time_zone"),
        ("/events/1/created_at", json!("+20000-01-01T00:00:00Z"), "events[1].created_at"),
        ("/expenses/0/category", json!("x".repeat(61)), "expenses[0].category"),
        ("/filters/0/filter", json!("due:never-ever("), "filters[0].filter"),
        ("/lists/1/name", json!("home"), "file"),
        ("/account/settings/time_zone", json!("Mars"), "account.settings.time_zone"),
        ("/conversations/0/messages/0/text", json!("a\u{0}b"), "conversations[0].messages[0].text"),
    ];
    for (place, value, named) in faults {
        let mut broken = file.clone();
        *broken.pointer_mut(place).unwrap_or_else(|| panic!("{place}")) = value;
        let answer = twin.post(IMPORT, broken).await;
        let fields = answer.bad_fields();
        assert!(fields.contains(&named.to_owned()), "{place}: {}", answer.text());
        let after = export(&twin).await;
        assert_eq!(lasting(after), lasting(empty.clone()), "{place}");
    }
    // What cannot be read is named by its line.
    let text = user.get("/api/export").await.text();
    for (broken, line) in [
        (text.replace("\"is_complete\":", "\"is_complet\":"), "line"),
        (text[..text.len() / 2].to_owned(), "line"),
        ("[]".to_owned(), "line 1"),
        (String::new(), "line 1"),
    ] {
        let answer = twin.as_json().send(axum::http::Method::POST, IMPORT, broken.into()).await;
        let problem = answer.problem(400);
        let words = problem["detail"].as_str().unwrap();
        assert!(words.contains("the planner wrote") && words.contains(line), "{words}");
    }
    assert_eq!(twin.post(IMPORT, file).await.status, 200, "the good file still does");
}

async fn a_day_of_a_repeating_expense_stays_recorded(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    fill(&app, &user).await;
    let before = user.get("/api/expenses").await.json().as_array().unwrap().len();
    let twin = app.sign_up("twin@example.com").await;
    assert_eq!(twin.post(IMPORT, export(&user).await).await.status, 200);
    let count =
        async |client: &Client| client.get("/api/expenses").await.json().as_array().unwrap().len();
    record_due_expenses(&app.planner).await.unwrap();
    assert_eq!(count(&twin).await, before, "no day becomes a row again");
    let tomorrow = app.at(app.planner.clock.now() + TimeDelta::days(1));
    record_due_expenses(&tomorrow.planner).await.unwrap();
    assert_eq!(count(&twin).await, before + 1, "and the next one does");
}

async fn a_file_may_be_large_and_is_bounded(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    user.post("/api/tasks", json!({ "title": "One of many", "notes": "n".repeat(1_000) })).await;
    let mut file = export(&user).await;
    let row = file["tasks"][0].clone();
    let many = (0..2_000).map(|_| {
        let mut row = row.clone();
        row["id"] = json!(domain::Uuid::new_v4());
        row
    });
    file["tasks"] = many.collect();
    let size = file.to_string().len();
    assert!(size > 2 * 1024 * 1024, "{size}: more than other routes and axum itself take");
    let twin = app.sign_up("twin@example.com").await;
    assert_eq!(twin.post(IMPORT, file.clone()).await.status, 200);
    assert_eq!(twin.get("/api/tasks?limit=1000").await.json().as_array().unwrap().len(), 1_000);
    // No other route takes so much.
    twin.post("/api/tasks", file).await.problem(413);
    let huge = vec![b' '; 64 * 1024 * 1024 + 1];
    twin.as_json().send(axum::http::Method::POST, IMPORT, huge).await.problem(413);
}
