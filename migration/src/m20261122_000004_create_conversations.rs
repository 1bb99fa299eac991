//! The assistant's conversations, their messages, and the steps that wait for a
//! person's yes.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, json, text, timestamp_with_time_zone, uuid};
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();

        manager.create_table(conversations(backend)).await?;
        columns::create_index(manager, "conversations", &["user_id", "updated_at"]).await?;

        manager.create_table(messages(backend)).await?;
        columns::create_index(manager, "messages", &["conversation_id", "position"]).await?;

        manager.create_table(confirmations(backend)).await?;
        columns::create_index(manager, "confirmations", &["conversation_id"]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        columns::drop_tables(manager, &["confirmations", "messages", "conversations"]).await
    }
}

fn conversations(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("conversations")
        .col(columns::id(backend))
        .col(columns::user_id())
        .col(text("title"))
        .col(columns::created_at(backend))
        .col(columns::updated_at(backend))
        .col(columns::version())
        .foreign_key(&mut columns::belongs_to_user("conversations"))
        .take()
}

fn messages(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("messages")
        .col(columns::id(backend))
        .col(uuid("conversation_id"))
        .col(columns::user_id())
        .col(uuid("turn_id"))
        .col(text("role"))
        .col(text("text"))
        .col(json("cards").default("[]"))
        .col(json("choices").default("[]"))
        .col(columns::created_at(backend))
        .col(big_integer("position"))
        .foreign_key(&mut columns::belongs_to_user("messages"))
        .foreign_key(&mut columns::cascade("messages", "conversation_id", "conversations"))
        .take()
}

fn confirmations(backend: DbBackend) -> TableCreateStatement {
    Table::create()
        .table("confirmations")
        .col(columns::id(backend))
        .col(columns::user_id())
        .col(uuid("conversation_id"))
        .col(uuid("turn_id"))
        .col(text("summary"))
        .col(json("call"))
        .col(text("status").default("waiting"))
        .col(timestamp_with_time_zone("expires_at"))
        .col(columns::created_at(backend))
        .foreign_key(&mut columns::belongs_to_user("confirmations"))
        .foreign_key(&mut columns::cascade("confirmations", "conversation_id", "conversations"))
        .take()
}
