//! Which of the program's own jobs ran when, so that of several instances one does
//! the work; and what its pruning looks for.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{text, timestamp_with_time_zone, timestamp_with_time_zone_null};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// Tables that are pruned by age, whoever's the rows are.
const PRUNED: [&str; 2] = ["undo_journal", "idempotency_keys"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("job_leases")
                    .col(text("name").primary_key())
                    .col(text("holder"))
                    .col(timestamp_with_time_zone("held_until"))
                    .col(timestamp_with_time_zone_null("succeeded_at"))
                    .take(),
            )
            .await?;
        for table in PRUNED {
            columns::create_index(manager, table, &["created_at"]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in PRUNED {
            let name = format!("{table}_created_at_idx");
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        columns::drop_tables(manager, &["job_leases"]).await
    }
}
