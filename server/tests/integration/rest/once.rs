//! Requests under a name: carried out once, answered the same every time.

use std::collections::BTreeSet;

use axum::http::{HeaderName, header};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::app::{Answer, App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    every_post_changes_once,
    a_name_stands_for_one_request_of_one_person_for_a_day,
    what_was_refused_may_be_tried_again,
    at_the_same_time_one_is_carried_out,
    a_message_is_answered_once,
    a_proposal_is_answered_once
);

const KEY: HeaderName = HeaderName::from_static("idempotency-key");

fn named(user: &Client, name: &str) -> Client {
    user.clone().with(KEY, name)
}

/// What a client may go by.
fn told(answer: &Answer) -> (u16, Vec<u8>, Vec<String>) {
    let headers = ["location", "etag", "undo-token"]
        .map(|name| answer.headers.get(name).map(|value| value.to_str().unwrap().to_owned()));
    (answer.status.as_u16(), answer.body.to_vec(), headers.into_iter().flatten().collect())
}

async fn everything(user: &Client) -> Vec<Value> {
    let mut lists = Vec::new();
    for list in ["events", "tasks", "expenses", "budgets", "lists", "filters", "conversations"] {
        lists.push(user.get(&format!("/api/{list}")).await.json());
    }
    lists
}

async fn every_post_changes_once(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = json!({ "title": "x", "start_time": "2026-11-23", "end_time": "2026-11-24" });
    let task = user.post("/api/tasks", json!({ "title": "a" })).await;
    let other = user.post("/api/tasks", json!({ "title": "b" })).await;
    let list = user.post("/api/lists", json!({ "name": "a" })).await.id();
    let list_after = user.post("/api/lists", json!({ "name": "b" })).await.id();
    let filter = user.post("/api/filters", json!({ "name": "a", "filter": "p1" })).await.id();
    let filter_after = user.post("/api/filters", json!({ "name": "b", "filter": "p2" })).await.id();
    let expense = user.post("/api/expenses", json!({ "amount": 9, "category": "x" })).await.id();
    let taken_back = user.post("/api/expenses", json!({ "amount": 8, "category": "x" })).await;
    let (task_id, other_id) = (task.id(), other.id());
    let parts = json!({ "parts": [{ "category": "x" }, { "category": "y", "amount": 2 }] });
    let requests = [
        ("/api/events".to_owned(), event),
        ("/api/tasks".to_owned(), json!({ "title": "c" })),
        ("/api/tasks".to_owned(), json!({ "id": other_id, "is_complete": true })),
        ("/api/expenses".to_owned(), json!({ "amount": 1, "category": "x" })),
        ("/api/budgets".to_owned(), json!({ "amount": 100 })),
        ("/api/lists".to_owned(), json!({ "name": "c" })),
        ("/api/filters".to_owned(), json!({ "name": "c", "filter": "p3" })),
        (format!("/api/tasks/{task_id}/move"), json!({ "after": other_id })),
        (format!("/api/lists/{list}/move"), json!({ "after": list_after })),
        (format!("/api/filters/{filter}/move"), json!({ "after": filter_after })),
        ("/api/tasks/bulk".to_owned(), json!({ "ids": [task_id], "change": "complete" })),
        ("/api/expenses/bulk".to_owned(), json!({ "ids": [expense], "category": "c" })),
        (format!("/api/expenses/{expense}/split"), parts),
        (format!("/api/undo/{}", taken_back.header("undo-token")), json!({})),
    ];
    for (index, (uri, body)) in requests.iter().enumerate() {
        let client = named(&user, &format!("name-{index}"));
        let first = client.post(uri, body.clone()).await;
        assert!(first.status.is_success(), "{uri}: {}", first.json());
        let after = everything(&user).await;
        let second = client.post(uri, body.clone()).await;
        assert_eq!(told(&second), told(&first), "{uri}");
        assert_eq!(everything(&user).await, after, "{uri}");
    }
    // A route that is added has to be added above, too.
    let tried: BTreeSet<String> = requests.iter().map(|(uri, _)| shape(uri)).collect();
    let in_words = ["/api/chat", "/api/chat/{id}/stop", "/api/chat/confirmations/{id}"];
    let document = serde_json::to_value(server::rest::openapi_document()).unwrap();
    for (path, item) in document["paths"].as_object().unwrap() {
        let Some(post) = item.get("post").filter(|post| post["security"].is_array()) else {
            continue;
        };
        if path.starts_with("/api/auth/") || path == "/api/tokens" || path == "/api/import" {
            assert!(!post.to_string().contains("Idempotency-Key"), "{path}");
            continue;
        }
        assert!(post["parameters"].to_string().contains("Idempotency-Key"), "{path}");
        let path = path.replace("{token}", "{id}");
        assert!(tried.contains(&path) || in_words.contains(&path.as_str()), "{path} is not tried");
    }
}

/// The path of the document that an address belongs to.
fn shape(uri: &str) -> String {
    let segments =
        uri.split('/').map(|one| if one.parse::<domain::Uuid>().is_ok() { "{id}" } else { one });
    segments.collect::<Vec<_>>().join("/")
}

async fn a_name_stands_for_one_request_of_one_person_for_a_day(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let body = json!({ "title": "Pay rent" });
    let client = named(&user, "rent");
    let first = client.post("/api/tasks", body.clone()).await;
    client.post("/api/tasks", json!({ "title": "Pay tax" })).await.problem(409);
    client.post("/api/lists", json!({ "name": "Pay rent" })).await.problem(409);
    assert_eq!(user.get("/api/tasks").await.json().as_array().unwrap().len(), 1);
    // The name is this person's.
    let stranger = app.sign_up("eve@example.com").await;
    let theirs = named(&stranger, "rent").post("/api/tasks", body.clone()).await;
    assert_ne!(theirs.id(), first.id());
    named(&anon, "rent").post("/api/tasks", body.clone()).await.problem(401);
    for bad in ["", &"x".repeat(256)] {
        named(&user, bad).post("/api/tasks", body.clone()).await.problem(400);
    }
    let after = |hours| client.moved_to(&app.at(app.planner.clock.now() + TimeDelta::hours(hours)));
    assert_eq!(after(23).post("/api/tasks", body.clone()).await.id(), first.id());
    assert_ne!(after(25).post("/api/tasks", body).await.id(), first.id());
}

async fn what_was_refused_may_be_tried_again(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let parent = user.post("/api/tasks", json!({ "title": "Move house" })).await;
    let client = named(&user, "step");
    let step = json!({ "title": "Boxes", "parent_id": parent.id() });
    let row = format!("/api/tasks/{}", parent.id());
    let undo = user.delete(&row).await.header("undo-token").to_owned();
    assert!(client.post("/api/tasks", step.clone()).await.status.is_client_error());
    user.post(&format!("/api/undo/{undo}"), json!({})).await;
    assert_eq!(client.post("/api/tasks", step).await.status, 201);
}

async fn at_the_same_time_one_is_carried_out(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let client = named(&user, "once");
    let body = json!({ "amount": "12.50", "category": "Food" });
    let sent = (0..8).map(|_| client.post("/api/expenses", body.clone()));
    let answers = futures::future::join_all(sent).await;
    let different: BTreeSet<_> = answers.iter().map(told).collect();
    assert_eq!(different.len(), 1, "{different:?}");
    assert_eq!(user.get("/api/expenses").await.json().as_array().unwrap().len(), 1);
}

async fn a_message_is_answered_once(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let client = named(&user, "said");
    let body = json!({ "message": "spent 12.50 on lunch, buy milk tomorrow" });
    let first = client.post("/api/chat", body.clone()).await;
    assert_eq!(first.json()["actions"].as_array().unwrap().len(), 2);
    let after = everything(&user).await;
    let second = client.post("/api/chat", body.clone()).await;
    assert_eq!(second.json(), first.json());
    let streamed = client.clone().with(header::ACCEPT, "text/event-stream");
    let streamed = streamed.post("/api/chat", body).await;
    let text = String::from_utf8(streamed.body.to_vec()).unwrap();
    assert!(text.contains("event: start") && text.contains("event: done"), "{text}");
    assert_eq!(everything(&user).await, after);
    client.post("/api/chat", json!({ "message": "buy bread" })).await.problem(409);
}

async fn a_proposal_is_answered_once(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    user.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    let asked = user.post("/api/chat", json!({ "message": "delete water the plants" })).await;
    let proposal = asked.json()["confirm"][0]["id"].as_str().unwrap().to_owned();
    let uri = format!("/api/chat/confirmations/{proposal}");
    let client = named(&user, "yes");
    let first = client.post(&uri, json!({ "accept": true })).await;
    assert_eq!(first.status, 200);
    let after = everything(&user).await;
    assert_eq!(client.post(&uri, json!({ "accept": true })).await.json(), first.json());
    assert_eq!(everything(&user).await, after);
    user.post(&uri, json!({ "accept": true })).await.problem(409);
}
