//! What the planner is about: events, tasks, expenses, money, their rules and
//! the words in which a rule is broken.
//!
//! The browser downloads this crate, so it knows no I/O, no clock, no database,
//! no regular expressions and no time zones. Raw input arrives as [`input::Field`]s
//! and leaves [`validation::Validate`] as typed drafts; both renderings and the
//! REST routes use the same code.

pub mod account;
pub mod agenda;
pub mod budget;
pub mod bulk;
pub mod chat;
pub mod conversation;
pub mod event;
pub mod expense;
pub mod free_time;
pub mod history;
pub mod input;
pub mod list;
pub mod money;
pub mod order;
pub mod page;
pub mod preview;
pub mod problem;
pub mod repeat;
pub mod saved_filter;
pub mod search;
pub mod settings;
pub mod target;
pub mod task;
pub mod time;
pub mod validation;

pub use chrono;
pub use uuid::Uuid;
