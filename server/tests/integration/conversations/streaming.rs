//! The answer in progress over REST: joined, stopped, and refused to a second message.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use serde_json::json;

use super::{Act, puppet};
use crate::support::app::{Answer, App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(an_answer_is_joined_and_stopped, a_conversation_may_be_deleted_while_it_goes_on);

/// The conversation of the turn that begins.
async fn begun(user: &Client) -> String {
    loop {
        let listed = user.get("/api/conversations").await.json();
        if let Some(id) = listed[0]["id"].as_str() {
            return id.to_owned();
        }
    }
}

async fn an_answer_is_joined_and_stopped(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let (assistant, strings) = puppet();
    let app = app.answering(assistant);
    let user = user.moved_to(&app);
    let listener = user.clone().with(header::ACCEPT, "text/event-stream");
    let message = json!({ "message": "hello" });
    let speaker = listener.clone();
    let first = tokio::spawn(async move { speaker.post("/api/chat", message).await });
    strings.send(Act::Say("Good ")).unwrap();
    strings.send(Act::Say("morning")).unwrap();
    let conversation = begun(&user).await;
    let stream = format!("/api/chat/{conversation}/stream");
    let stop = format!("/api/chat/{conversation}/stop");

    let refused = user.post("/api/chat", json!({ "message": "and?" })).await;
    refused.problem(409);
    assert_eq!(refused.header("retry-after"), "2");
    let stranger = app.sign_up("eve@example.com").await;
    stranger.get(&stream).await.problem(404);
    stranger.post(&stop, json!({})).await.problem(404);

    let second = loop {
        let joined = listener.open(Request::get(&stream).body(Body::empty()).unwrap()).await;
        if joined.status() == StatusCode::OK {
            break joined;
        }
        assert_eq!(joined.status(), StatusCode::NO_CONTENT, "not yet");
    };
    let stopped = user.post(&stop, json!({})).await;
    assert_eq!(stopped.status, 200, "{}", stopped.text());
    assert_eq!(stopped.json()["stopped"], true);
    let (first, second) = (first.await.unwrap(), Answer::of(second).await);
    for heard in [&first, &second] {
        assert_eq!(heard.header("content-type"), "text/event-stream");
        assert_eq!(heard.header("cache-control"), "no-store");
        assert!(heard.text().starts_with("event: start\n"), "{}", heard.text());
        let last = heard.text().split("event: done\ndata: ").nth(1).unwrap().to_owned();
        let last: serde_json::Value = serde_json::from_str(last.trim()).unwrap();
        assert_eq!(last, stopped.json());
    }
    assert_eq!(user.get(&stream).await.status, 204);
    assert_eq!(user.post(&stop, json!({})).await.status, 204);
}

async fn a_conversation_may_be_deleted_while_it_goes_on(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let (assistant, strings) = puppet();
    let user = user.moved_to(&app.answering(assistant));
    let speaker = user.clone();
    let first =
        tokio::spawn(async move { speaker.post("/api/chat", json!({ "message": "hi" })).await });
    let conversation = begun(&user).await;
    assert_eq!(user.delete(&format!("/api/conversations/{conversation}")).await.status, 204);
    // A turn that was deleted before it could be joined goes on, to nowhere.
    strings.send(Act::Finish).unwrap();
    assert_eq!(first.await.unwrap().status, 200);
    strings.send(Act::Finish).unwrap();
    assert_eq!(user.post("/api/chat", json!({ "message": "hi" })).await.status, 200);
}
