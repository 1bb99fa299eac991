//! Deleting an account leaves nothing of it anywhere.

use std::collections::BTreeMap;

use axum::http::header::HeaderName;
use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, Set, Statement};
use serde_json::json;
use server::entity::{running_turns, token_use, write_marks};
use server::operations::expenses::record_due_expenses;

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(nothing_is_left_in_any_table, an_account_is_deleted_on_purpose_only);

const DELETE: &str = "/api/auth/delete-account";

/// How many rows each table has, whatever tables there are: a new one is counted, too.
/// Two are about the program and hold nothing of anybody.
async fn rows(app: &App) -> BTreeMap<String, i64> {
    let database = app.planner.database.reader();
    let backend = database.get_database_backend();
    let tables = match backend {
        DbBackend::Postgres => {
            "SELECT table_name::text FROM information_schema.tables
             WHERE table_schema = 'public' AND table_name NOT IN ('job_leases', 'seaql_migrations')"
        }
        // What an index for search keeps for itself is seen through its own table.
        _ => {
            "SELECT name FROM pragma_table_list
             WHERE schema = 'main' AND type IN ('table', 'virtual')
               AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
               AND name NOT IN ('job_leases', 'seaql_migrations')"
        }
    };
    let mut counted = BTreeMap::new();
    for row in database.query_all_raw(Statement::from_string(backend, tables)).await.unwrap() {
        let table: String = row.try_get_by_index(0).unwrap();
        let count = format!("SELECT count(*) FROM \"{table}\"");
        let count = database.query_one_raw(Statement::from_string(backend, count)).await.unwrap();
        counted.insert(table, count.unwrap().try_get_by_index(0).unwrap());
    }
    counted
}

/// Somebody with rows in every table.
async fn somebody(app: &App, email: &str) -> Client {
    let user = app.sign_up(email).await;
    let series = json!({
        "title": "Standup", "start_time": "2026-11-23T08:00:00Z",
        "end_time": "2026-11-23T08:15:00Z", "rrule": "FREQ=DAILY",
    });
    let series = user.post("/api/events", series).await.id();
    let one = format!("/api/events/{series}?scope=this&occurrence=2026-11-24T08:00:00Z");
    assert_eq!(user.patch(&one, json!({ "title": "Moved" })).await.status, 200);
    user.post("/api/lists", json!({ "name": "Home" })).await;
    user.post("/api/filters", json!({ "name": "Soon", "filter": "due:week" })).await;
    user.post("/api/budgets", json!({ "amount": 300 })).await;
    let rent = json!({
        "amount": 900, "category": "Rent", "incurred_at": "2026-11-21", "rrule": "FREQ=DAILY",
    });
    assert_eq!(user.post("/api/expenses", rent).await.status, 201);
    record_due_expenses(&app.at(app.planner.clock.now() + TimeDelta::days(1)).planner)
        .await
        .unwrap();
    let guess = json!({ "email": email, "password": "a wrong guess" });
    app.client().post("/api/auth/sign-in", guess).await.problem(401);
    let named = user.clone().with(HeaderName::from_static("idempotency-key"), email);
    assert_eq!(named.post("/api/tasks", json!({ "title": "Plants" })).await.status, 201);
    let asked = user.post("/api/chat", json!({ "message": "delete Plants" })).await.json();
    assert!(asked["confirm"][0]["id"].is_string(), "{asked}");
    server::accounts::reset_link(&app.planner, email).await.unwrap();
    assert_eq!(user.post("/api/tokens", json!({ "name": "Backup" })).await.status, 201);
    let who = user.get("/api/auth/session").await.json();
    let id: domain::Uuid = who["user"]["id"].as_str().unwrap().parse().unwrap();
    let transaction = app.planner.database.begin_write().await.unwrap();
    // A turn in progress at another process.
    running_turns::Entity::insert(running_turns::ActiveModel {
        user_id: Set(id),
        turn_id: Set(id),
        conversation_id: Set(id),
        process: Set("another".to_owned()),
        held_until: Set(app.planner.clock.now()),
    })
    .exec_without_returning(&transaction)
    .await
    .unwrap();
    // As where there is a replica.
    write_marks::Entity::insert(write_marks::ActiveModel { user_id: Set(id), writes: Set(1) })
        .exec_without_returning(&transaction)
        .await
        .unwrap();
    token_use::Entity::insert(token_use::ActiveModel {
        user_id: Set(id),
        day: Set("2026-11-22".parse().unwrap()),
        model: Set("some-model".to_owned()),
        tokens_in: Set(1),
        tokens_out: Set(1),
    })
    .exec_without_returning(&transaction)
    .await
    .unwrap();
    transaction.commit().await.unwrap();
    user
}

async fn nothing_is_left_in_any_table(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let kim = somebody(&app, "kim@example.com").await;
    let before = rows(&app).await;
    assert!(before.len() >= 15, "{before:?}");
    let sam = somebody(&app, "sam@example.com").await;
    for (table, count) in rows(&app).await {
        assert!(count > before[&table], "the test has to write a row of `{table}`");
    }
    let wish = json!({ "current_password": PASSWORD, "confirm": "delete" });
    assert_eq!(sam.post(DELETE, wish).await.status, 204);
    assert_eq!(rows(&app).await, before);
    sam.get("/api/tasks").await.problem(401);
    assert_eq!(kim.get("/api/tasks").await.status, 200);
    // The address is free again.
    app.sign_up("sam@example.com").await;
}

async fn an_account_is_deleted_on_purpose_only(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    let before = user.get("/api/auth/session").await.json();
    for (wish, fields) in [
        (json!({}), vec!["current_password", "confirm"]),
        (json!({ "current_password": PASSWORD, "confirm": "yes" }), vec!["confirm"]),
        (json!({ "current_password": "wrong", "confirm": "delete" }), vec!["current_password"]),
    ] {
        assert_eq!(user.post(DELETE, wish).await.bad_fields(), fields);
    }
    anon.post(DELETE, json!({})).await.problem(401);
    assert_eq!(user.get("/api/auth/session").await.json(), before);
}
