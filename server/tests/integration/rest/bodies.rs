//! The body of every answer, held by snapshots that both databases share.

use insta::assert_json_snapshot;
use serde_json::json;

use crate::support::app::{Answer, App};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(events, tasks, expenses, undo, session);

/// Snapshots a body without the identifiers that differ each time.
macro_rules! assert_body {
    ($name:literal, $answer:expr, $status:literal) => {{
        let answer: &Answer = &$answer;
        assert_eq!(answer.status, $status, "{}", answer.text());
        assert_json_snapshot!($name, answer.json(), {
            ".id" => "[uuid]", "[].id" => "[uuid]", ".user.id" => "[uuid]",
            ".restored[].id" => "[uuid]",
        });
    }};
}

async fn events(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = json!({
        "title": "Lunch with Sam", "description": "Bring the plans", "location": "Markthalle",
        "start_time": "2026-11-23T13:00:00+01:00", "end_time": "2026-11-23T14:00",
        "time_zone": "Europe/Berlin",
    });
    let created = user.post("/api/events", event).await;
    assert_body!("event_created", created, 201);
    let row = format!("/api/events/{}", created.id());
    assert_eq!(created.header("location"), row);
    assert_body!("event_created", user.get(&row).await, 200);
    let trip = json!({ "title": "Trip", "start_time": "2026-11-24", "end_time": "2026-11-26" });
    assert_eq!(user.post("/api/events", trip).await.status, 201);
    assert_body!("events", user.get("/api/events?from=2026-11-01&to=2026-12-01").await, 200);
    let changes = json!({ "location": null, "title": "Lunch" });
    assert_body!("event_changed", user.patch(&row, changes).await, 200);
}

async fn tasks(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = json!({
        "title": "Pay rent", "notes": "Standing order?", "due_date": "2026-12-01",
        "priority": "high",
    });
    let created = user.post("/api/tasks", task).await;
    assert_body!("task_created", created, 201);
    let row = format!("/api/tasks/{}", created.id());
    assert_eq!(created.header("location"), row);
    assert_body!("task_created", user.get(&row).await, 200);
    let call = json!({ "title": "Call Tom", "due_date": "2026-11-23T09:30:00Z" });
    assert_eq!(user.post("/api/tasks", call).await.status, 201);
    assert_eq!(user.post("/api/tasks", json!({ "title": "Someday" })).await.status, 201);
    assert_body!("tasks", user.get("/api/tasks").await, 200);
    assert_body!("task_done", user.patch(&row, json!({ "is_complete": true })).await, 200);
}

async fn expenses(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let expense = json!({
        "amount": "12.5", "category": "Food", "description": "Lunch",
        "incurred_at": "2026-11-21T12:00:00Z",
    });
    let created = user.post("/api/expenses", expense).await;
    assert_body!("expense_created", created, 201);
    let row = format!("/api/expenses/{}", created.id());
    assert_eq!(created.header("location"), row);
    assert_body!("expense_created", user.get(&row).await, 200);
    let now = json!({ "amount": 7, "category": "Transport", "currency": "CHF" });
    assert_eq!(user.post("/api/expenses", now).await.status, 201);
    assert_body!("expenses", user.get("/api/expenses").await, 200);
    assert_body!("summary_by_category", user.get("/api/expenses/summary").await, 200);
    assert_body!("summary_by_day", user.get("/api/expenses/summary?by=day").await, 200);
    assert_body!("summary_by_month", user.get("/api/expenses/summary?by=month").await, 200);
    let changes = json!({ "amount": "13.00", "description": null });
    assert_body!("expense_changed", user.patch(&row, changes).await, 200);
}

async fn undo(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = user.post("/api/tasks", json!({ "title": "Pay rent" })).await;
    let row = format!("/api/tasks/{}", task.id());
    let deleted = user.delete(&row).await;
    assert_eq!((deleted.status.as_u16(), deleted.body.len()), (204, 0));
    let undo = format!("/api/undo/{}", deleted.header("undo-token"));
    assert_body!("undone", user.post(&undo, json!({})).await, 200);
    assert_eq!(user.get(&row).await.json()["title"], "Pay rent");
}

async fn session(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    assert_body!("session", user.get("/api/auth/session").await, 200);
}
