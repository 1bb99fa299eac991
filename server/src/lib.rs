//! Everything native: operations, storage, accounts, assistant, REST.

pub mod database;
pub mod entity;
pub mod error;
pub mod operations;
mod undo;
pub mod zone;
