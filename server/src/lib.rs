//! Everything native: operations, storage, accounts, assistant, REST.

pub mod accounts;
pub mod assistant;
pub mod clock;
pub mod config;
pub mod context;
pub mod database;
pub mod demo;
pub mod entity;
pub mod error;
pub mod evaluation;
pub mod export;
pub mod filter;
mod kept;
pub mod language;
pub mod listening;
pub mod live;
pub mod once;
pub mod operations;
pub mod repeat;
pub mod rest;
pub mod security;
pub mod telemetry;
mod undo;
pub mod words;
pub mod zone;
