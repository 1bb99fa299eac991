//! How much has been tried lately, by account, address and device.
//!
//! It lies in the database so that a limit holds across processes. The rows are nobody's:
//! an address that is tried need not have an account, so nothing may tell whether it has.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("attempts")
                    .col(text("subject").primary_key())
                    .col(big_integer("free_at"))
                    .take(),
            )
            .await?;
        columns::create_index(manager, "attempts", &["free_at"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["attempts"]).await
    }
}
