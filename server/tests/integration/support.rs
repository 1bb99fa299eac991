//! What several tests need.

pub(crate) mod database;
pub(crate) mod person;
