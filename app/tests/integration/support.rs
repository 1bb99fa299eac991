//! The program as a browser meets it: pages, server functions and REST.

use app::web::{Site, router};
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use server::accounts::with_sessions;
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::{rest, security};
use tempfile::TempDir;
use tower::ServiceExt;

/// A planner with an empty database and no web files worth the name.
pub(crate) struct App {
    router: Router,
    _folder: TempDir,
}

impl App {
    pub(crate) async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("planner.db").display());
        Self::on(Database::open(&url).await.unwrap(), folder)
    }

    /// A planner on a database, with a folder that goes with it.
    pub(crate) fn on(database: Database, folder: TempDir) -> Self {
        let site = folder.path().join("site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("manifest.json"), r#"{"js":"","wasm":"","css":""}"#).unwrap();
        let config = Config::from_variables(|_| None).unwrap();
        let planner = Planner::new(database, Clock::system(), config);
        let pages = with_sessions(router(&planner, Site::open(&site).unwrap()), &planner);
        let all = rest::router(planner.clone()).merge(pages);
        Self { router: security::protect(all, &planner), _folder: folder }
    }

    /// Somebody new.
    pub(crate) async fn sign_up(&self, email: &str) -> Person {
        let body = json!({ "email": email, "password": "four wet otters" });
        let request = Request::post("/api/auth/sign-up")
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()));
        let (status, answer) = send(&self.router, request.unwrap()).await;
        assert_eq!(status, StatusCode::CREATED, "{answer}");
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let token = answer["token"].as_str().unwrap().to_owned();
        Person { router: self.router.clone(), token }
    }
}

/// Somebody who is signed in.
pub(crate) struct Person {
    router: Router,
    token: String,
}

impl Person {
    /// Somebody whose session does not exist.
    pub(crate) fn nobody(app: &App) -> Self {
        Self { router: app.router.clone(), token: "x".repeat(43) }
    }

    /// Sends JSON to REST and reads the answer.
    pub(crate) async fn post(&self, path: &str, body: Value) -> Value {
        let request = Request::post(path)
            .header("authorization", format!("Bearer {}", self.token))
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()));
        let (status, answer) = send(&self.router, request.unwrap()).await;
        assert!(status.is_success(), "{path}: {status} {answer}");
        serde_json::from_str(&answer).unwrap()
    }

    /// Calls a server function as the hydrated page does, with one field.
    pub(crate) async fn call(
        &self,
        method: &Method,
        path: &str,
        fields: &str,
    ) -> (StatusCode, String) {
        let (address, body) = match *method {
            Method::GET => (format!("{path}?{fields}"), String::new()),
            _ => (path.to_owned(), fields.to_owned()),
        };
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header("cookie", format!("session={}", self.token))
            .header("sec-fetch-site", "same-origin")
            .header("accept", "application/json")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body));
        send(&self.router, request.unwrap()).await
    }

    /// Reads a page or a route.
    pub(crate) async fn get(&self, path: &str) -> (StatusCode, String) {
        let request = Request::get(path)
            .header("cookie", format!("session={}", self.token))
            .body(Body::empty());
        send(&self.router, request.unwrap()).await
    }

    /// Sends a form without scripts, from a page; answers status and headers.
    pub(crate) async fn submit(
        &self,
        path: &str,
        fields: &str,
        from: &str,
    ) -> (StatusCode, HeaderMap) {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header("referer", from)
            .header("accept", "text/html")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(fields.to_owned()));
        self.headers(request.unwrap()).await
    }

    /// Sends a request with the cookie; answers status and headers.
    pub(crate) async fn headers(&self, mut request: Request<Body>) -> (StatusCode, HeaderMap) {
        let cookie = format!("session={}", self.token).parse().unwrap();
        request.headers_mut().insert("cookie", cookie);
        let (parts, _) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status, parts.headers)
    }
}

async fn send(router: &Router, request: Request<Body>) -> (StatusCode, String) {
    let response = router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8_lossy(&bytes).into_owned())
}
