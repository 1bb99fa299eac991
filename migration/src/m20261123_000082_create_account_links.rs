//! Links that open one thing once (an invitation, another password, a confirmed address),
//! and since when the address of a person is known to be theirs.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid_null,
};

use crate::columns;

const TABLE: &str = "account_links";

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
                    .col(text("token_hash").primary_key())
                    .col(text("kind"))
                    // An invitation is for somebody who is not there yet.
                    .col(uuid_null("user_id"))
                    .col(text_null("email"))
                    .col(columns::created_at(backend))
                    .col(timestamp_with_time_zone("expires_at"))
                    .foreign_key(&mut columns::belongs_to_user(TABLE))
                    .take(),
            )
            .await?;
        columns::create_index(manager, TABLE, &["user_id"]).await?;
        columns::create_index(manager, TABLE, &["expires_at"]).await?;
        let verified = timestamp_with_time_zone_null("email_verified_at").take();
        manager.alter_table(Table::alter().table("users").add_column(verified).take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = Table::alter().table("users").drop_column("email_verified_at").take();
        manager.alter_table(column).await?;
        columns::drop_tables(manager, &[TABLE]).await
    }
}
