//! The assistant over REST: whole answers, streams, and what waits for a yes.

use axum::http::header;
use serde_json::{Value, json};

use crate::support::app::{Answer, App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    what_is_said_is_done,
    a_stream_ends_with_the_whole_answer,
    a_destructive_step_waits_for_a_yes,
    what_cannot_be_said_is_refused,
);

async fn say(user: &Client, message: &str) -> Value {
    let answer = user.post("/api/chat", json!({ "message": message })).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("cache-control"), "no-store");
    answer.json()
}

async fn what_is_said_is_done(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let lunch = say(&user, "Lunch with Sam tomorrow 1pm").await;
    insta::assert_json_snapshot!("lunch", lunch, {
        ".conversation_id" => "[uuid]", ".messages[].id" => "[uuid]",
        ".actions[].item.id" => "[uuid]",
        ".actions[].undo" => "[uuid]",
    });
    say(&user, "spent 12.50 on lunch").await;
    let events = user.get("/api/events").await.json();
    assert_eq!(events[0]["start_time"], "2026-11-23T12:00:00Z");
    assert_eq!(events[0]["door"], "chat");
    assert_eq!(user.get("/api/expenses").await.json()[0]["amount"], "12.50");
    let undo = format!("/api/undo/{}", lunch["actions"][0]["undo"].as_str().unwrap());
    assert_eq!(user.post(&undo, json!({})).await.status, 200);
    assert_eq!(user.get("/api/events").await.json(), json!([]));
}

/// The events of a stream: names and data.
fn events(answer: &Answer) -> Vec<(String, Value)> {
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let text = answer.text();
    let blocks = text.split("\n\n").filter(|block| block.contains("event: "));
    blocks
        .map(|block| {
            let line = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).unwrap();
            (line("event: ").to_owned(), serde_json::from_str(line("data: ")).unwrap())
        })
        .collect()
}

async fn a_stream_ends_with_the_whole_answer(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let listener = user.clone().with(header::ACCEPT, "text/event-stream");
    // Compression would hold pieces back.
    let listener = listener.with(header::ACCEPT_ENCODING, "br, gzip");
    let answer = listener.post("/api/chat", json!({ "message": "Lunch with Sam tomorrow 1pm" }));
    let answer = answer.await;
    assert!(!answer.headers.contains_key("content-encoding"));
    let events = events(&answer);
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names.first(), Some(&"start"), "{names:?}");
    assert_eq!(names.last(), Some(&"done"), "{names:?}");
    let data = |name: &str| &events.iter().find(|(known, _)| known == name).unwrap().1;
    let done = data("done");
    assert_eq!(data("start")["conversation_id"], done["conversation_id"]);
    assert_eq!(data("action"), &done["actions"][0]);
    let said: String = events
        .iter()
        .filter(|(name, _)| name == "text")
        .filter_map(|(_, data)| data["delta"].as_str())
        .collect();
    assert_eq!(done["messages"][1]["text"], said);
    // The turn goes on in the same conversation.
    let again = json!({ "message": "hello", "conversation_id": done["conversation_id"] });
    let again = user.post("/api/chat", again).await.json();
    assert_eq!(again["conversation_id"], done["conversation_id"]);
}

async fn a_destructive_step_waits_for_a_yes(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = user.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    let row = format!("/api/tasks/{}", task.id());
    let ask = || async {
        let asked = say(&user, "delete Water the plants").await;
        let id = asked["confirm"][0]["id"].as_str().unwrap().to_owned();
        format!("/api/chat/confirmations/{id}")
    };
    let (no, yes) = (ask().await, ask().await);
    assert_eq!(user.post(&no, json!({})).await.bad_fields(), ["accept"]);
    assert_eq!(user.post(&no, json!({ "accept": false })).await.status, 200);
    assert_eq!(user.get(&row).await.status, 200);
    let done = user.post(&yes, json!({ "accept": true })).await;
    assert_eq!(done.status, 200);
    assert_eq!(done.json()["actions"][0]["tool"], "delete_task");
    user.get(&row).await.problem(404);
    for answered in [&no, &yes] {
        user.post(answered, json!({ "accept": true })).await.problem(409);
    }
    user.post("/api/chat/confirmations/x", json!({ "accept": true })).await.problem(404);
}

async fn what_cannot_be_said_is_refused(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    for client in [user.clone(), user.clone().with(header::ACCEPT, "text/event-stream")] {
        for message in [json!(""), json!("  "), json!("x".repeat(4_001)), json!(7), json!("\u{0}")]
        {
            let answer = client.post("/api/chat", json!({ "message": message })).await;
            assert_eq!(answer.bad_fields(), ["message"], "{message}");
        }
        let elsewhere = "00000000-0000-4000-8000-000000000000";
        let message = json!({ "message": "hello", "conversation_id": elsewhere });
        client.post("/api/chat", message).await.problem(404);
    }
    let longest = "ö".repeat(4_000);
    assert_eq!(user.post("/api/chat", json!({ "message": longest })).await.status, 200);
    anon.post("/api/chat", json!({ "message": "hello" })).await.problem(401);
}
