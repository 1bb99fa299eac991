//! Operations on both databases, without any door.

mod lists;
mod ownership;
mod repeating;
mod summaries;
mod undoing;
mod validating;
