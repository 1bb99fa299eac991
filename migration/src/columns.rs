//! Columns that many tables share, with the defaults that differ by database.
//!
//! Landed steps call these, so they are as frozen as the steps are: a new
//! meaning gets a new function.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer, timestamp_with_time_zone, uuid};
use sea_orm_migration::sea_orm::DbBackend;

/// `id UUID PRIMARY KEY`, random when the writer names none.
///
/// SQLite has no UUID function; sixteen random bytes are what the program reads
/// back as one.
pub(crate) fn id(backend: DbBackend) -> ColumnDef {
    let random = match backend {
        DbBackend::Postgres => "uuid_generate_v4()",
        _ => "randomblob(16)",
    };
    // A primary key is NOT NULL by itself in PostgreSQL, but not in SQLite.
    uuid("id").primary_key().default(Expr::cust(random)).take()
}

/// `user_id UUID NOT NULL`: the person that the row belongs to.
pub(crate) fn user_id() -> ColumnDef {
    uuid("user_id")
}

/// `user_id` goes with its person.
pub(crate) fn belongs_to_user(table: &'static str) -> ForeignKeyCreateStatement {
    cascade(table, "user_id", "users")
}

/// `column` names a row of `parent` and goes with it.
pub(crate) fn cascade(
    table: &'static str,
    column: &'static str,
    parent: &'static str,
) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, column)
        .to(parent, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .take()
}

/// `created_at` as the specification has it: nullable, filled by default.
pub(crate) fn created_at_nullable(backend: DbBackend) -> ColumnDef {
    ColumnDef::new("created_at").timestamp_with_time_zone().default(now(backend)).take()
}

/// `created_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`.
pub(crate) fn created_at(backend: DbBackend) -> ColumnDef {
    timestamp_with_time_zone("created_at").default(now(backend)).take()
}

/// `updated_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`.
pub(crate) fn updated_at(backend: DbBackend) -> ColumnDef {
    timestamp_with_time_zone("updated_at").default(now(backend)).take()
}

/// `version BIGINT NOT NULL DEFAULT 1`: counts the row's changes, for undo and
/// for entity tags.
pub(crate) fn version() -> ColumnDef {
    big_integer("version").default(1).take()
}

/// `door TEXT NOT NULL DEFAULT 'api'`: where the row came in. A row that another
/// program wrote straight into the database counts as foreign text, as one that
/// came by the API does.
pub(crate) fn door() -> ColumnDef {
    ColumnDef::new("door").text().not_null().default("api").take()
}

/// This instant, in the shape that the program writes: on SQLite text that sorts
/// as time does (`2026-11-22T16:50:50.123+00:00`).
fn now(backend: DbBackend) -> Expr {
    match backend {
        DbBackend::Postgres => Expr::cust("now()"),
        _ => Expr::cust("strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now')"),
    }
}

/// Creates the index `table_column_…_idx` (PostgreSQL's own way to name one).
pub(crate) async fn create_index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index =
        Index::create().name(format!("{table}_{}_idx", columns.join("_"))).table(table).take();
    for &column in columns {
        index.col(column);
    }
    manager.create_index(index).await
}

/// Drops tables, given in the order in which nothing refers to them any more.
pub(crate) async fn drop_tables(
    manager: &SchemaManager<'_>,
    tables: &[&'static str],
) -> Result<(), DbErr> {
    for &table in tables {
        manager.drop_table(Table::drop().table(table).take()).await?;
    }
    Ok(())
}
