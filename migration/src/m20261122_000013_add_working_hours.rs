//! Each person's working hours, as clock times of their zone.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::text;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The new columns, each with the hour that counts until the person says otherwise.
const ADDED: [(&str, &str); 2] = [("work_from", "09:00"), ("work_until", "17:00")];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (column, usual) in ADDED {
            // SQLite adds one column a statement.
            let column = text(column).default(usual).take();
            manager.alter_table(Table::alter().table("users").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (column, _) in ADDED.into_iter().rev() {
            manager.alter_table(Table::alter().table("users").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
