//! REST: the routes of the contract, each one sentence long: read the request,
//! call the operation, answer.
//!
//! A noun's file holds its routes. What they share is in the extractors
//! (`SignedIn`, `Body`, `Filter`, `RowId`), the answers and [`Refusal`];
//! each of these also says what it does to the OpenAPI document, which therefore
//! follows from the handlers' signatures.

mod account;
mod accounts;
mod answer;
mod body;
mod budgets;
mod changes;
mod chat;
mod conditional;
mod conversations;
mod describe;
mod docs;
mod events;
mod expenses;
mod fallback;
mod files;
mod filter;
mod free_time;
pub(crate) mod health;
mod history;
mod import;
mod lists;
mod metrics;
mod named;
mod openapi;
mod recovery;
mod refusal;
mod row_id;
mod saved_filters;
mod search;
mod settings;
mod signed_in;
mod stream;
mod tag;
mod tasks;
mod tokens;
mod undo;

pub use metrics::private as private_metrics;
pub use named::recognise;
pub use refusal::Refusal;
pub use tag::matches as tag_matches;

use body::Body;
use filter::Filter;
use row_id::RowId;
use signed_in::SignedIn;

use aide::axum::ApiRouter;
use aide::openapi::OpenApi;
use axum::Router;
use axum::middleware::from_fn;

use crate::accounts::with_sessions;
use crate::context::Planner;

/// Every route under `/api`, and `/healthz`, `/readyz` and `/metrics`.
///
/// The caller wraps it in [`crate::security::protect`], together with whatever
/// else the program serves. Sessions are part of it.
pub fn router(planner: Planner) -> Router {
    let (api, document) = openapi::describe(routes);
    let api = api
        .merge(docs::routes(&document))
        .method_not_allowed_fallback(fallback::method_not_allowed)
        .merge(fallback::routes())
        .layer(from_fn(conditional::answer))
        .layer(from_fn(recognise));
    with_sessions(api.with_state(planner.clone()), &planner).merge(health::routes(planner))
}

/// The OpenAPI document of [`router`].
pub fn openapi_document() -> OpenApi {
    openapi::describe(routes).1
}

fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .merge(accounts::routes())
        .merge(account::routes())
        .merge(recovery::routes())
        .merge(tokens::routes())
        .merge(files::routes())
        .merge(import::routes())
        .merge(events::routes())
        .merge(free_time::routes())
        .merge(tasks::routes())
        .merge(lists::routes())
        .merge(saved_filters::routes())
        .merge(expenses::routes())
        .merge(budgets::routes())
        .merge(search::routes())
        .merge(settings::routes())
        .merge(history::routes())
        .merge(undo::routes())
        .merge(changes::routes())
        .merge(chat::routes())
        .merge(conversations::routes())
}
