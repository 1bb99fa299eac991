//! Occurrences of repeating events that differ from what the rule says, and when
//! a series ends.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    boolean, text, text_null, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create().col("event_id").col("occurrence").take();
        manager
            .create_table(
                Table::create()
                    .table("event_exceptions")
                    .col(columns::user_id())
                    .col(uuid("event_id"))
                    .col(timestamp_with_time_zone("occurrence"))
                    .col(text("deviation"))
                    .col(timestamp_with_time_zone_null("start_time"))
                    .col(timestamp_with_time_zone_null("end_time"))
                    .col(boolean("all_day").default(false))
                    .col(text_null("title"))
                    .col(text_null("description"))
                    .col(text_null("location"))
                    .primary_key(&mut key)
                    .foreign_key(&mut columns::belongs_to_user("event_exceptions"))
                    .foreign_key(&mut columns::cascade(
                        "event_exceptions",
                        "event_id",
                        "calendar_events",
                    ))
                    .take(),
            )
            .await?;
        columns::create_index(manager, "event_exceptions", &["user_id", "start_time"]).await?;
        // Another program that changes a rule empties it; the end is then looked for anew.
        manager
            .alter_table(
                Table::alter()
                    .table("calendar_events")
                    .add_column(timestamp_with_time_zone_null("series_end"))
                    .take(),
            )
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .alter_table(Table::alter().table("calendar_events").drop_column("series_end").take())
            .await?;
        columns::drop_tables(manager, &["event_exceptions"]).await
    }
}
