//! The server's tests against real databases.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

mod assistant;
mod operations;
mod storage;
mod support;
