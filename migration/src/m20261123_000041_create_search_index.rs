//! The search index: one document for each row that can be found, kept by the database itself.
//!
//! Triggers keep it, so that it is true whoever writes: operations, a restored backup, another
//! program. `search_documents` holds the words of every row in the same columns on both databases;
//! SQLite indexes it with FTS5, PostgreSQL with a `tsvector`. Both leave case and accents out of
//! account without an extension that a plain role may not create.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{big_integer_null, text};
use sea_orm_migration::sea_orm::DbBackend;

use crate::columns;

mod postgres;
mod sources;
mod sqlite;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let steps = match backend {
            DbBackend::Postgres => postgres::up(),
            _ => sqlite::up(),
        };
        if backend == DbBackend::Postgres {
            manager.get_connection().execute_unprepared(postgres::PLAIN).await?;
        }
        manager.create_table(documents(backend)).await?;
        columns::create_index(manager, "search_documents", &["user_id"]).await?;
        for step in steps {
            manager.get_connection().execute_unprepared(&step).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let steps = match manager.get_database_backend() {
            DbBackend::Postgres => postgres::down(),
            _ => sqlite::down(),
        };
        for step in steps {
            manager.get_connection().execute_unprepared(&step).await?;
        }
        Ok(())
    }
}

fn documents(backend: DbBackend) -> TableCreateStatement {
    let mut once = Index::create()
        .name("search_documents_kind_row_id_key")
        .col("kind")
        .col("row_id")
        .unique()
        .take();
    let place = match backend {
        DbBackend::Postgres => ColumnDef::new("place").big_integer().auto_increment().take(),
        // What FTS5 takes for the row's number must be a column: the number that SQLite gives by
        // itself may change when the file is compacted.
        _ => ColumnDef::new("place").integer().take(),
    };
    Table::create()
        .table("search_documents")
        .col(place.to_owned().primary_key())
        .col(columns::user_id())
        .col(text("kind"))
        .col(ColumnDef::new("row_id").uuid().not_null())
        .col(text("title"))
        .col(text("details"))
        .col(text("notes"))
        // When the row is of interest, in seconds since 1970.
        .col(big_integer_null("since"))
        .col(big_integer_null("until"))
        .col(by_database(backend))
        .index(&mut once)
        .foreign_key(&mut columns::belongs_to_user("search_documents"))
        .take()
}

/// What only one of the databases needs to find a document.
fn by_database(backend: DbBackend) -> ColumnDef {
    match backend {
        DbBackend::Postgres => ColumnDef::new("document")
            .custom("tsvector")
            .generated(Expr::cust(postgres::DOCUMENT), true)
            .take(),
        // One word that stands for the person: FTS5 then never looks at anybody else's rows.
        _ => ColumnDef::new("owner")
            .text()
            .generated(Expr::cust("lower(hex(user_id))"), false)
            .take(),
    }
}
