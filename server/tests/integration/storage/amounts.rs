//! Amounts are exact to the hundredth on both databases.

use sea_orm::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set, Statement};
use server::entity::{Owned, expenses, users};
use uuid::Uuid;

use super::samples::{add_person, instant};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    ten_thousand_dimes_are_a_thousand,
    written_amounts_read_back,
    amounts_compare_as_numbers,
);

/// The sum that binary fractions get wrong.
async fn ten_thousand_dimes_are_a_thousand(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    let rows: Vec<_> = (0..10_000).map(|_| expense(&person, 10)).collect();
    for some in rows.chunks(1_000) {
        expenses::Entity::insert_many(some.to_vec())
            .exec_without_returning(&transaction)
            .await
            .unwrap();
    }
    transaction.commit().await.unwrap();

    let sum: Option<Option<i64>> = expenses::Entity::owned_by(person.id)
        .select_only()
        .column_as(expenses::total(), "sum")
        .into_tuple()
        .one(database.reader())
        .await
        .unwrap();
    assert_eq!(sum, Some(Some(100_000)));
}

async fn written_amounts_read_back(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    for (minor, shown) in [
        (1, "0.01"),
        (10, "0.10"),
        (100, "1.00"),
        (1_250, "12.50"),
        (9_999_999_999, "99999999.99"),
        (-5, "-0.05"),
        (-1_250, "-12.50"),
    ] {
        let written = expense(&person, minor).insert(&transaction).await.unwrap();
        assert_eq!(written.amount_minor, minor);
        assert_eq!(documented_amount(&transaction, written.id).await, shown);

        let mut change =
            expense(&person, 77).insert(&transaction).await.unwrap().into_active_model();
        change.amount_minor = Set(minor);
        let changed = change.update(&transaction).await.unwrap();
        assert_eq!(changed.amount_minor, minor);
        assert_eq!(documented_amount(&transaction, changed.id).await, shown);
    }
}

/// Another program writes the documented column, on PostgreSQL.
#[tokio::test]
async fn documented_amounts_reach_the_program() {
    let Some(test) = TestDatabase::postgres().await else {
        return;
    };
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    let row = expense(&person, 1_250).insert(&transaction).await.unwrap();
    let minor = async || {
        expenses::Entity::find_by_id(row.id).one(&transaction).await.unwrap().unwrap().amount_minor
    };

    for (sql, expected) in [
        ("UPDATE expenses SET amount = 0.1", 10),
        ("UPDATE expenses SET category = 'Books'", 10),
        ("UPDATE expenses SET amount = amount + 0.2", 30),
        ("UPDATE expenses SET amount = 7, amount_minor = 800", 700),
    ] {
        transaction.execute_unprepared(sql).await.unwrap();
        assert_eq!(minor().await, expected, "{sql}");
    }
}

async fn documented_amount(connection: &impl ConnectionTrait, id: Uuid) -> String {
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "SELECT CAST(amount AS TEXT) FROM expenses WHERE id = $1",
        [id.into()],
    );
    let row = connection.query_one_raw(statement).await.unwrap().unwrap();
    row.try_get_by_index(0).unwrap()
}

async fn amounts_compare_as_numbers(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    for minor in [900, 10_000, 95, 1_000] {
        expense(&person, minor).insert(&transaction).await.unwrap();
    }
    let found: Vec<i64> = expenses::Entity::owned_by(person.id)
        .filter(expenses::Column::AmountMinor.gt(95))
        .order_by_asc(expenses::Column::AmountMinor)
        .select_only()
        .column(expenses::Column::AmountMinor)
        .into_tuple()
        .all(&transaction)
        .await
        .unwrap();
    assert_eq!(found, [900, 1_000, 10_000]);
}

fn expense(person: &users::Model, minor: i64) -> expenses::ActiveModel {
    expenses::ActiveModel {
        id: Set(Uuid::new_v4()),
        user_id: Set(person.id),
        category: Set("Food".to_owned()),
        incurred_at: Set(instant()),
        created_at: Set(Some(instant())),
        amount_minor: Set(minor),
        description: Set(None),
        notes: Set(None),
        currency: Set("EUR".to_owned()),
        rrule: Set(None),
        door: Set("web".to_owned()),
        updated_at: Set(instant()),
        version: Set(1),
    }
}
