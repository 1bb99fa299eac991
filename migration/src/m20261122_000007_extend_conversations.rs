//! Conversations that are pinned and named; messages that remember what was
//! called for them, who answered, how the answer ended and what it replaced.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer_null, boolean, json, json_null, text, text_null, timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added() {
            // SQLite adds one column a statement.
            manager.alter_table(Table::alter().table(table).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, column) in added().into_iter().rev() {
            let name = column.get_column_name();
            manager.alter_table(Table::alter().table(table).drop_column(name).take()).await?;
        }
        Ok(())
    }
}

/// The new columns, each with its table.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("conversations", timestamp_with_time_zone_null("pinned_at")),
        ("conversations", boolean("titled_by_person").default(false).take()),
        ("messages", json("calls").default("[]").take()),
        ("messages", text_null("interpreter")),
        ("messages", text_null("model")),
        ("messages", big_integer_null("tokens_in")),
        ("messages", big_integer_null("tokens_out")),
        ("messages", text("ended").default("done").take()),
        ("messages", text_null("failure")),
        ("messages", json_null("replaced")),
    ]
}
