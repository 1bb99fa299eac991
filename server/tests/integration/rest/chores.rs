//! What every answer carries, and how the program says that it is well.

use std::io::Read;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderName, Request, header};
use axum::routing::get;
use http_body_util::BodyExt;
use serde_json::json;
use server::security;
use tokio::time::timeout;
use tower::ServiceExt;

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(the_program_says_that_it_is_well);

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

async fn the_program_says_that_it_is_well(database: TestDatabase) {
    let (app, anon) = App::start(&database).await;
    assert_eq!(anon.get("/healthz").await.json(), json!({ "status": "ok" }));
    assert_eq!(anon.get("/readyz").await.json(), json!({ "status": "ok" }));
    app.planner.database.clone().close().await.unwrap();
    assert_eq!(anon.get("/healthz").await.status, 200);
    let answer = anon.get("/readyz").await;
    answer.problem(503);
    answer.header("retry-after");
}

#[tokio::test]
async fn every_answer_is_careful_and_can_be_found_in_the_log() {
    let database = TestDatabase::sqlite();
    let (app, anon) = App::start(&database).await;
    for uri in ["/healthz", "/api/tasks", "/nowhere", "/api/docs"] {
        let answer = anon.get(uri).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{uri}");
        }
        assert!(answer.header("permissions-policy").contains("camera=()"));
        assert_eq!(answer.header("x-request-id").len(), 36);
        assert!(!answer.headers.contains_key("strict-transport-security"));
    }
    let secure = app.https().client().get("/healthz").await;
    assert_eq!(secure.header("strict-transport-security"), "max-age=31536000");
    let named = anon.clone().with(REQUEST_ID, "proxy-7").get("/healthz").await;
    assert_eq!(named.header("x-request-id"), "proxy-7");
    let forged = anon.with(REQUEST_ID, "x level=ERROR forged").get("/healthz").await;
    assert_eq!(forged.header("x-request-id").len(), 36);
}

#[tokio::test]
async fn a_panic_fails_its_own_request_only() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    let broken = get(|| async {
        if true {
            panic!("secret");
        }
    });
    let router = security::protect(Router::new().route("/broken", broken), &app.planner);
    for _ in 0..2 {
        let request = Request::get("/broken").body(Body::empty()).unwrap();
        let response = router.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), 500);
        assert_eq!(response.headers()["content-type"], "application/problem+json");
        let body = response.into_body().collect().await.unwrap().to_bytes();
        assert!(!String::from_utf8_lossy(&body).contains("secret"));
    }
}

#[tokio::test]
async fn large_answers_are_compressed() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    let plain = user.get("/api/openapi.json").await;
    for coding in ["br", "gzip"] {
        let answer =
            user.clone().with(header::ACCEPT_ENCODING, coding).get("/api/openapi.json").await;
        assert_eq!(answer.header("content-encoding"), coding);
        assert!(answer.body.len() * 4 < plain.body.len(), "{coding}: {}", answer.body.len());
    }
    let small = user.with(header::ACCEPT_ENCODING, "br").get("/api/tasks").await;
    assert!(!small.headers.contains_key("content-encoding"));
}

/// A page that is streamed must not wait in the compressor for its last piece.
#[tokio::test]
async fn compression_holds_no_piece_back() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    for kind in ["text/event-stream", "text/html"] {
        let streamed = get(move || async move {
            let first = futures::stream::iter([Ok::<_, std::io::Error>("piece ".repeat(1_000))]);
            let stream = futures::StreamExt::chain(first, futures::stream::pending());
            ([(header::CONTENT_TYPE, kind)], Body::from_stream(stream))
        });
        let router = security::protect(Router::new().route("/stream", streamed), &app.planner);
        let request = Request::get("/stream").header(header::ACCEPT_ENCODING, "br, gzip");
        let response = router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let is_compressed = response.headers().contains_key(header::CONTENT_ENCODING);
        assert_eq!(is_compressed, kind == "text/html");
        let mut body = response.into_body();
        let mut received = Vec::new();
        while let Ok(frame) = timeout(Duration::from_secs(1), body.frame()).await {
            received.extend(frame.unwrap().unwrap().into_data().unwrap());
        }
        let mut text = Vec::new();
        if is_compressed {
            // It ends in the middle, which is an error at the end only.
            let _ = brotli::Decompressor::new(received.as_slice(), 4_096).read_to_end(&mut text);
        } else {
            text = received;
        }
        assert_eq!(text.len(), 6_000, "{kind} waits for its end");
    }
}
