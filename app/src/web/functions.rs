//! Server functions over HTTP.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use http_body_util::BodyExt;
use leptos::prelude::provide_context;
use leptos::server_fn::axum::server_fn_paths;
use server::context::Planner;
use server::rest;

use crate::texts;
use crate::view::outcome::{FORM_KEY, Refusal};

/// Fields that are never sent back.
const SECRET: [&str; 3] = ["password", "current_password", "new_password"];

/// What a form without scripts sent.
#[derive(Debug, Clone, Default)]
pub(crate) struct Posted {
    /// Whether the browser waits for a page.
    pub(crate) plain: bool,
    /// Which form it was.
    pub(crate) form: String,
    /// Its fields but the secret ones.
    pub(crate) values: Vec<(String, String)>,
}

/// Calls the server function of the address.
pub(crate) async fn call(State(planner): State<Planner>, request: Request) -> Response {
    let path = request.uri().path();
    let mut methods = server_fn_paths().filter(|(known, _)| *known == path).map(|(_, m)| m);
    match methods.next() {
        None => return no_function(StatusCode::NOT_FOUND),
        Some(method) if method != request.method() => {
            return no_function(StatusCode::METHOD_NOT_ALLOWED);
        }
        Some(_) => {}
    }
    let (request, posted) = match posted(request).await {
        Ok(read) => read,
        Err(status) => return status.into_response(),
    };
    let provide = move || {
        provide_context(planner.clone());
        provide_context(posted.clone());
    };
    let mut response =
        leptos_axum::handle_server_fns_with_context(provide, request).await.into_response();
    if response.status() == StatusCode::INTERNAL_SERVER_ERROR {
        response = with_own_status(response).await;
    }
    response.headers_mut().entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Leptos would explain to a stranger how the program is built.
fn no_function(status: StatusCode) -> Response {
    rest::Refusal::new(status, texts::problems::NO_SUCH_FUNCTION).into_response()
}

/// Leptos answers every refusal with 500, also what could not be read and is the
/// sender's doing; the refusal itself knows better.
async fn with_own_status(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(body) = body.collect().await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let bytes = body.to_bytes();
    let refusal = serde_json::from_slice::<Refusal>(&bytes).ok();
    if let Some(status) = refusal.and_then(|why| StatusCode::from_u16(why.0.status).ok()) {
        parts.status = status;
    }
    Response::from_parts(parts, Body::from(bytes))
}

/// Keeps a copy of what a plain form sent. Its size is limited before it gets here.
async fn posted(request: Request) -> Result<(Request, Posted), StatusCode> {
    if !(request.method() == Method::POST && waits_for_a_page(request.headers())) {
        return Ok((request, Posted::default()));
    }
    let (parts, body) = request.into_parts();
    let bytes = body.collect().await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?.to_bytes();
    let mut posted = Posted { plain: true, ..Posted::default() };
    for (name, value) in form_urlencoded::parse(&bytes) {
        if name == FORM_KEY {
            posted.form = value.into_owned();
        } else if !SECRET.contains(&&*name) {
            posted.values.push((name.into_owned(), value.into_owned()));
        }
    }
    Ok((Request::from_parts(parts, Body::from(bytes)), posted))
}

fn waits_for_a_page(headers: &HeaderMap) -> bool {
    let has = |name, part| {
        headers.get(name).and_then(|value| value.to_str().ok()).is_some_and(|v| v.contains(part))
    };
    has(ACCEPT, "text/html") && has(CONTENT_TYPE, "application/x-www-form-urlencoded")
}
