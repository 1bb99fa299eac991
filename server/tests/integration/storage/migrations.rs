//! Migrations run up, down and up again, and two instances may run them at once.

use migration::{Migrator, MigratorTrait, Status, status};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};
use server::database::Database;

use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(up_down_up_is_up, one_step_at_a_time, instances_start_together);

async fn up_down_up_is_up(test: TestDatabase) {
    let connection = test.connect().await;
    assert_eq!(status(&connection).await.unwrap(), Status::New);

    Migrator::up(&connection, None).await.unwrap();
    let first = schema(&connection).await;
    assert_eq!(status(&connection).await.unwrap(), Status::Current);
    assert!(first.iter().any(|line| line.contains("undo_journal")), "{first:#?}");

    Migrator::down(&connection, None).await.unwrap();
    let left: Vec<_> = schema(&connection)
        .await
        .into_iter()
        .filter(|line| !line.contains("seaql_migrations"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
    assert_eq!(status(&connection).await.unwrap(), Status::New);

    Migrator::up(&connection, None).await.unwrap();
    assert_eq!(schema(&connection).await, first);
}

/// Each step undoes exactly itself.
async fn one_step_at_a_time(test: TestDatabase) {
    let connection = test.connect().await;
    Migrator::install(&connection).await.unwrap();
    let mut seen = vec![schema(&connection).await];
    for _ in Migrator::migrations() {
        Migrator::up(&connection, Some(1)).await.unwrap();
        seen.push(schema(&connection).await);
    }
    while let Some(expected) = seen.pop() {
        assert_eq!(schema(&connection).await, expected);
        Migrator::down(&connection, Some(1)).await.unwrap();
    }
}

async fn instances_start_together(test: TestDatabase) {
    let (a, b, c, d) = tokio::join!(
        Database::open(test.url()),
        Database::open(test.url()),
        Database::open(test.url()),
        Database::open(test.url()),
    );
    for opened in [a, b, c, d] {
        opened.unwrap().ready().await.unwrap();
    }
}

/// The race for an empty file is short, so it is run often.
#[tokio::test(flavor = "multi_thread")]
async fn instances_often_start_together_on_sqlite() {
    for _ in 0..20 {
        instances_start_together(TestDatabase::sqlite()).await;
    }
}

/// Tables, columns, indexes and triggers as the database itself describes them.
async fn schema(connection: &DatabaseConnection) -> Vec<String> {
    let sql = match connection.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable,
                    column_default, generation_expression)
             FROM information_schema.columns WHERE table_schema = 'public'
             UNION ALL
             SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
             UNION ALL
             SELECT 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
             FROM pg_constraint WHERE connamespace = 'public'::regnamespace
             UNION ALL
             SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
             ORDER BY 1"
        }
        _ => "SELECT name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1",
    };
    connection
        .query_all_raw(Statement::from_string(connection.get_database_backend(), sql))
        .await
        .unwrap()
        .into_iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}
