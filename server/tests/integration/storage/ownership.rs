//! Rows belong to one person, and go with them.

use sea_orm::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use server::entity::{Owned, calendar_events, conversations, tasks, users};
use uuid::Uuid;

use super::samples::{add_conversation, add_person, event, task};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    owners_reach_their_own_rows_only,
    rows_go_with_their_person,
    an_address_is_taken_once,
);

async fn owners_reach_their_own_rows_only(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let ann = add_person(&transaction).await;
    let bob = add_person(&transaction).await;
    let row = task(&ann);
    row.clone().into_active_model().insert(&transaction).await.unwrap();

    let found = tasks::Entity::owned_by(bob.id)
        .filter(tasks::Column::Id.eq(row.id))
        .one(&transaction)
        .await
        .unwrap();
    assert_eq!(found, None);
    let changed = tasks::Entity::update_owned_by(bob.id)
        .col_expr(tasks::Column::Title, Expr::value("mine"))
        .filter(tasks::Column::Id.eq(row.id))
        .exec(&transaction)
        .await
        .unwrap();
    assert_eq!(changed.rows_affected, 0);
    let deleted = tasks::Entity::delete_owned_by(bob.id)
        .filter(tasks::Column::Id.eq(row.id))
        .exec(&transaction)
        .await
        .unwrap();
    assert_eq!(deleted.rows_affected, 0);

    let found = tasks::Entity::owned_by(ann.id).all(&transaction).await.unwrap();
    assert_eq!(found, [row]);
}

async fn rows_go_with_their_person(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    add_conversation(&transaction, &person).await;
    event(&person).into_active_model().insert(&transaction).await.unwrap();
    task(&person).into_active_model().insert(&transaction).await.unwrap();

    users::Entity::delete_by_id(person.id).exec(&transaction).await.unwrap();
    assert_eq!(conversations::Entity::find().count(&transaction).await.unwrap(), 0);
    assert_eq!(calendar_events::Entity::find().count(&transaction).await.unwrap(), 0);
    assert_eq!(tasks::Entity::find().count(&transaction).await.unwrap(), 0);
}

async fn an_address_is_taken_once(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    let mut again = person.into_active_model();
    again.id = Set(Uuid::new_v4());
    let error = again.insert(&transaction).await.unwrap_err();
    assert!(matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))), "{error}");
}
