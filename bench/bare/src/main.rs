//! What is measured against by `bench/run`: axum and nothing else around the SQL of the
//! list of tasks, on the planner's own pool, answering the same rows. Nobody is asked who they are.
//!
//! Usage: bare DATABASE_URL ADDRESS EMAIL

#![expect(clippy::expect_used, reason = "a bench that cannot run ends")]

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;
use axum::routing::get;
use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::history::Door;
use domain::repeat::RepeatFrom;
use domain::task::{Labels, Priority, Task};
use domain::time::Moment;
use sea_orm::sqlx::postgres::{PgPool, PgRow};
use sea_orm::sqlx::{self, Row};
use server::database::Database;

/// As `ListTasks` asks.
const LIST: &str = r#"SELECT "tasks"."id", "tasks"."title", "tasks"."is_complete",
 "tasks"."due_date", "tasks"."created_at", "tasks"."notes", "tasks"."priority", "tasks"."rrule",
 "tasks"."repeat_from", "tasks"."completed_at", "tasks"."due_all_day", "tasks"."door",
 "tasks"."updated_at", "tasks"."version", "tasks"."list_id", "tasks"."parent_id",
 "tasks"."labels", "tasks"."estimate_minutes", "tasks"."position"
 FROM "tasks" WHERE "tasks"."user_id" = $1
 ORDER BY coalesce("tasks"."is_complete", false) ASC,
 coalesce("tasks"."due_date", TIMESTAMPTZ '9999-12-31 00:00:00+00') ASC, "tasks"."id" ASC
 LIMIT $2"#;

struct Bare {
    pool: PgPool,
    person: Uuid,
}

#[tokio::main]
async fn main() {
    let [url, address, email] = std::env::args()
        .skip(1)
        .collect::<Vec<_>>()
        .try_into()
        .expect("DATABASE_URL ADDRESS EMAIL");
    let database = Database::open(&url).await.expect("a database of the planner");
    let pool = database.reader().get_postgres_connection_pool().clone();
    let person = sqlx::query_scalar("SELECT id FROM users WHERE email = $1").bind(email);
    let person = person.fetch_one(&pool).await.expect("a person of that address");
    let router = Router::new()
        .route("/", get(async || "ready"))
        .route("/api/tasks", get(list))
        .with_state(Arc::new(Bare { pool, person }));
    let listener = tokio::net::TcpListener::bind(address).await.expect("a free address");
    axum::serve(listener, router).await.expect("to serve");
}

async fn list(State(bare): State<Arc<Bare>>) -> impl IntoResponse {
    let rows = sqlx::query(LIST).bind(bare.person).bind(1001_i64).fetch_all(&bare.pool).await;
    let tasks: Vec<Task> = rows.expect("rows").iter().map(task).collect();
    let body = serde_json::to_vec(&tasks).expect("JSON");
    ([(CONTENT_TYPE, "application/json")], body)
}

fn task(row: &PgRow) -> Task {
    let due: Option<DateTime<Utc>> = row.get(3);
    Task {
        id: row.get(0),
        title: row.get(1),
        is_complete: row.get::<Option<bool>, _>(2).unwrap_or(false),
        due_date: due.map(|due| Moment::from_stored(due, row.get(10))),
        created_at: row.get(4),
        notes: row.get(5),
        priority: Priority::from_name(row.get(6)).unwrap_or_default(),
        rrule: row.get(7),
        repeat_from: row.get::<Option<&str>, _>(8).and_then(RepeatFrom::from_name),
        completed_at: row.get(9),
        door: Door::from_name(row.get(11)),
        updated_at: row.get(12),
        version: row.get(13),
        list_id: row.get(14),
        parent_id: row.get(15),
        labels: Labels::from_stored(row.get(16)),
        estimate_minutes: row.get::<Option<i64>, _>(17).and_then(|it| it.try_into().ok()),
        position: row.get(18),
    }
}
