//! How a database is opened: its settings, and its file's modes.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use server::database::{Database, DatabaseError};

use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(opening_again_keeps_everything, ready_says_what_is_missing);

async fn opening_again_keeps_everything(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = super::samples::add_person(&transaction).await;
    transaction.commit().await.unwrap();
    database.close().await.unwrap();

    let again = test.open().await;
    again.ready().await.unwrap();
    let row = again
        .reader()
        .query_one_raw(Statement::from_string(again.backend(), "SELECT email FROM users"))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(row.try_get_by_index::<String>(0).unwrap(), person.email);
}

async fn ready_says_what_is_missing(test: TestDatabase) {
    let database = test.open().await;
    database.ready().await.unwrap();

    let elsewhere = test.connect().await;
    elsewhere
        .execute_unprepared("DELETE FROM seaql_migrations WHERE version LIKE '%undo_journal'")
        .await
        .unwrap();
    assert!(matches!(database.ready().await, Err(DatabaseError::Behind)));

    elsewhere
        .execute_unprepared("INSERT INTO seaql_migrations VALUES ('m29991231_000001_future', 0)")
        .await
        .unwrap();
    assert!(matches!(database.ready().await, Err(DatabaseError::Newer(_))));
}

#[tokio::test]
async fn sqlite_keeps_what_it_confirmed_and_checks_references() {
    let test = TestDatabase::sqlite();
    let database = test.open().await;
    let writer = database.begin_write().await.unwrap();
    for (pragma, expected) in [
        ("journal_mode", "wal"),
        ("foreign_keys", "1"),
        ("synchronous", "2"),
        ("busy_timeout", "5000"),
        ("query_only", "0"),
    ] {
        assert_eq!(setting(&writer, pragma).await, expected, "{pragma}");
    }
    for (pragma, expected) in [("journal_mode", "wal"), ("query_only", "1")] {
        assert_eq!(setting(database.reader(), pragma).await, expected, "{pragma}");
    }
}

async fn setting(connection: &impl ConnectionTrait, pragma: &str) -> String {
    let pragma = Statement::from_string(DbBackend::Sqlite, format!("PRAGMA {pragma}"));
    let row = connection.query_one_raw(pragma).await.unwrap().unwrap();
    row.try_get_by_index(0)
        .or_else(|_| row.try_get_by_index(0).map(|number: i64| number.to_string()))
        .unwrap()
}

#[cfg(unix)]
#[tokio::test]
async fn sqlite_files_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;

    let test = TestDatabase::sqlite();
    let beside = test.path().with_file_name("new").join("folders");
    let file = beside.join("my planner.db");
    let database = Database::open(&format!("sqlite://{}", file.display())).await.unwrap();
    let transaction = database.begin_write().await.unwrap();
    super::samples::add_person(&transaction).await;
    transaction.commit().await.unwrap();

    let mode = |path: &std::path::Path| path.metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&beside), 0o700);
    assert_eq!(mode(beside.parent().unwrap()), 0o700);
    assert_eq!(mode(&file), 0o600);
    for companion in ["my planner.db-wal", "my planner.db-shm"] {
        assert_eq!(mode(&beside.join(companion)), 0o600, "{companion}");
    }
}

#[tokio::test]
async fn closing_leaves_one_file() {
    let test = TestDatabase::sqlite();
    test.open().await.close().await.unwrap();
    let folder = test.path().parent().unwrap().read_dir().unwrap();
    let names: Vec<_> = folder.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["planner.db"]);
}
