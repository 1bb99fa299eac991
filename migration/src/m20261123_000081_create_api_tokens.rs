//! Tokens that people make for their own programs. Only the hash of one is kept, so a
//! copy of the database opens nothing.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, text_uniq, timestamp_with_time_zone_null};

use crate::columns;

const TABLE: &str = "api_tokens";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        manager
            .create_table(
                Table::create()
                    .table(TABLE)
                    .col(columns::id(backend))
                    .col(columns::user_id())
                    .col(text("name"))
                    // The one look-up of a request that presents a token.
                    .col(text_uniq("token_hash"))
                    .col(text("scope"))
                    .col(columns::created_at(backend))
                    .col(timestamp_with_time_zone_null("last_used_at"))
                    .col(timestamp_with_time_zone_null("expires_at"))
                    .foreign_key(&mut columns::belongs_to_user(TABLE))
                    .take(),
            )
            .await?;
        columns::create_index(manager, TABLE, &["user_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &[TABLE]).await
    }
}
