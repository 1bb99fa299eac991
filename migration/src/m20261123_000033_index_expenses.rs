//! Every order of the list of expenses, and the choice of a category, by an index.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for index in INDEXES {
            connection.execute_unprepared(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for name in NAMES {
            connection.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        Ok(())
    }
}

const NAMES: [&str; 4] = [
    "expenses_list_by_date_idx",
    "expenses_list_by_amount_idx",
    "expenses_list_by_category_idx",
    "expenses_list_by_description_idx",
];

/// Each ends in what parts equals in the list, so that a page begins where the last one ended. Of
/// a description the beginning is enough: PostgreSQL takes no entry of more than 2,704 bytes.
const INDEXES: [&str; 4] = [
    "CREATE INDEX expenses_list_by_date_idx ON expenses (user_id, incurred_at, id)",
    "CREATE INDEX expenses_list_by_amount_idx ON expenses (user_id, amount_minor, incurred_at, id)",
    "CREATE INDEX expenses_list_by_category_idx \
     ON expenses (user_id, lower(category), incurred_at DESC, id DESC)",
    "CREATE INDEX expenses_list_by_description_idx \
     ON expenses (user_id, substr(lower(coalesce(description, '')), 1, 100), \
     incurred_at DESC, id DESC)",
];
