//! Operations on both databases, without any door.

mod analysing;
mod arranging;
mod chores;
mod collisions;
mod filtering;
mod lists;
mod ownership;
mod planning;
mod repeating;
mod series;
mod standing;
mod subtasks;
mod summaries;
mod undoing;
mod validating;
