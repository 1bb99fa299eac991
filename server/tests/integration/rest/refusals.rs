//! Every refusal is a problem with its status.

use axum::http::{Method, header};
use serde_json::json;

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    what_is_no_route_is_a_problem,
    malformed_bodies_are_400,
    other_content_is_415,
    large_bodies_are_413,
    every_bad_field_is_named,
    nobody_is_let_in,
);

async fn what_is_no_route_is_a_problem(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    for uri in
        ["/api", "/api/", "/api/nothing", "/api/tasks/", "/api/tasks/x/y", "/api/%FF", "/api//"]
    {
        for client in [&anon, &user] {
            client.get(uri).await.problem(404);
            client.post(uri, json!({})).await.problem(404);
        }
    }
    for (method, uri, allowed) in [
        (Method::PUT, "/api/tasks", "GET,HEAD,POST"),
        (Method::DELETE, "/api/tasks", "GET,HEAD,POST"),
        (Method::POST, "/api/tasks/x", "GET,HEAD,PATCH,DELETE"),
        (Method::GET, "/api/auth/sign-in", "POST"),
        (Method::POST, "/api/openapi.json", "GET,HEAD"),
        (Method::POST, "/healthz", "GET,HEAD"),
    ] {
        let answer = user.send(method, uri, Vec::new()).await;
        answer.problem(405);
        assert_eq!(answer.header("allow"), allowed, "{uri}");
    }
    for id in ["x", "1", "%00", "%FF", "..", "00000000-0000-4000-8000-000000000000"] {
        user.get(&format!("/api/tasks/{id}")).await.problem(404);
        user.patch(&format!("/api/events/{id}"), json!({ "title": "x" })).await.problem(404);
        user.delete(&format!("/api/expenses/{id}")).await.problem(404);
        user.post(&format!("/api/undo/{id}"), json!({})).await.problem(404);
    }
}

async fn malformed_bodies_are_400(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    let (anon, user) = (anon.as_json(), user.as_json());
    let deep = format!("{{\"title\":{}1{}}}", "[".repeat(50_000), "]".repeat(50_000));
    for body in [
        "",
        "{",
        "null",
        "[]",
        "[\"a title\"]",
        "\"text\"",
        "{\"title\": \"a\", \"title\": \"b\"}",
        "{\"title\": 1e999}",
        "{\"title\": \"\\ud800\"}",
        "title=a",
        deep.as_str(),
    ] {
        user.send(Method::POST, "/api/tasks", body.as_bytes().to_vec()).await.problem(400);
        user.send(Method::POST, "/api/events", body.as_bytes().to_vec()).await.problem(400);
        user.send(Method::POST, "/api/expenses", body.as_bytes().to_vec()).await.problem(400);
        anon.send(Method::POST, "/api/auth/sign-in", body.as_bytes().to_vec()).await.problem(400);
    }
    let not_utf8 = b"{\"title\": \"\xff\"}".to_vec();
    user.send(Method::POST, "/api/tasks", not_utf8).await.problem(400);
    assert_eq!(user.get("/api/tasks").await.json(), json!([]));
}

async fn other_content_is_415(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let body = || b"{\"title\": \"x\"}".to_vec();
    user.send(Method::POST, "/api/tasks", body()).await.problem(415);
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application", "json", "ÿ"] {
        let sent = user.clone().with(header::CONTENT_TYPE, kind);
        sent.send(Method::POST, "/api/tasks", body()).await.problem(415);
    }
    for kind in ["application/json; charset=utf-8", "Application/JSON", "application/hal+json"] {
        let sent = user.clone().with(header::CONTENT_TYPE, kind);
        assert_eq!(sent.send(Method::POST, "/api/tasks", body()).await.status, 201, "{kind}");
    }
}

async fn large_bodies_are_413(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let large = json!({ "title": "x", "notes": "x".repeat(300_000) }).to_string();
    user.as_json().send(Method::POST, "/api/tasks", large.into_bytes()).await.problem(413);
    // One that does not say how large it is.
    let chunks = (0..100).map(|_| Ok::<_, std::io::Error>(vec![b' '; 10_000]));
    let body = axum::body::Body::from_stream(futures::stream::iter(chunks));
    let mut request = axum::http::Request::new(body);
    *request.method_mut() = Method::POST;
    *request.uri_mut() = "/api/tasks".parse().unwrap();
    user.as_json().send_request(request).await.problem(413);
    // The longest notes fit, however they are escaped.
    let escaped =
        format!("{{\"title\": \"x\", \"notes\": \"{}\"}}", "\\ud83e\\udda6".repeat(10_000));
    let answer = user.as_json().send(Method::POST, "/api/tasks", escaped.into_bytes()).await;
    assert_eq!(answer.status, 201);
}

async fn every_bad_field_is_named(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = json!({ "title": " ", "start_time": "soon", "all_day": "maybe" });
    let answer = user.post("/api/events", event).await;
    assert_eq!(answer.bad_fields(), ["title", "start_time", "end_time", "all_day"]);
    insta::assert_json_snapshot!("bad_fields", answer.json());
    let backwards = json!({
        "title": "x", "start_time": "2026-11-23T13:00:00Z", "end_time": "2026-11-23T12:00:00Z",
    });
    assert_eq!(user.post("/api/events", backwards).await.bad_fields(), ["end_time"]);
    let answer = user.get("/api/tasks?is_complete=maybe&due_before=soon").await;
    assert_eq!(answer.bad_fields(), ["is_complete", "due_before"]);
    let answer = user.get("/api/expenses/summary?by=colour").await;
    assert_eq!(answer.bad_fields(), ["by"]);
}

async fn nobody_is_let_in(database: TestDatabase) {
    let (_, anon) = App::start(&database).await;
    let answer = anon.get("/api/tasks").await;
    insta::assert_json_snapshot!("nobody", answer.problem(401));
    assert_eq!(answer.header("cache-control"), "no-store");
    // Before anything is read: a stranger learns nothing about bodies or rows.
    anon.post("/api/tasks", json!([])).await.problem(401);
    anon.get("/api/tasks?limit=x").await.problem(401);
    anon.get("/api/tasks/x").await.problem(401);
}
