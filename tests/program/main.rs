//! The real program as a process: told to stop, killed, listened to.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod clocks;
mod crashing;
mod instances;
mod logging;
mod losing;
mod migrating;
mod pooling;
mod replicas;
mod stopping;
mod support;
