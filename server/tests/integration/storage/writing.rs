//! Transactions that write: in turn, whole or not at all.

use sea_orm::prelude::*;
use sea_orm::{DbBackend, QuerySelect};
use server::database::Database;
use server::entity::users;

use super::samples::add_person;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    read_then_write_loses_nothing,
    a_dropped_transaction_leaves_nothing,
    readers_see_what_is_committed,
);

const TASKS: i64 = 32;
const ROUNDS: i64 = 10;

/// Many tasks of two instances each read a row and write what they read plus one.
async fn read_then_write_loses_nothing(test: TestDatabase) {
    let instances = [test.open().await, test.open().await];
    let transaction = instances[0].begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    transaction.commit().await.unwrap();

    let tasks: Vec<_> = (0..TASKS)
        .map(|task| {
            let database = instances[usize::from(task % 2 == 0)].clone();
            tokio::spawn(async move {
                for _ in 0..ROUNDS {
                    count_up(&database, person.id).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }

    let counted =
        users::Entity::find_by_id(person.id).one(instances[0].reader()).await.unwrap().unwrap();
    assert_eq!(counted.version, 1 + TASKS * ROUNDS);
}

async fn count_up(database: &Database, person: Uuid) -> Result<(), DbErr> {
    let transaction = database.begin_write().await?;
    let row = users::Entity::find_by_id(person)
        // PostgreSQL locks rows, SQLite has locked everything already.
        .lock_exclusive()
        .one(&transaction)
        .await?
        .expect("the person is there");
    tokio::task::yield_now().await;
    users::Entity::update_many()
        .col_expr(users::Column::Version, Expr::value(row.version + 1))
        .filter(users::Column::Id.eq(person))
        .exec(&transaction)
        .await?;
    transaction.commit().await
}

async fn a_dropped_transaction_leaves_nothing(test: TestDatabase) {
    let database = test.open().await;
    for _ in 0..3 {
        let transaction = database.begin_write().await.unwrap();
        add_person(&transaction).await;
        drop(transaction);
    }
    let transaction = database.begin_write().await.unwrap();
    assert_eq!(users::Entity::find().count(&transaction).await.unwrap(), 0);
}

async fn readers_see_what_is_committed(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    add_person(&transaction).await;
    let people = || users::Entity::find().count(database.reader());
    assert_eq!(people().await.unwrap(), 0);
    transaction.commit().await.unwrap();
    assert_eq!(people().await.unwrap(), 1);
}

#[tokio::test]
async fn sqlite_readers_refuse_to_write() {
    let test = TestDatabase::sqlite();
    let database = test.open().await;
    assert_eq!(database.backend(), DbBackend::Sqlite);
    let error = database.reader().execute_unprepared("DELETE FROM users").await.unwrap_err();
    assert!(error.to_string().contains("readonly"), "{error}");
}
