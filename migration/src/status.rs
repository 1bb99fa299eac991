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
    if recorded.is_empty() {
        return Ok(Status::New);
    }

    let mut missing: HashSet<String> =
        Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
    for step in recorded {
        if !missing.remove(&step.version) {
            return Ok(Status::Newer(step.version));
        }
    }
    Ok(if missing.is_empty() { Status::Current } else { Status::Behind })
}
