//! What every request passes on its way in and out, whatever it asks for.

mod body_limit;
mod client_address;
mod compression;
mod cross_origin;
mod headers;
mod observe;
mod panic;
mod request_id;
mod stopping;

use body_limit::BODY_PATIENCE;
pub use body_limit::{BODY_LIMIT, IMPORT, IMPORT_FORM};
pub(crate) use body_limit::{limit_of, too_large};
pub use client_address::ClientAddress;
pub use headers::content_security_policy;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;

use crate::context::Planner;

/// Wraps the whole program's routes: REST, pages, server functions and files.
///
/// From the outside in: an identifier for the request, a span, a line and a count of
/// it, a panic becomes a 500, security headers, the refusal of everything while the
/// program ends, compression, where it comes from, the limits of the
/// body, and the refusal of cross-origin writes.
pub fn protect(router: Router, planner: &Planner) -> Router {
    // The layer that is added last is the outermost.
    router
        .layer(from_fn_with_state(planner.clone(), cross_origin::refuse))
        .layer(from_fn_with_state(BODY_PATIENCE, body_limit::enforce))
        .layer(from_fn_with_state(planner.clone(), client_address::find))
        .layer(from_fn(compression::compress))
        .layer(compression::layer())
        .layer(from_fn_with_state(planner.clone(), stopping::refuse))
        .layer(from_fn_with_state(planner.clone(), headers::add))
        .layer(CatchPanicLayer::custom(panic::answer))
        .layer(from_fn_with_state(planner.clone(), observe::observe))
        .layer(from_fn(request_id::assign))
}
