//! What Prometheus is told, and who may ask.

use axum::http::{Method, header};
use serde_json::json;
use server::rest::private_metrics;
use tower::ServiceExt;

use crate::support::app::{Answer, App};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(the_metrics_take_their_token, what_happens_is_counted_and_nobody_is_named,);

const TOKEN: &str = "0123456789abcdef-of-metrics";

async fn the_metrics_take_their_token(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    anon.get("/metrics").await.problem(404);
    let app = app.with_settings(&[("METRICS_TOKEN", TOKEN)]);
    let anon = app.client();
    let refused = anon.get("/metrics").await;
    refused.problem(401);
    assert_eq!(refused.header("www-authenticate"), "Bearer");
    anon.clone().with_bearer(&TOKEN[1..]).get("/metrics").await.problem(401);
    user.moved_to(&app).get("/metrics").await.problem(401);
    anon.send(Method::POST, "/metrics", Vec::new()).await.problem(405);
    let answer = anon.with_bearer(TOKEN).get("/metrics").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("content-type"), "text/plain; version=0.0.4");
    assert_eq!(answer.header("cache-control"), "no-store");

    // The private address asks for nothing, and answers nothing else.
    let ask = async |path: &str| {
        let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
        let router = private_metrics(app.planner.clone());
        Answer::of(router.oneshot(request).await.unwrap()).await
    };
    assert_eq!(ask("/metrics").await.status, 200);
    assert_eq!(ask("/api/tasks").await.status, 404);
}

async fn what_happens_is_counted_and_nobody_is_named(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let app = app.with_settings(&[("METRICS_TOKEN", TOKEN)]);
    let user = user.moved_to(&app);
    let task = user.post("/api/tasks", json!({ "title": "Secret dentist" })).await.id();
    assert_eq!(user.get(&format!("/api/tasks/{task}?q=hunter2")).await.status, 200);
    anon.moved_to(&app).get("/api/nowhere/hunter2").await.problem(404);
    anon.moved_to(&app).send(Method::from_bytes(b"HUNTER2").unwrap(), "/api/tasks", vec![]).await;
    assert_eq!(user.post("/api/chat", json!({ "message": "buy milk" })).await.status, 200);

    let page = app.client().with(header::AUTHORIZATION, &format!("bearer {TOKEN}"));
    let page = page.get("/metrics").await.text();
    let value = |name: &str| -> f64 {
        let mut lines = page.lines().filter_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        let found = lines.next().unwrap_or_else(|| panic!("{name} is missing:\n{page}"));
        assert_eq!(lines.next(), None, "{name} is there twice");
        found.parse().unwrap()
    };
    let of_task = r#"{method="GET",route="/api/tasks/{id}",status="2xx"}"#;
    assert!(value(&format!("planner_http_requests_total{of_task}")) >= 1.0);
    assert!(value(&format!("planner_http_request_duration_seconds_count{of_task}")) >= 1.0);
    let turns = r#"planner_assistant_turns_total{ended="done",interpreter="built-in"}"#;
    assert!(value(turns) >= 1.0);
    assert!(value(r#"planner_assistant_rounds_total{interpreter="built-in"}"#) >= 1.0);
    assert!(value("planner_database_write_wait_seconds_count") >= 2.0);
    assert!(value("planner_database_size_bytes") > 100_000.0);
    assert_eq!(value("planner_database_up"), 1.0);
    assert_eq!(value("planner_live_listeners"), 0.0);
    // The one that asks.
    assert_eq!(value("planner_http_requests_in_progress"), 1.0);

    for secret in ["hunter2", "HUNTER2", "sam@", "dentist", "milk", "nowhere", &task, TOKEN] {
        assert!(!page.contains(secret), "{secret} is in the metrics");
    }
    for line in page.lines().filter(|line| !line.starts_with('#')) {
        let (name, value) = line.rsplit_once(' ').unwrap();
        assert!(name.starts_with("planner_"), "{line}");
        assert!(value.parse::<f64>().is_ok(), "{line}");
    }
}
