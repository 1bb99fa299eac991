//! What requests that name themselves (`Idempotency-Key`) were answered first, so
//! that sending one again changes nothing again.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{integer, json_null, text, timestamp_with_time_zone};

use crate::columns;

const TABLE: &str = "idempotency_keys";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("user_id").col("key").col("position").take();
        manager
            .create_table(
                Table::create()
                    .table(TABLE)
                    .col(columns::user_id())
                    .col(text("key"))
                    .col(integer("position"))
                    .col(text("fingerprint"))
                    .col(json_null("answer"))
                    .col(timestamp_with_time_zone("created_at"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user(TABLE))
                    .take(),
            )
            .await?;
        manager
            .create_index(
                Index::create()
                    .name("idempotency_keys_user_created_idx")
                    .table(TABLE)
                    .col("user_id")
                    .col("created_at")
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &[TABLE]).await
    }
}
