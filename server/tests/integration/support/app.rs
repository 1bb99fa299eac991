//! The program as a client sees it: the real router, without a network.
//!
//! A test has an `app`, an `anon` who is nobody, and a `user` who signed up.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Request, StatusCode, header};
use axum::response::Response;
use chrono::{DateTime, Utc};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use server::assistant::Assistant;
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::{rest, security};
use tower::ServiceExt;

use super::database::TestDatabase;

/// A password that nobody's list holds.
pub(crate) const PASSWORD: &str = "four wet otters";

/// When tests happen: Sunday 22 November 2026, 10:00 in Berlin.
pub(crate) const NOW: &str = "2026-11-22T09:00:00Z";

/// A running planner.
#[derive(Clone)]
pub(crate) struct App {
    pub(crate) planner: Planner,
    router: Router,
}

impl App {
    /// A planner at [`NOW`], and nobody signed in.
    pub(crate) async fn start(database: &TestDatabase) -> (Self, Client) {
        let app = Self::new(database.open().await, NOW, "http://planner.example");
        let anon = app.client();
        (app, anon)
    }

    /// A planner and somebody who signed up.
    pub(crate) async fn with_user(database: &TestDatabase) -> (Self, Client, Client) {
        let (app, anon) = Self::start(database).await;
        let user = app.sign_up("sam@example.com").await;
        (app, anon, user)
    }

    fn new(database: Database, now: &str, public_url: &'static str) -> Self {
        let config = Config::from_variables(|name| match name {
            "PUBLIC_URL" => Some(public_url.to_owned()),
            _ => None,
        });
        let clock = Clock::fixed(now.parse().unwrap());
        Self::of(Planner::new(database, clock, config.unwrap()))
    }

    fn of(planner: Planner) -> Self {
        let router = security::protect(rest::router(planner.clone()), &planner);
        Self { planner, router }
    }

    /// The same planner with another assistant.
    pub(crate) fn answering(&self, assistant: Assistant) -> Self {
        Self::of(Planner { assistant, ..self.planner.clone() })
    }

    /// The same planner at another time.
    pub(crate) fn at(&self, now: DateTime<Utc>) -> Self {
        Self::new(self.planner.database.clone(), &now.to_rfc3339(), "http://planner.example")
    }

    /// The same planner at the same time, run with these settings.
    pub(crate) fn set(&self, settings: &[(&str, &str)]) -> Self {
        let config = Config::from_variables(|name| {
            let usual = ("PUBLIC_URL", "http://planner.example");
            let mut known = settings.iter().copied().chain([usual]);
            known.find(|(set, _)| *set == name).map(|(_, value)| value.to_owned())
        });
        let Planner { database, clock, .. } = self.planner.clone();
        Self::of(Planner::new(database, clock, config.unwrap()))
    }

    /// The same planner behind TLS.
    pub(crate) fn https(&self) -> Self {
        Self::new(self.planner.database.clone(), NOW, "https://planner.example")
    }

    /// The same planner with these settings beside its public address.
    pub(crate) fn with_settings(&self, settings: &[(&'static str, &str)]) -> Self {
        let config = Config::from_variables(|name| {
            let set = settings.iter().find(|(known, _)| *known == name);
            let public = (name == "PUBLIC_URL").then_some("http://planner.example");
            set.map(|(_, value)| *value).or(public).map(str::to_owned)
        });
        let planner = Planner::new(
            self.planner.database.clone(),
            self.planner.clock.clone(),
            config.unwrap(),
        );
        Self::of(planner)
    }

    /// The same planner with further routes.
    pub(crate) fn with_routes(&self, routes: Router) -> Self {
        let planner = self.planner.clone();
        let router = security::protect(rest::router(planner.clone()).merge(routes), &planner);
        Self { planner, router }
    }

    /// What a server serves.
    pub(crate) fn router(&self) -> Router {
        self.router.clone()
    }

    /// Somebody who has not signed in.
    pub(crate) fn client(&self) -> Client {
        Client { router: self.router.clone(), headers: HeaderMap::new() }
    }

    /// Somebody new in Berlin, signed in by bearer token.
    pub(crate) async fn sign_up(&self, email: &str) -> Client {
        let body = json!({
            "email": email, "password": PASSWORD, "time_zone": "Europe/Berlin", "locale": "de-DE",
        });
        let answer = self.client().post("/api/auth/sign-up", body).await;
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text());
        self.client().with_bearer(answer.json()["token"].as_str().unwrap())
    }
}

/// Somebody who sends requests.
#[derive(Clone)]
pub(crate) struct Client {
    router: Router,
    headers: HeaderMap,
}

impl Client {
    /// Sends one more header with each request.
    pub(crate) fn with(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.insert(name, HeaderValue::try_from(value).unwrap());
        self
    }

    /// The same person at another planner.
    pub(crate) fn moved_to(&self, app: &App) -> Self {
        Self { router: app.router.clone(), headers: self.headers.clone() }
    }

    /// Presents a token as a program does.
    pub(crate) fn with_bearer(self, token: &str) -> Self {
        self.with(header::AUTHORIZATION, &format!("Bearer {token}"))
    }

    /// The token that is presented as a program does.
    pub(crate) fn bearer(&self) -> Option<&str> {
        self.headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
    }

    /// Presents a token as a browser does.
    pub(crate) fn with_cookie(self, token: &str) -> Self {
        self.with(header::COOKIE, &format!("theme=dark; session={token}"))
    }

    pub(crate) async fn get(&self, uri: &str) -> Answer {
        self.send(Method::GET, uri, Vec::new()).await
    }

    pub(crate) async fn delete(&self, uri: &str) -> Answer {
        self.send(Method::DELETE, uri, Vec::new()).await
    }

    pub(crate) async fn post(&self, uri: &str, body: Value) -> Answer {
        self.as_json().send(Method::POST, uri, body.to_string().into_bytes()).await
    }

    pub(crate) async fn patch(&self, uri: &str, body: Value) -> Answer {
        self.as_json().send(Method::PATCH, uri, body.to_string().into_bytes()).await
    }

    /// Says that bodies are JSON.
    pub(crate) fn as_json(&self) -> Self {
        self.clone().with(header::CONTENT_TYPE, "application/json")
    }

    /// Sends anything.
    pub(crate) async fn send(&self, method: Method, uri: &str, body: Vec<u8>) -> Answer {
        let mut request = Request::new(Body::from(body));
        *request.method_mut() = method;
        *request.uri_mut() = uri.parse().unwrap();
        self.send_request(request).await
    }

    /// Sends a request made elsewhere, with this client's headers.
    pub(crate) async fn send_request(&self, request: Request<Body>) -> Answer {
        Answer::of(self.open(request).await).await
    }

    /// Sends a request and waits only for the beginning of the answer.
    pub(crate) async fn open(&self, mut request: Request<Body>) -> Response {
        request.headers_mut().extend(self.headers.clone());
        self.router.clone().oneshot(request).await.unwrap()
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// Waits for the rest of an answer.
    pub(crate) async fn of(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes().to_vec();
        Self { status: parts.status, headers: parts.headers, body }
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// A header, which must be there once.
    pub(crate) fn header(&self, name: &str) -> &str {
        let values: Vec<_> = self.headers.get_all(name).iter().collect();
        assert_eq!(values.len(), 1, "{name}: {values:?}");
        values[0].to_str().unwrap()
    }

    /// What sets the cookie of that name, which must be set once.
    pub(crate) fn cookie(&self, name: &str) -> &str {
        let values = self.headers.get_all(header::SET_COOKIE).iter();
        let values = values.map(|value| value.to_str().unwrap());
        let set: Vec<_> = values.filter(|value| value.split('=').next() == Some(name)).collect();
        assert_eq!(set.len(), 1, "{name}: {set:?}");
        set[0]
    }

    /// The identifier of the row that was answered.
    pub(crate) fn id(&self) -> String {
        self.json()["id"].as_str().unwrap().to_owned()
    }

    /// The problem, which must be of this status.
    #[track_caller]
    pub(crate) fn problem(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        assert_eq!(self.header("content-type"), "application/problem+json");
        let problem = self.json();
        assert_eq!(problem["status"], status);
        problem
    }

    /// The bad fields of a 400.
    #[track_caller]
    pub(crate) fn bad_fields(&self) -> Vec<String> {
        let problem = self.problem(400);
        let errors = problem["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().map(|error| error["field"].as_str().unwrap().to_owned()).collect()
    }
}
