//! Everything native: operations, storage, accounts, assistant, REST.

pub mod entity;
