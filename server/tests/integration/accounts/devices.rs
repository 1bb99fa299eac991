//! Where somebody is signed in.

use axum::http::header::USER_AGENT;
use serde_json::{Value, json};

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(each_session_is_told_and_can_be_ended);

const SESSIONS: &str = "/api/auth/sessions";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async fn signed_in(app: &App, user_agent: &str) -> Client {
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    let client = app.client().with(USER_AGENT, user_agent);
    let answer = client.post("/api/auth/sign-in", body).await.json();
    app.client().with_bearer(answer["token"].as_str().unwrap())
}

async fn told(client: &Client) -> Vec<Value> {
    client.get(SESSIONS).await.json().as_array().unwrap().clone()
}

async fn each_session_is_told_and_can_be_ended(database: TestDatabase) {
    let (app, _, first) = App::with_user(&database).await;
    let kim = app.sign_up("kim@example.com").await;
    let firefox = signed_in(&app, FIREFOX).await;
    let curl = signed_in(&app, "curl/8.5.0").await;

    let sessions = told(&firefox).await;
    let mut devices: Vec<&str> = sessions.iter().filter_map(|one| one["device"].as_str()).collect();
    devices.sort_unstable();
    assert_eq!(devices, ["A program without a name", "Firefox on Linux", "curl"]);
    let current: Vec<&Value> = sessions.iter().filter(|one| one["current"] == true).collect();
    assert_eq!(current.len(), 1);
    assert_eq!(current[0]["device"], "Firefox on Linux");
    assert_eq!(current[0]["created_at"], "2026-11-22T09:00:00Z");
    // Neither a token nor what is stored of one.
    assert_eq!(current[0].as_object().unwrap().len(), 5);
    assert!(!curl.get(SESSIONS).await.text().contains(curl.bearer().unwrap()));

    let id = sessions.iter().find(|one| one["device"] == "curl").unwrap()["id"].clone();
    let path = format!("{SESSIONS}/{}", id.as_str().unwrap());
    kim.send(axum::http::Method::DELETE, &path, vec![]).await.problem(404);
    assert_eq!(firefox.send(axum::http::Method::DELETE, &path, vec![]).await.status, 204);
    curl.get(SESSIONS).await.problem(401);
    firefox.send(axum::http::Method::DELETE, &path, vec![]).await.problem(404);

    assert_eq!(firefox.post("/api/auth/sign-out-others", json!({})).await.status, 204);
    first.get(SESSIONS).await.problem(401);
    assert_eq!(told(&firefox).await.len(), 1);
    assert_eq!(told(&kim).await.len(), 1);
}
