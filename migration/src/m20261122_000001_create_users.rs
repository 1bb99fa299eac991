//! People: the table of the specification (section 3), and what the planner
//! needs to know about a person beside it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        if backend == DbBackend::Postgres {
            create_uuid_extension(manager).await?;
        }
        manager
            .create_table(
                Table::create()
                    .table("users")
                    .col(columns::id(backend))
                    .col(text("email").unique_key())
                    .col(text("hashed_password"))
                    .col(columns::created_at_nullable(backend))
                    .col(text("time_zone").default("UTC"))
                    .col(text("locale").default("en-US"))
                    .col(text("currency").default("USD"))
                    .col(columns::updated_at(backend))
                    .col(columns::version())
                    .take(),
            )
            .await
    }

    /// The extension stays: other programs in the same database may use it.
    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["users"]).await
    }
}

/// `uuid_generate_v4()` comes from an extension that not every role may create.
async fn create_uuid_extension(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .get_connection()
        .execute_unprepared(r#"CREATE EXTENSION IF NOT EXISTS "uuid-ossp""#)
        .await
        .map_err(|error| {
            DbErr::Migration(format!(
                "the extension \"uuid-ossp\" is missing and could not be created; let an \
                 administrator run CREATE EXTENSION \"uuid-ossp\" in this database once ({error})"
            ))
        })?;
    Ok(())
}
