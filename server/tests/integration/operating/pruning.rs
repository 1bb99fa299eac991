//! What is kept for a while only goes, and nothing else.

use axum::http::HeaderName;
use chrono::TimeDelta;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, PaginatorTrait, Set};
use serde_json::json;
use server::entity::{idempotency_keys, undo_journal};
use server::jobs::{Pruned, prune};
use uuid::Uuid;

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(what_is_too_old_goes, many_go_in_batches);

async fn what_is_too_old_goes(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let named = user.clone().with(HeaderName::from_static("idempotency-key"), "one");
    let task = named.post("/api/tasks", json!({ "title": "Plants" })).await.id();
    assert_eq!(user.delete(&format!("/api/tasks/{task}")).await.status, 204);
    let later = |hours| app.at(app.planner.clock.now() + TimeDelta::hours(hours));

    assert_eq!(prune(&later(24).planner).await.unwrap(), Pruned::default());
    let at_once = prune(&later(25).planner).await.unwrap();
    assert_eq!(at_once, Pruned { names: 1, ..Pruned::default() });
    // A change that was made later stays when the others go.
    let second = later(48);
    let recent = app.sign_up("kim@example.com").await.moved_to(&second);
    assert_eq!(recent.post("/api/tasks", json!({ "title": "Plants" })).await.status, 201);
    let gone = prune(&later(30 * 24 + 1).planner).await.unwrap();
    assert_eq!((gone.changes, gone.names), (2, 0));
    let left = undo_journal::Entity::find().count(app.planner.database.reader()).await.unwrap();
    assert_eq!(left, 1);
}

async fn many_go_in_batches(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let named = user.clone().with(HeaderName::from_static("idempotency-key"), "0");
    named.post("/api/tasks", json!({ "title": "Plants" })).await;
    let reader = app.planner.database.reader();
    let change = undo_journal::Entity::find().one(reader).await.unwrap().unwrap();
    let name = idempotency_keys::Entity::find().one(reader).await.unwrap().unwrap();
    let changes = (1..1_201).map(|_| undo_journal::ActiveModel {
        id: Set(Uuid::now_v7()),
        ..change.clone().into_active_model().reset_all()
    });
    let names = (1..1_201).map(|number| idempotency_keys::ActiveModel {
        key: Set(number.to_string()),
        ..name.clone().into_active_model().reset_all()
    });
    let transaction = app.planner.database.begin_write().await.unwrap();
    undo_journal::Entity::insert_many(changes).exec_without_returning(&transaction).await.unwrap();
    let keys = idempotency_keys::Entity::insert_many(names);
    keys.exec_without_returning(&transaction).await.unwrap();
    transaction.commit().await.unwrap();
    let later = app.at(app.planner.clock.now() + TimeDelta::days(31));
    let gone = prune(&later.planner).await.unwrap();
    assert_eq!((gone.changes, gone.names), (1_201, 1_201));
}
