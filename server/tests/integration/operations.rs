//! Operations on both databases, without any door.

mod analysing;
mod budgets;
mod chores;
mod collisions;
mod ledger;
mod lists;
mod ownership;
mod planning;
mod repeating;
mod series;
mod standing;
mod summaries;
mod undoing;
mod validating;
