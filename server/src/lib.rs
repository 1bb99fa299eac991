//! Everything native: operations, storage, accounts, assistant, REST.

pub mod database;
pub mod entity;
