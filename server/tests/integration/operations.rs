//! Operations on both databases, without any door.

mod analysing;
mod chores;
mod collisions;
mod lists;
mod ownership;
mod planning;
mod repeating;
mod series;
mod standing;
mod summaries;
mod undoing;
mod validating;
