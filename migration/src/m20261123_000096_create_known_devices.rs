//! Browsers in which a person has signed in before.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone};

use crate::columns;

const TABLE: &str = "known_devices";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("token_hash").col("user_id").take();
        manager
            .create_table(
                Table::create()
                    .table(TABLE)
                    .col(text("token_hash"))
                    .col(columns::user_id())
                    .col(timestamp_with_time_zone("used_at"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user(TABLE))
                    .take(),
            )
            .await?;
        columns::create_index(manager, TABLE, &["user_id", "used_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &[TABLE]).await
    }
}
