//! Signed-in browsers and programs. Only the hash of a token is kept, so a copy
//! of the database signs nobody in.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{json, text, text_null, timestamp_with_time_zone, uuid_null};

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
                    .table("sessions")
                    .col(text("token_hash").primary_key())
                    .col(uuid_null("user_id"))
                    .col(json("data"))
                    .col(columns::created_at(backend))
                    .col(timestamp_with_time_zone("last_used_at"))
                    .col(timestamp_with_time_zone("expires_at"))
                    .col(text_null("user_agent"))
                    .foreign_key(&mut columns::belongs_to_user("sessions"))
                    .take(),
            )
            .await?;
        columns::create_index(manager, "sessions", &["user_id"]).await?;
        columns::create_index(manager, "sessions", &["expires_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["sessions"]).await
    }
}
