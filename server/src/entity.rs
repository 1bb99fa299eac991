//! The rows of the database, one module a table.
//!
//! Rows are storage, not the wire: what browser and integrations see are the
//! types of the `domain` crate. Columns that the specification leaves nullable
//! are `Option` here, since another program may write into the same tables.
//!
//! Instants are UTC and kept to the microsecond, which is what PostgreSQL holds;
//! the program cuts them there before it writes, so a row reads back as written.

use sea_orm::prelude::*;
use sea_orm::{DeleteMany, Select, UpdateMany};

pub mod account_links;
pub mod api_tokens;
pub mod attempts;
pub mod budgets;
pub mod by_place;
pub mod calendar_events;
pub mod confirmations;
pub mod conversations;
pub mod event_exceptions;
pub mod expense_occurrences;
pub mod expenses;
pub mod idempotency_keys;
pub mod job_leases;
pub mod known_devices;
pub mod messages;
pub mod running_turns;
pub mod saved_filters;
pub mod search_documents;
pub mod sessions;
pub mod task_lists;
pub mod tasks;
pub mod token_use;
pub mod undo_journal;
pub mod users;
pub mod write_marks;

/// A table whose rows each belong to one person.
///
/// Operations reach such rows only through these three, so that a query for
/// somebody else's row cannot be written by forgetting a filter.
pub trait Owned: EntityTrait {
    /// The column that names the person.
    fn owner() -> Self::Column;

    /// Selects among the rows of `person`.
    fn owned_by(person: Uuid) -> Select<Self> {
        Self::find().filter(Self::owner().eq(person))
    }

    /// Updates among the rows of `person`.
    fn update_owned_by(person: Uuid) -> UpdateMany<Self> {
        Self::update_many().filter(Self::owner().eq(person))
    }

    /// Deletes among the rows of `person`.
    fn delete_owned_by(person: Uuid) -> DeleteMany<Self> {
        Self::delete_many().filter(Self::owner().eq(person))
    }
}
