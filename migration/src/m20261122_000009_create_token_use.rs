//! How many tokens of a language model each person used on each day.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, date, text};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("user_id").col("day").col("model").take();
        manager
            .create_table(
                Table::create()
                    .table("token_use")
                    .col(columns::user_id())
                    .col(date("day"))
                    .col(text("model"))
                    .col(big_integer("tokens_in"))
                    .col(big_integer("tokens_out"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user("token_use"))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["token_use"]).await
    }
}
