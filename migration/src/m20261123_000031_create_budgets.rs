//! What people mean to spend in a month.

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
                    .table("budgets")
                    .col(columns::id(backend))
                    .col(columns::user_id())
                    // Empty for all spending: an index takes two nulls for different.
                    .col(text("category"))
                    .col(big_integer("amount_minor"))
                    .col(text("currency"))
                    .col(columns::created_at(backend))
                    .col(columns::door())
                    .col(columns::updated_at(backend))
                    .col(columns::version())
                    .foreign_key(&mut columns::belongs_to_user("budgets"))
                    .take(),
            )
            .await?;
        manager.get_connection().execute_unprepared(ONE_EACH).await.map(drop)
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["budgets"]).await
    }
}

/// One budget for each category, whatever its case, also when two requests set it at once.
const ONE_EACH: &str =
    "CREATE UNIQUE INDEX budgets_user_id_category_idx ON budgets (user_id, lower(category))";
