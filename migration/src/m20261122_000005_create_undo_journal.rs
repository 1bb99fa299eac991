//! What was changed, by whom and through which door, with the row before and
//! after: enough to take a change back.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, json_null, text, uuid};

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
                    .table("undo_journal")
                    .col(columns::id(backend))
                    .col(columns::user_id())
                    .col(uuid("turn_id"))
                    .col(big_integer("position"))
                    .col(text("operation"))
                    .col(text("kind"))
                    .col(uuid("row_id"))
                    .col(json_null("before"))
                    .col(json_null("after"))
                    .col(big_integer_null("version_after"))
                    // No foreign key: who acted may be gone before the owner is.
                    .col(uuid("actor"))
                    .col(text("door"))
                    .col(text("summary"))
                    .col(columns::created_at(backend))
                    .col(ColumnDef::new("undone_at").timestamp_with_time_zone())
                    .foreign_key(&mut columns::belongs_to_user("undo_journal"))
                    .take(),
            )
            .await?;
        columns::create_index(manager, "undo_journal", &["user_id", "created_at"]).await?;
        columns::create_index(manager, "undo_journal", &["turn_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["undo_journal"]).await
    }
}
