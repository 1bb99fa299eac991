//! What several tests need.

pub(crate) mod app;
pub(crate) mod database;
pub(crate) mod person;
