//! Errors reach Sentry, and nothing of a person does.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::HeaderName;
use axum::routing::get;
use sea_orm::ConnectionTrait;
use server::telemetry;
use tokio::net::TcpListener;

use crate::support::app::App;
use crate::support::database::TestDatabase;

/// A server that takes envelopes, as Sentry does; answers its address and what came.
async fn sentry() -> (String, Arc<Mutex<Vec<String>>>) {
    let heard = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&heard);
    let take = move |head: axum::http::HeaderMap, body: String| {
        keep.lock().unwrap().push(format!("{head:?}\n{body}"));
        std::future::ready("{}")
    };
    let routes = Router::new().route("/api/7/envelope/", axum::routing::post(take));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async { axum::serve(listener, routes).await });
    (format!("http://key@{address}/7"), heard)
}

async fn panics() -> &'static str {
    panic!("cannot cut 'hunter2' of sam@example.com")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_panic_and_a_500_are_reported_without_the_person() {
    let (dsn, heard) = sentry().await;
    let database = TestDatabase::sqlite();
    let (app, _, user) = App::with_user(&database).await;
    let app = app.with_settings(&[("SENTRY_DSN", &dsn)]);
    let kept = telemetry::init(&app.planner.config.watch);
    assert!(kept.is_some());
    let app = app.with_routes(Router::new().route("/panics/{what}", get(panics)));
    let named = |id| user.moved_to(&app).with(HeaderName::from_static("x-request-id"), id);

    named("fine-1").get("/api/budgets").await;
    named("bad-1").post("/api/tasks", serde_json::json!({ "title": 1 })).await;
    let connection = database.connect().await;
    connection.execute_unprepared("DROP TABLE budgets").await.unwrap();
    let failed = named("failed-1").get("/api/budgets?limit=3&secret=hunter2").await;
    failed.problem(500);
    assert_eq!(failed.header("x-request-id"), "failed-1");
    named("panicked-1").get("/panics/hunter2").await.problem(500);

    let deadline = Instant::now() + Duration::from_secs(10);
    while heard.lock().unwrap().len() < 2 {
        assert!(Instant::now() < deadline, "nothing was reported: {heard:?}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // Nothing more is to come.
    tokio::task::spawn_blocking(move || drop(kept)).await.unwrap();
    let heard = heard.lock().unwrap().clone();
    assert_eq!(heard.len(), 2, "{heard:#?}");
    let all = heard.join("\n");
    for said in [
        r#""id":"failed-1""#,
        r#""route":"/api/budgets""#,
        "a query failed",
        "no such table",
        r#""id":"panicked-1""#,
        r#""route":"/panics/{what}""#,
        "panicked",
        "reporting.rs:",
    ] {
        assert!(all.contains(said), "{said} is missing: {all}");
    }
    let token = user.bearer().unwrap();
    for secret in ["hunter2", "sam@example.com", token, "127.0.0.1", "cookie", "secret="] {
        let is_there =
            all.lines().filter(|line| !line.contains("\"host\"")).any(|line| line.contains(secret));
        assert!(!is_there, "{secret} was reported: {all}");
    }
}
