//! What the application shows.

pub mod chat;
