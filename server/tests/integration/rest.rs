//! REST through the real router.

mod arranging;
mod bodies;
mod chat;
mod chores;
mod conditional;
mod lists;
mod once;
mod openapi;
mod refusals;
mod repeats;
mod robustness;
mod settings;
mod strangers;
mod writing;
