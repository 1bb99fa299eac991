//! Requests that another site's page sends in a person's name.

use axum::http::{HeaderName, header};
use serde_json::json;

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(other_sites_change_nothing, our_own_pages_and_programs_do);

const SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Somebody in a browser.
async fn browser(app: &App, anon: &Client) -> Client {
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    let answer = anon.post("/api/auth/sign-in", body).await;
    app.client().with_cookie(answer.json()["token"].as_str().unwrap())
}

async fn other_sites_change_nothing(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let browser = browser(&app, &anon).await;
    let task = user.post("/api/tasks", json!({ "title": "Stay" })).await.id();
    let row = format!("/api/tasks/{task}");
    let attacks = [
        browser.clone().with(SITE, "cross-site").with(header::ORIGIN, "https://evil.example"),
        browser.clone().with(SITE, "same-site").with(header::ORIGIN, "http://x.planner.example"),
        browser.clone().with(header::ORIGIN, "https://evil.example"),
        browser.clone().with(header::ORIGIN, "null"),
    ];
    for attack in attacks {
        attack.post("/api/tasks", json!({ "title": "Planted" })).await.problem(403);
        attack.patch(&row, json!({ "title": "Changed" })).await.problem(403);
        attack.delete(&row).await.problem(403);
        attack.post("/api/auth/sign-out", json!({})).await.problem(403);
        // A form needs no session to do harm: it could sign the person in as
        // somebody else. Nor does it need a route.
        let body = json!({ "email": "sam@example.com", "password": PASSWORD });
        attack.post("/api/auth/sign-in", body).await.problem(403);
        attack.post("/fn/anything", json!({})).await.problem(403);
        // Reading is for the browser to keep from them.
        assert_eq!(attack.get("/api/tasks").await.status, 200);
    }
    assert_eq!(user.get("/api/tasks").await.json().as_array().unwrap().len(), 1);
}

async fn our_own_pages_and_programs_do(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let browser = browser(&app, &anon).await;
    let callers = [
        browser.clone().with(SITE, "same-origin").with(header::ORIGIN, "http://planner.example"),
        browser.clone().with(SITE, "none"),
        browser.clone().with(header::ORIGIN, "http://planner.example"),
        browser
            .clone()
            .with(header::ORIGIN, "http://127.0.0.1:3000")
            .with(header::HOST, "127.0.0.1:3000"),
        browser,
        user.clone(),
        user.clone().with(header::ORIGIN, "https://their-own-tool.example"),
    ];
    for caller in callers {
        let answer = caller.post("/api/tasks", json!({ "title": "Added" })).await;
        assert_eq!(answer.status, 201, "{}", answer.text());
    }
}
