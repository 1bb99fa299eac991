//! Lists of tasks, and what a task says beside its deadline: its list, the task
//! that it is a part of, its labels, its estimate and its place by hand.
//!
//! `tasks` gets no foreign keys: its constraints are those of the specification.
//! What a task names is kept true by the program.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, big_integer_null, text, uuid_null};

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The new columns of `tasks`, in their order.
const ADDED: [&str; 5] = ["list_id", "parent_id", "labels", "estimate_minutes", "position"];

/// Existing tasks stand as they were written down, with the room between them
/// that the program leaves (2^32).
const PLACE_BY_AGE: &str = "
UPDATE tasks SET position = aged.place
FROM (
  SELECT id, 4294967296 * row_number() OVER (PARTITION BY user_id ORDER BY created_at, id) AS place
  FROM tasks
) AS aged
WHERE aged.id = tasks.id";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let mut once = Index::create()
            .name("task_lists_user_id_name_key_key")
            .col("user_id")
            .col("name_key")
            .unique()
            .take();
        manager
            .create_table(
                Table::create()
                    .table("task_lists")
                    .col(columns::id(backend))
                    .col(columns::user_id())
                    .col(text("name"))
                    .col(text("name_key"))
                    .col(big_integer("position"))
                    .col(columns::created_at(backend))
                    .col(columns::updated_at(backend))
                    .col(columns::version())
                    .index(&mut once)
                    .foreign_key(&mut columns::belongs_to_user("task_lists"))
                    .take(),
            )
            .await?;
        let added = [
            uuid_null("list_id"),
            uuid_null("parent_id"),
            text("labels").default("").take(),
            big_integer_null("estimate_minutes"),
            big_integer("position").default(0).take(),
        ];
        for column in added {
            // SQLite adds one column a statement.
            manager.alter_table(Table::alter().table("tasks").add_column(column).take()).await?;
        }
        manager.get_connection().execute_unprepared(PLACE_BY_AGE).await?;
        for column in ["position", "list_id", "parent_id"] {
            columns::create_index(manager, "tasks", &["user_id", column]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["position", "list_id", "parent_id"] {
            let name = format!("tasks_user_id_{column}_idx");
            manager.drop_index(Index::drop().name(name).table("tasks").to_owned()).await?;
        }
        for column in ADDED.into_iter().rev() {
            manager.alter_table(Table::alter().table("tasks").drop_column(column).take()).await?;
        }
        columns::drop_tables(manager, &["task_lists"]).await
    }
}
