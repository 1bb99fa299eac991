//! Entities and migrations tell the same tables, columns and types.

use std::collections::BTreeMap;

use sea_orm::sea_query::ColumnType;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseConnection, DbBackend, EntityTrait, IdenStatic, Iterable,
    Statement,
};
use server::entity::{
    account_links, api_tokens, attempts, budgets, calendar_events, confirmations, conversations,
    event_exceptions, expense_occurrences, expenses, idempotency_keys, job_leases, known_devices,
    messages, running_turns, saved_filters, sessions, task_lists, tasks, token_use, undo_journal,
    users, write_marks,
};

use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(entities_match_the_tables);

/// A table's columns by name, each with its type and whether it may be null.
type Columns = BTreeMap<String, (String, bool)>;

async fn entities_match_the_tables(test: TestDatabase) {
    let database = test.open().await;
    let backend = database.backend();

    let mut entities = BTreeMap::new();
    describe::<users::Entity>(backend, &mut entities);
    describe::<calendar_events::Entity>(backend, &mut entities);
    describe::<event_exceptions::Entity>(backend, &mut entities);
    describe::<expense_occurrences::Entity>(backend, &mut entities);
    describe::<task_lists::Entity>(backend, &mut entities);
    describe::<saved_filters::Entity>(backend, &mut entities);
    describe::<tasks::Entity>(backend, &mut entities);
    describe::<expenses::Entity>(backend, &mut entities);
    describe::<budgets::Entity>(backend, &mut entities);
    describe::<sessions::Entity>(backend, &mut entities);
    describe::<account_links::Entity>(backend, &mut entities);
    describe::<api_tokens::Entity>(backend, &mut entities);
    describe::<conversations::Entity>(backend, &mut entities);
    describe::<messages::Entity>(backend, &mut entities);
    describe::<confirmations::Entity>(backend, &mut entities);
    describe::<undo_journal::Entity>(backend, &mut entities);
    describe::<token_use::Entity>(backend, &mut entities);
    describe::<idempotency_keys::Entity>(backend, &mut entities);
    describe::<job_leases::Entity>(backend, &mut entities);
    describe::<attempts::Entity>(backend, &mut entities);
    describe::<known_devices::Entity>(backend, &mut entities);
    describe::<running_turns::Entity>(backend, &mut entities);
    describe::<write_marks::Entity>(backend, &mut entities);

    let mut tables = tables(database.reader()).await;
    // The search index is the database's own: no entity stands for its rows.
    let before = tables.len();
    tables.retain(|table, _| !table.starts_with("search_"));
    assert!(tables.len() < before, "the index is there");
    // The database's own copy of `amount_minor`. SQLite's decimals would be
    // floating-point numbers.
    let kind = match backend {
        DbBackend::Postgres => "numeric",
        _ => "text",
    };
    let amount = tables.get_mut("expenses").unwrap().remove("amount");
    assert_eq!(amount, Some((kind.to_owned(), false)));

    assert_eq!(entities, tables);
}

fn describe<E: EntityTrait>(backend: DbBackend, entities: &mut BTreeMap<String, Columns>) {
    let columns = E::Column::iter()
        .map(|column| {
            let definition = column.def();
            let name = column.as_str().to_owned();
            let kind = type_name(backend, definition.get_column_type()).to_owned();
            (name, (kind, definition.is_null()))
        })
        .collect();
    entities.insert(E::default().table_name().to_owned(), columns);
}

/// What each database calls the type that an entity names.
fn type_name(backend: DbBackend, column: &ColumnType) -> &'static str {
    let (postgres, sqlite) = match column {
        ColumnType::Uuid => ("uuid", "uuid_text"),
        ColumnType::Text => ("text", "text"),
        ColumnType::TimestampWithTimeZone => {
            ("timestamp with time zone", "timestamp_with_timezone_text")
        }
        ColumnType::Date => ("date", "date_text"),
        ColumnType::Boolean => ("boolean", "boolean"),
        ColumnType::BigInteger => ("bigint", "integer"),
        ColumnType::Integer => ("integer", "integer"),
        ColumnType::Json => ("json", "json_text"),
        other => panic!("no table has a column of type {other:?}"),
    };
    match backend {
        DbBackend::Postgres => postgres,
        _ => sqlite,
    }
}

async fn tables(connection: &DatabaseConnection) -> BTreeMap<String, Columns> {
    let sql = match connection.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name::text, column_name::text, data_type::text, is_nullable = 'YES'
             FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'"
        }
        // A primary key of SQLite's counts as not null only when it says so.
        _ => {
            "SELECT t.name, c.name, lower(c.type), c.\"notnull\" = 0 AND c.pk = 0
             FROM sqlite_schema t, pragma_table_xinfo(t.name) c
             WHERE t.type = 'table' AND t.name <> 'seaql_migrations'"
        }
    };
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    for row in connection
        .query_all_raw(Statement::from_string(connection.get_database_backend(), sql))
        .await
        .unwrap()
    {
        let table: String = row.try_get_by_index(0).unwrap();
        let column: String = row.try_get_by_index(1).unwrap();
        let kind: String = row.try_get_by_index(2).unwrap();
        let nullable: bool = row.try_get_by_index(3).unwrap();
        tables.entry(table).or_default().insert(column, (kind, nullable));
    }
    tables
}
