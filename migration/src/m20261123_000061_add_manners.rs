//! How each person writes dates and times, how long their events usually last, and what
//! hours the parts of the day have for them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, text};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The new columns of text, each with what counts until the person says otherwise.
const TEXTS: [(&str, &str); 7] = [
    ("week_start", "locale"),
    ("clock", "locale"),
    ("date_order", "locale"),
    ("morning", "09:00"),
    ("afternoon", "14:00"),
    ("evening", "18:00"),
    ("night", "20:00"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let texts = TEXTS.map(|(column, usual)| text(column).default(usual).take());
        let minutes = big_integer("event_minutes").default(60).take();
        // SQLite adds one column a statement.
        for column in texts.into_iter().chain([minutes]) {
            manager.alter_table(Table::alter().table("users").add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let texts = TEXTS.map(|(column, _)| column);
        for column in texts.into_iter().chain(["event_minutes"]) {
            manager.alter_table(Table::alter().table("users").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
