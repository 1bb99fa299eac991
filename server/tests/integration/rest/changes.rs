//! Changes told as they are made.

use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderName, Request, header};
use axum::response::Response;
use futures::StreamExt;
use futures::stream::BoxStream;
use serde_json::{Value, json};
use server::live::keep_relayed;

use crate::support::app::{Answer, App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_change_through_any_door_is_told,
    what_was_missed_is_told_when_somebody_listens_again,
    a_stream_ends_with_its_session_and_with_the_program,
    nobody_hears_of_others_or_listens_too_often,
    processes_on_one_postgres_tell_each_other,
);

/// How long a change may take until it is told.
const SOON: Duration = Duration::from_secs(1);

/// Somebody who listens.
struct Listening {
    pieces: BoxStream<'static, String>,
    heard: String,
}

/// An event as it came.
#[derive(Debug, PartialEq)]
struct Event {
    name: String,
    id: String,
    data: Value,
}

impl Listening {
    /// Listens as `client`, after what the event of that identifier told.
    async fn begin(client: &Client, after: Option<&str>) -> Self {
        let response = open(client, after).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()[header::CONTENT_TYPE], "text/event-stream");
        assert!(!response.headers().contains_key(header::CONTENT_ENCODING));
        let pieces = response.into_body().into_data_stream();
        let pieces = pieces.map(|piece| String::from_utf8(piece.unwrap().to_vec()).unwrap());
        Self { pieces: pieces.boxed(), heard: String::new() }
    }

    /// The next event; none when the stream ends.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((block, rest)) = self.heard.split_once("\n\n") {
                let (block, rest) = (block.to_owned(), rest.to_owned());
                self.heard = rest;
                let line = |name: &str| {
                    let line = block.lines().find_map(|line| line.strip_prefix(name));
                    line.unwrap_or_default().to_owned()
                };
                let data = serde_json::from_str(&line("data: ")).unwrap();
                return Some(Event { name: line("event: "), id: line("id: "), data });
            }
            let piece = tokio::time::timeout(SOON, self.pieces.next()).await;
            self.heard.push_str(&piece.expect("nothing was told in time")?);
        }
    }

    /// The next change.
    async fn change(&mut self) -> Value {
        let event = self.next().await.unwrap();
        assert_eq!(event.name, "change");
        event.data
    }

    async fn is_silent(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(200), self.pieces.next()).await.is_err()
    }
}

async fn open(client: &Client, after: Option<&str>) -> Response {
    let mut request = Request::get("/api/changes").header(header::ACCEPT_ENCODING, "br, gzip");
    if let Some(after) = after {
        request = request.header("last-event-id", after);
    }
    client.open(request.body(Body::empty()).unwrap()).await
}

fn changed(kinds: &[&str], by: Option<&str>) -> Value {
    json!({ "kinds": kinds, "by": by })
}

async fn a_change_through_any_door_is_told(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let mut listening = Listening::begin(&user, None).await;
    assert_eq!(listening.next().await.unwrap().name, "ready");

    let page = user.clone().with(HeaderName::from_static("planner-page"), "page-7");
    let task = page.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    assert_eq!(listening.change().await, changed(&["task"], Some("page-7")));
    let undo = format!("/api/undo/{}", task.header("undo-token"));
    user.post(&undo, json!({})).await;
    assert_eq!(listening.change().await, changed(&["task"], None));
    user.patch("/api/settings", json!({ "week_numbers": true })).await;
    assert_eq!(listening.change().await, changed(&["settings"], None));
    user.post("/api/chat", json!({ "message": "spent 12.50 on lunch" })).await;
    assert_eq!(listening.change().await, changed(&["conversation"], None));
    assert_eq!(listening.change().await, changed(&["expense"], None));
    assert_eq!(listening.change().await, changed(&["conversation"], None));

    // What is refused or changes nothing is no change.
    user.post("/api/tasks", json!({ "title": "" })).await.problem(400);
    user.get("/api/tasks").await;
    assert!(listening.is_silent().await);
    // A name that is none.
    let page = user.clone().with(HeaderName::from_static("planner-page"), "<script>");
    page.post("/api/lists", json!({ "name": "Home" })).await;
    assert_eq!(listening.change().await, changed(&["list"], None));

    assert_eq!(app.planner.database.live().people(), 1);
    drop(listening);
    assert_eq!(app.planner.database.live().people(), 0);
}

async fn what_was_missed_is_told_when_somebody_listens_again(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let mut listening = Listening::begin(&user, None).await;
    let opened = listening.next().await.unwrap();
    drop(listening);
    let mut again = Listening::begin(&user, Some(&opened.id)).await;
    assert_eq!(again.next().await, Some(opened), "nothing was missed");
    user.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    let heard = again.next().await.unwrap();
    drop(again);

    user.post("/api/expenses", json!({ "amount": 1, "category": "x" })).await;
    let mut again = Listening::begin(&user, Some(&heard.id)).await;
    assert_eq!(again.change().await, changed(&["expense"], None));
    // From a process that is gone, or nonsense: anything may have been missed.
    let mut lost = Listening::begin(&user, Some("0123-7")).await;
    assert_eq!(lost.change().await["kinds"].as_array().unwrap().len(), 9);
}

async fn a_stream_ends_with_its_session_and_with_the_program(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let credentials = json!({ "email": "sam@example.com", "password": PASSWORD });
    let other = app.client().post("/api/auth/sign-in", credentials).await;
    let other = app.client().with_bearer(other.json()["token"].as_str().unwrap());
    let mut ending = Listening::begin(&user, None).await;
    let mut staying = Listening::begin(&other, None).await;
    for listening in [&mut ending, &mut staying] {
        assert_eq!(listening.next().await.unwrap().name, "ready");
    }
    user.post("/api/auth/sign-out", json!({})).await;
    assert_eq!(ending.next().await.unwrap().name, "end");
    assert_eq!(ending.next().await, None);
    assert_eq!(staying.change().await, changed(&["session"], None));
    assert_eq!(open(&user, None).await.status(), 401);

    app.planner.database.live().close();
    assert_eq!(staying.next().await, None);
}

async fn nobody_hears_of_others_or_listens_too_often(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let eve = app.sign_up("eve@example.com").await;
    let mut listening = Listening::begin(&eve, None).await;
    listening.next().await;
    user.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    assert!(listening.is_silent().await);

    let mut all = Vec::new();
    for _ in 0..32 {
        all.push(Listening::begin(&user, None).await);
    }
    let refused = Answer::of(open(&user, None).await).await;
    assert!(!refused.header("retry-after").is_empty());
    refused.problem(429);
    all.pop();
    all.push(Listening::begin(&user, None).await);
}

async fn processes_on_one_postgres_tell_each_other(database: TestDatabase) {
    let (here, _, user) = App::with_user(&database).await;
    if here.planner.database.backend() != sea_orm::DbBackend::Postgres {
        return;
    }
    let (there, _) = App::start(&database).await;
    let mut listening = Listening::begin(&user, None).await;
    let mut elsewhere = Listening::begin(&user.moved_to(&there), None).await;
    for listening in [&mut listening, &mut elsewhere] {
        assert_eq!(listening.next().await.unwrap().name, "ready");
    }
    // Past a pooler, where one is told how.
    let relays = [(&here, None), (&there, Some(database.url().to_owned()))]
        .map(|(app, direct)| tokio::spawn(keep_relayed(app.planner.database.clone(), direct)));
    // Each is told to read everything once the other can be heard.
    for listening in [&mut listening, &mut elsewhere] {
        assert_eq!(listening.change().await["kinds"].as_array().unwrap().len(), 9);
    }
    user.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    assert_eq!(elsewhere.change().await, changed(&["task"], None));
    assert_eq!(listening.change().await, changed(&["task"], None));
    assert!(listening.is_silent().await, "its own change is not told twice");
    relays.iter().for_each(tokio::task::JoinHandle::abort);
}
