//! Server functions through the real router, without a browser.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod elements;
mod headers;
mod markup;
mod plans;
mod routes;
mod strangers;
mod support;
