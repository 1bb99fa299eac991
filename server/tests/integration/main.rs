//! The server's tests against real databases.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod assistant;
mod assistant_openai;
mod conversations;
mod demo;
mod hostile;
mod operating;
mod operations;
mod outward;
mod repeats;
mod rest;
mod storage;
mod support;
