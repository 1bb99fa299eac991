//! The database schema, step by step.
//!
//! Tables and columns are spelled out as literals and know nothing of the
//! entities, so a step means the same for ever. A step that has landed is never
//! edited: the next change is a new file.
//!
//! Every step works on PostgreSQL and on SQLite. The database's opener runs all
//! pending steps inside one transaction, so an upgrade happens whole or not at
//! all.

#![expect(
    elided_lifetimes_in_paths,
    reason = "MigrationTrait elides SchemaManager's lifetime, and async_trait wants it the same"
)]

use sea_orm_migration::MigrationTrait;
pub use sea_orm_migration::MigratorTrait;

pub use crate::status::{Status, status, status_of};

mod columns;
mod m20261122_000001_create_users;
mod m20261122_000002_create_planner;
mod m20261122_000003_create_sessions;
mod m20261122_000004_create_conversations;
mod m20261122_000005_create_undo_journal;
mod m20261122_000007_extend_conversations;
mod m20261122_000009_create_token_use;
mod m20261122_000011_create_event_exceptions;
mod m20261122_000012_create_expense_occurrences;
mod m20261122_000013_add_working_hours;
mod m20261122_000015_add_week_numbers;
mod m20261122_000016_add_buffer;
mod m20261123_000021_create_task_lists;
mod m20261123_000022_create_saved_filters;
mod m20261123_000031_create_budgets;
mod m20261123_000032_add_expense_notes;
mod m20261123_000033_index_expenses;
mod m20261123_000041_create_search_index;
mod m20261123_000061_add_manners;
mod m20261123_000071_create_idempotency_keys;
mod m20261123_000081_create_api_tokens;
mod m20261123_000082_create_account_links;
mod m20261123_000091_create_job_leases;
mod m20261123_000095_create_attempts;
mod m20261123_000096_create_known_devices;
mod m20261123_000097_create_running_turns;
mod m20261123_000098_create_write_marks;
mod m20261124_000101_index_orders;
mod status;

/// The list of all steps, oldest first.
#[derive(Debug)]
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_create_users::Migration),
            Box::new(m20261122_000002_create_planner::Migration),
            Box::new(m20261122_000003_create_sessions::Migration),
            Box::new(m20261122_000004_create_conversations::Migration),
            Box::new(m20261122_000005_create_undo_journal::Migration),
            Box::new(m20261122_000009_create_token_use::Migration),
            Box::new(m20261122_000007_extend_conversations::Migration),
            Box::new(m20261122_000011_create_event_exceptions::Migration),
            Box::new(m20261122_000012_create_expense_occurrences::Migration),
            Box::new(m20261122_000013_add_working_hours::Migration),
            Box::new(m20261122_000016_add_buffer::Migration),
            Box::new(m20261122_000015_add_week_numbers::Migration),
            Box::new(m20261123_000031_create_budgets::Migration),
            Box::new(m20261123_000032_add_expense_notes::Migration),
            Box::new(m20261123_000033_index_expenses::Migration),
            Box::new(m20261123_000021_create_task_lists::Migration),
            Box::new(m20261123_000022_create_saved_filters::Migration),
            Box::new(m20261123_000041_create_search_index::Migration),
            Box::new(m20261123_000061_add_manners::Migration),
            Box::new(m20261123_000071_create_idempotency_keys::Migration),
            Box::new(m20261123_000081_create_api_tokens::Migration),
            Box::new(m20261123_000082_create_account_links::Migration),
            Box::new(m20261123_000091_create_job_leases::Migration),
            Box::new(m20261123_000095_create_attempts::Migration),
            Box::new(m20261123_000096_create_known_devices::Migration),
            Box::new(m20261123_000097_create_running_turns::Migration),
            Box::new(m20261123_000098_create_write_marks::Migration),
            Box::new(m20261124_000101_index_orders::Migration),
        ]
    }
}
