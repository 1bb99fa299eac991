//! Operations on both databases, without any door.

mod analysing;
mod lists;
mod ownership;
mod planning;
mod repeating;
mod summaries;
mod undoing;
mod validating;
