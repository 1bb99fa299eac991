//! The routes of the web application.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRef, Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get, post};
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos::server_fn::axum::server_fn_paths;
use leptos_axum::{
    LeptosRoutes, ResponseOptions, generate_route_list_with_exclusions,
    render_app_async_with_context, render_app_to_stream_with_context_and_replace_blocks,
};
use server::accounts;
use server::context::Planner;
use server::rest::recognise;
use server::security::{IMPORT_FORM, content_security_policy};

use super::shell::shell;
use super::{Site, cookies, functions, import};
use crate::App;

/// Whose page it is, for the service worker: what it keeps is shown to nobody else.
const PERSON: HeaderName = HeaderName::from_static("planner-person");

/// What handlers share.
#[derive(Clone)]
struct Shared {
    planner: Planner,
    site: Site,
    options: LeptosOptions,
}

impl FromRef<Shared> for LeptosOptions {
    fn from_ref(shared: &Shared) -> Self {
        shared.options.clone()
    }
}

impl FromRef<Shared> for Planner {
    fn from_ref(shared: &Shared) -> Self {
        shared.planner.clone()
    }
}

/// The files whose address names their content. Nobody need be known to have them, so they go
/// beside what is wrapped in `server::accounts::with_sessions`.
pub fn hashed_files(site: &Site) -> Router {
    Router::new().route("/pkg/{*file}", any(hashed)).with_state(site.clone())
}

/// Pages, server functions and public files. To be wrapped in
/// `server::accounts::with_sessions`.
pub fn router(planner: &Planner, site: Site) -> Router {
    let options = LeptosOptions::builder().output_name("planner").build();
    let shared = Shared { planner: planner.clone(), site, options };
    let page = {
        let shared = shared.clone();
        move || shell(&shared.site.addresses)
    };
    let provide = {
        let planner = shared.planner.clone();
        move || {
            provide_context(planner.clone());
            careful();
        }
    };
    let not_found = {
        let shared = shared.clone();
        move |request: Request| not_found(shared.clone(), request)
    };
    // Leptos would answer them itself, and know nothing of forms without scripts.
    let own = server_fn_paths().map(|(path, _)| path.to_owned()).chain([DASHBOARD.to_owned()]);
    let own = own.collect();
    let pages = generate_route_list_with_exclusions(App, Some(own));
    Router::new()
        .leptos_routes_with_context(&shared, pages, provide, page)
        .layer(from_fn(complete))
        .route("/fn/{*function}", any(functions::call).layer(from_fn(recognise)))
        .route(DASHBOARD, get(dashboard))
        // The limit of the whole program knows this route.
        .route(IMPORT_FORM, post(import::import).layer(DefaultBodyLimit::disable()))
        .with_state(shared)
        .fallback(not_found)
}

/// The page whose parts may come one after the other.
const DASHBOARD: &str = "/dashboard";

/// The dashboard: the day first and the rest as it comes, if the browser is known to run
/// scripts; it takes one to put it in its place. Else complete, as every other page.
async fn dashboard(State(shared): State<Shared>, request: Request) -> Response {
    let streams = cookies::runs_scripts(request.headers());
    let Shared { planner, site, .. } = shared;
    let provide = move || {
        provide_context(planner.clone());
        careful();
    };
    let page = move || shell(&site.addresses);
    if streams {
        render_app_to_stream_with_context_and_replace_blocks(provide, page, true)(request)
            .await
            .into_response()
    } else {
        whole(render_app_async_with_context(provide, page)(request).await.into_response()).await
    }
}

/// Pages are complete when they are sent, and say how long they are.
async fn complete(request: Request, next: Next) -> Response {
    whole(next.run(request).await).await
}

/// The same answer in one piece.
async fn whole(response: Response) -> Response {
    let (parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => Response::from_parts(parts, Body::from(bytes)),
        // Nothing is read from anywhere any more that could fail.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The headers of a page.
fn careful() {
    let Some(response) = use_context::<ResponseOptions>() else { return };
    let request = use_context::<http::request::Parts>();
    let person = request.and_then(|request| accounts::current_user(&request.extensions));
    if let Some(person) = person.and_then(|it| HeaderValue::try_from(it.id.to_string()).ok()) {
        response.insert_header(PERSON, person);
    }
    let nonce = use_nonce();
    let policy = content_security_policy(nonce.as_deref());
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        response.insert_header(CONTENT_SECURITY_POLICY, policy);
    }
    response.insert_header(CACHE_CONTROL, HeaderValue::from_static("no-store"));
}

/// A file of the program's, named by its content.
async fn hashed(State(site): State<Site>, request: Request) -> Response {
    site.files.hashed(&request)
}

/// A public file, or else the page that says that there is none.
async fn not_found(shared: Shared, request: Request) -> Response {
    let is_file = request.uri().path().rsplit('/').next().is_some_and(|name| name.contains('.'));
    if is_file && request.uri().path() != "/manifest.json" {
        return shared.site.files.public(request).await;
    }
    let addresses = shared.site.addresses.clone();
    let planner = shared.planner.clone();
    let provide = move || {
        provide_context(planner.clone());
        careful();
    };
    let render = render_app_async_with_context(provide, move || shell(&addresses));
    whole(render(request).await.into_response()).await
}
