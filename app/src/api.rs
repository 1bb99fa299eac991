//! Server functions: what the browser asks of the server. Each takes what was
//! typed, calls one operation, and answers what pages show.

pub mod account;
pub mod chat;
pub mod conversations;
pub mod events;
pub mod expenses;
pub mod history;
pub mod lists;
pub mod pages;
pub mod recovery;
pub mod search;
pub mod settings;
pub mod tasks;
pub mod tokens;
