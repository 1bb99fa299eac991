//! Operations on both databases, without any door.

mod analysing;
mod arranging;
mod budgets;
mod chores;
mod collisions;
mod filtering;
mod ledger;
mod lists;
mod looking_back;
mod ownership;
mod planning;
mod repeating;
mod searching;
mod series;
mod standing;
mod subtasks;
mod summaries;
mod undoing;
mod validating;
