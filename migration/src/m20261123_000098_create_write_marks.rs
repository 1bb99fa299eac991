//! How often each person has written, so that a replica can be asked whether it knows all
//! of it.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::big_integer;

use crate::columns;

const TABLE: &str = "write_marks";

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("user_id").take();
        manager
            .create_table(
                Table::create()
                    .table(TABLE)
                    .col(columns::user_id())
                    .col(big_integer("writes"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user(TABLE))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &[TABLE]).await
    }
}
