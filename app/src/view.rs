//! What pages show: times as words, amounts as written, everything made ready
//! by the server, so that the browser needs no zone database and both
//! renderings agree.

pub mod account;
pub mod calendar;
pub mod chat;
pub mod history;
pub mod money;
pub mod outcome;
pub mod panel;
pub mod repeat;
pub mod row;
pub mod settings;
pub mod tasks;
pub mod today;
