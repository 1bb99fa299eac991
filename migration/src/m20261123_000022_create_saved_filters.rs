//! Filters of tasks that are kept under a name.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        manager
            .create_table(
                Table::create()
                    .table("saved_filters")
                    .col(columns::id(backend))
                    .col(columns::user_id())
                    .col(text("name"))
                    .col(text("filter"))
                    .col(big_integer("position"))
                    .col(columns::created_at(backend))
                    .col(columns::updated_at(backend))
                    .col(columns::version())
                    .foreign_key(&mut columns::belongs_to_user("saved_filters"))
                    .take(),
            )
            .await?;
        columns::create_index(manager, "saved_filters", &["user_id", "position"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["saved_filters"]).await
    }
}
