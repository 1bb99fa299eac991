//! Which days of a repeating expense have become rows, so that each does once,
//! whatever becomes of the row and however many instances run.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{date, uuid};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("series_id").col("day").take();
        manager
            .create_table(
                Table::create()
                    .table("expense_occurrences")
                    .col(columns::user_id())
                    // No foreign key: a series that is deleted and taken back has not
                    // forgotten what it became.
                    .col(uuid("series_id"))
                    .col(date("day"))
                    .col(uuid("expense_id"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user("expense_occurrences"))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["expense_occurrences"]).await
    }
}
