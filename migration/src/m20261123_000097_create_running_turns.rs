//! Turns of the assistant in progress, for several processes on one PostgreSQL: whose turn it
//! is, and which process answers.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone, uuid};

use crate::columns;

const TABLE: &str = "running_turns";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("user_id").take();
        manager
            .create_table(
                Table::create()
                    .table(TABLE)
                    .col(columns::user_id())
                    .col(uuid("turn_id"))
                    .col(uuid("conversation_id"))
                    .col(text("process"))
                    .col(timestamp_with_time_zone("held_until"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user(TABLE))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &[TABLE]).await
    }
}
