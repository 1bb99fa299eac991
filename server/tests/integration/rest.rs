//! REST through the real router.

mod arranging;
mod bodies;
mod changes;
mod chat;
mod chores;
mod conditional;
mod files;
mod lists;
mod once;
mod openapi;
mod reflected;
mod refusals;
mod repeats;
mod robustness;
mod settings;
mod strangers;
mod writing;
