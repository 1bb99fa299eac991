//! The orders of the list of tasks, what is still open, and the events that a range cannot be
//! asked for by their start alone: each read from an index, however many rows there are.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        for index in indexes(manager.get_database_backend()) {
            connection.execute_unprepared(&index).await?;
        }
        // No query asks for these columns as they are: other programs may leave them empty.
        connection.execute_unprepared("DROP INDEX tasks_user_id_is_complete_due_date_idx").await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        columns::create_index(manager, "tasks", &["user_id", "is_complete", "due_date"]).await?;
        for name in NAMES {
            connection.execute_unprepared(&format!("DROP INDEX {name}")).await?;
        }
        Ok(())
    }
}

const NAMES: [&str; 5] = [
    "tasks_list_by_due_idx",
    "tasks_list_by_hand_idx",
    "tasks_list_by_completion_idx",
    "tasks_undated_idx",
    "calendar_events_spread_idx",
];

/// To the letter what the lists sort and filter by, or the indexes do not serve; each ends in what
/// parts equals, so that a page begins where the last one ended.
fn indexes(backend: DbBackend) -> [String; 5] {
    let (never, epoch, is_long) = match backend {
        DbBackend::Postgres => (
            "TIMESTAMPTZ '9999-12-31 00:00:00+00'",
            "TIMESTAMPTZ '1970-01-01 00:00:00+00'",
            "end_time - start_time > INTERVAL '7 days'",
        ),
        _ => (
            "'9999-12-31T00:00:00+00:00'",
            "'1970-01-01T00:00:00+00:00'",
            "coalesce(julianday(end_time) - julianday(start_time) > 7, true)",
        ),
    };
    let [due, hand, completion, undated, spread] = NAMES;
    let done = "coalesce(is_complete, false)";
    [
        format!(
            "CREATE INDEX {due} ON tasks (user_id, ({done}), (coalesce(due_date, {never})), id)"
        ),
        format!("CREATE INDEX {hand} ON tasks (user_id, ({done}), position, id)"),
        format!(
            "CREATE INDEX {completion} ON tasks (user_id, (coalesce(completed_at, {epoch})), id)"
        ),
        format!(
            "CREATE INDEX {undated} ON tasks (user_id, created_at DESC, id) \
             WHERE {done} = false AND due_date IS NULL AND parent_id IS NULL"
        ),
        format!(
            "CREATE INDEX {spread} ON calendar_events (user_id, start_time) \
             WHERE rrule IS NOT NULL OR {is_long}"
        ),
    ]
}
