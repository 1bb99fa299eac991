//! Somebody else's row does not exist, on any route.
//!
//! Routes come from the OpenAPI document, so that none can be forgotten.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(a_strangers_row_does_not_exist, every_route_wants_to_know_who_asks);

/// Every documented method and path.
fn routes() -> Vec<(Method, String, Value)> {
    let document = serde_json::to_value(server::rest::openapi_document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let routes: Vec<_> = paths
        .iter()
        .flat_map(|(path, item)| {
            item.as_object().unwrap().iter().map(move |(method, operation)| {
                let method = Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
                (method, path.clone(), operation.clone())
            })
        })
        .collect();
    assert!(routes.len() >= 20, "the document lists {} routes", routes.len());
    routes
}

/// What a path's parameter names: a row of the owner's, by the path's list.
struct Rows(Vec<(&'static str, String)>);

impl Rows {
    async fn of(owner: &Client) -> Self {
        let event = json!({ "title": "x", "start_time": "2026-11-23", "end_time": "2026-11-24" });
        let event = owner.post("/api/events", event).await;
        let task = owner.post("/api/tasks", json!({ "title": "Water the plants" })).await;
        let expense = owner.post("/api/expenses", json!({ "amount": 1, "category": "x" })).await;
        let budget = owner.post("/api/budgets", json!({ "amount": 1 })).await;
        let list = owner.post("/api/lists", json!({ "name": "Home" })).await;
        let filter = json!({ "name": "Soon", "filter": "due:week" });
        let filter = owner.post("/api/filters", filter).await;
        let asked = owner.post("/api/chat", json!({ "message": "delete Water the plants" })).await;
        let proposal = asked.json()["confirm"][0]["id"].as_str().unwrap().to_owned();
        let conversation = asked.json()["conversation_id"].as_str().unwrap().to_owned();
        let session = owner.get("/api/auth/sessions").await.json();
        let session = session[0]["id"].as_str().unwrap().to_owned();
        let token = owner.post("/api/tokens", json!({ "name": "Backup" })).await;
        Self(vec![
            ("/api/events/", event.id()),
            ("/api/tasks/", task.id()),
            ("/api/expenses/", expense.id()),
            ("/api/budgets/", budget.id()),
            ("/api/lists/", list.id()),
            ("/api/filters/", filter.id()),
            ("/api/undo/", task.header("undo-token").to_owned()),
            ("/api/auth/sessions/", session),
            ("/api/tokens/", token.id()),
            ("/api/chat/confirmations/", proposal),
            ("/api/chat/", conversation.clone()),
            ("/api/conversations/", conversation),
        ])
    }

    /// The path with the row's identifier; a route of a kind of row that is not
    /// listed above fails here.
    fn fill(&self, path: &str) -> String {
        let list = self.list(path);
        let id = self.0.iter().find(|(known, _)| *known == list).map(|(_, id)| id.as_str());
        fill(path, id.unwrap())
    }

    fn list(&self, path: &str) -> &'static str {
        let (list, _) = self
            .0
            .iter()
            .find(|(list, _)| path.starts_with(list))
            .unwrap_or_else(|| panic!("no row is known for {path}"));
        assert!(path[list.len()..].starts_with('{'), "{path}");
        list
    }
}

/// The path with an identifier in the place of its parameter.
fn fill(path: &str, id: &str) -> String {
    let (list, rest) = path.split_once('{').unwrap();
    let (_, rest) = rest.split_once('}').unwrap();
    format!("{list}{id}{rest}")
}

async fn a_strangers_row_does_not_exist(database: TestDatabase) {
    let (app, _, owner) = App::with_user(&database).await;
    let stranger = app.sign_up("eve@example.com").await;
    let rows = Rows::of(&owner).await;
    let said = owner.post("/api/chat", json!({ "message": "hello" })).await.json();
    let before = snapshot(&owner).await;
    let mut tried = 0;
    for (method, path, _) in routes() {
        if !path.contains('{') {
            continue;
        }
        let uri = rows.fill(&path);
        let parts = json!([{ "category": "x" }, { "category": "y", "amount": "0.50" }]);
        let body = json!({
            "title": "y", "name": "y", "amount": 2, "accept": true, "parts": parts, "after": domain::Uuid::nil(),
        });
        let body = body.to_string();
        let theirs = stranger.as_json().send(method.clone(), &uri, body.clone().into_bytes()).await;
        let theirs_problem = theirs.problem(404);
        let none = fill(&path, "00000000-0000-4000-8000-000000000000");
        let none = stranger.as_json().send(method.clone(), &none, body.into_bytes()).await;
        assert_eq!(none.problem(404), theirs_problem, "{method} {path}");
        tried += 1;
    }
    assert!(tried >= 25, "{tried} routes name a row");
    // The routes that name a row in their body.
    let task = rows.fill("/api/tasks/{id}").replace("/api/tasks/", "");
    stranger.post("/api/tasks", json!({ "id": task, "is_complete": true })).await.problem(404);
    let task: domain::Uuid = task.parse().unwrap();
    let many = json!({ "ids": [task], "change": "complete" });
    stranger.post("/api/tasks/bulk", many).await.problem(404);
    let message = json!({ "message": "hello", "conversation_id": said["conversation_id"] });
    stranger.post("/api/chat", message.clone()).await.problem(404);
    let stream = stranger.clone().with(axum::http::header::ACCEPT, "text/event-stream");
    stream.post("/api/chat", message).await.problem(404);
    let replaces = json!({ "message": "hello", "replaces": said["messages"][0]["id"] });
    stranger.post("/api/chat", replaces).await.problem(404);
    for list in LISTS {
        assert_eq!(stranger.get(list).await.json(), json!([]), "{list}");
    }
    assert_eq!(snapshot(&owner).await, before, "a stranger changed something");
}

/// What a person has.
const LISTS: [&str; 8] = [
    "/api/tokens",
    "/api/budgets",
    "/api/events",
    "/api/tasks",
    "/api/lists",
    "/api/filters",
    "/api/expenses",
    "/api/conversations",
];

async fn snapshot(owner: &Client) -> Vec<Value> {
    let mut lists = Vec::new();
    for list in LISTS {
        lists.push(owner.get(list).await.json());
    }
    lists
}

async fn every_route_wants_to_know_who_asks(database: TestDatabase) {
    let (_, anon, owner) = App::with_user(&database).await;
    let rows = Rows::of(&owner).await;
    let mut open = Vec::new();
    for (method, path, operation) in routes() {
        let uri = if path.contains('{') { rows.fill(&path) } else { path.clone() };
        let answer = anon.as_json().send(method.clone(), &uri, b"{}".to_vec()).await;
        let is_guarded = operation["security"].as_array().is_some_and(|s| !s.is_empty());
        if is_guarded {
            answer.problem(401);
        } else {
            open.push(format!("{method} {path}"));
        }
    }
    open.sort();
    assert_eq!(
        open,
        [
            "POST /api/auth/confirm-email",
            "POST /api/auth/forgotten-password",
            "POST /api/auth/reset-password",
            "POST /api/auth/sign-in",
            "POST /api/auth/sign-out",
            "POST /api/auth/sign-up",
        ]
    );
}
