//! How far a database has come, found out without writing to it.

use std::collections::HashSet;

use sea_orm_migration::sea_orm::{DatabaseConnection, DbErr, EntityTrait, QueryOrder};
use sea_orm_migration::{MigratorTrait, SchemaManager, seaql_migrations};

use crate::Migrator;

/// A database seen from this program's list of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// No step was ever recorded.
    New,
    /// Some steps are missing.
    Behind,
    /// Every step is there, and no other.
    Current,
    /// There is a step that this program does not know, here the latest such one.
    Newer(String),
}

/// Compares the steps recorded in the database with those of this program.
///
/// # Errors
/// What the database answers to a query that it refuses.
pub async fn status(connection: &DatabaseConnection) -> Result<Status, DbErr> {
    let manager = SchemaManager::new(connection);
    let recorded = if manager.has_table("seaql_migrations").await? {
        seaql_migrations::Entity::find()
            .order_by_desc(seaql_migrations::Column::Version)
            .all(connection)
            .await?
    } else {
        Vec::new()
    };
    Ok(status_of(recorded.into_iter().map(|step| step.version)))
}

/// Compares recorded steps, the latest first, with those of this program.
pub fn status_of(recorded: impl IntoIterator<Item = String>) -> Status {
    let mut missing: HashSet<String> =
        Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    let all = missing.len();
    for step in recorded {
        if !missing.remove(&step) {
            return Status::Newer(step);
        }
    }
    match missing.len() {
        0 => Status::Current,
        left if left == all => Status::New,
        _ => Status::Behind,
    }
}
