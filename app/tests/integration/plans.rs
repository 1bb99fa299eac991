//! What the databases make of the queries of pages and routes that people with many rows open:
//! every one of them is read from an index.

mod many;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use domain::Uuid;
use sea_orm::{ConnectionTrait, Statement, TransactionTrait};
use serde_json::json;
use server::database::Database;
use tempfile::TempDir;

use crate::support::App;

/// What is asked for; the rows are written by `many`.
const ADDRESSES: [&str; 17] = [
    "/dashboard",
    "/calendar",
    "/calendar?view=month",
    "/calendar?view=agenda",
    "/tasks",
    "/tasks?view=today",
    "/tasks?view=done",
    "/expenses",
    "/search?q=letter",
    "/api/tasks",
    "/api/tasks?is_complete=false&limit=50",
    "/api/tasks?due_before=2030-01-01&limit=50",
    "/api/events?from=2026-01-01&to=2026-02-01",
    "/api/events?limit=50",
    "/api/expenses?limit=50",
    "/api/search?q=lettre",
    "/api/history",
];

/// Tables of a few rows a person, which a database reads whole while they are small. Whether they
/// have an index is seen when it must not.
const SMALL: [&str; 12] = [
    "attempts",
    "budgets",
    "conversations",
    "event_exceptions",
    "job_leases",
    "known_devices",
    "messages",
    "saved_filters",
    "sessions",
    "task_lists",
    "undo_journal",
    "users",
];

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_scans_no_table() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("planner.db").display());
    let (_app, database, said) = visited(&url, folder).await;
    for statement in said {
        let sql = format!("EXPLAIN QUERY PLAN {}", statement.sql);
        let steps = explained(database.reader(), sql, &statement, "detail").await;
        // `SCAN tasks`, `SCAN tasks USING INDEX …`: all of it is read, one way or the other. Of what
        // was put together before there is no more than was put there.
        let scanned = |step: &String| {
            let table = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
            table.is_some_and(|table| is_table(table) && !step.contains("VIRTUAL TABLE"))
        };
        let found: Vec<&String> = steps.iter().filter(|step| scanned(step)).collect();
        assert!(found.is_empty(), "{found:?} of {steps:#?}\n{}", statement.sql);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_scans_no_table() {
    let Some(server) = many::Server::start().await else { return };
    let (_app, database, said) = visited(&server.url, tempfile::tempdir().unwrap()).await;
    for statement in said {
        for (setting, small) in [("on", &SMALL[..]), ("off", &[])] {
            let transaction = database.reader().begin().await.unwrap();
            let set = format!("SET LOCAL enable_seqscan = {setting}");
            transaction.execute_unprepared(&set).await.unwrap();
            let sql = format!("EXPLAIN {}", statement.sql);
            let steps = explained(&transaction, sql, &statement, "QUERY PLAN").await;
            let scanned = |step: &String| {
                let table = step.split("Seq Scan on ").nth(1);
                let table = table.and_then(|rest| rest.split(' ').next());
                table.is_some_and(|table| is_table(table) && !small.contains(&table))
            };
            let found: Vec<&String> = steps.iter().filter(|step| scanned(step)).collect();
            assert!(found.is_empty(), "{found:?} of {steps:#?}\n{}", statement.sql);
        }
    }
}

/// Whether a plan's step is about a table of the schema and not about what a query put together.
fn is_table(name: &str) -> bool {
    SMALL.contains(&name)
        || ["calendar_events", "tasks", "expenses", "search_documents"].contains(&name)
}

async fn explained(
    connection: &impl ConnectionTrait,
    sql: String,
    statement: &Statement,
    column: &str,
) -> Vec<String> {
    let values = statement.values.clone().map(|values| values.0).unwrap_or_default();
    let explain = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    let steps = connection.query_all_raw(explain).await.unwrap();
    steps.iter().map(|step| step.try_get::<String>("", column).unwrap()).collect()
}

/// Visits everything as somebody with many rows among others: the application, which holds the
/// folder, its database, and the statements that were said.
async fn visited(url: &str, folder: TempDir) -> (App, Database, Vec<Statement>) {
    let said = Arc::new(Mutex::new(BTreeMap::new()));
    let hear = {
        let said = Arc::clone(&said);
        move |statement: &Statement| {
            said.lock().unwrap().insert(statement.sql.clone(), statement.clone());
        }
    };
    let database = Database::open(url).await.unwrap();
    let app = App::on(database.clone().overheard(hear), folder);
    let person = app.sign_up("heavy@example.com").await;
    many::write(&database).await;
    said.lock().unwrap().clear();
    for address in ADDRESSES {
        let (status, body) = person.get(address).await;
        assert!(status.is_success(), "{address}: {status} {body}");
    }
    let task = person.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    let id: Uuid = task["id"].as_str().unwrap().parse().unwrap();
    person.post("/api/tasks", json!({ "id": id, "is_complete": true })).await;

    let said: Vec<Statement> = said.lock().unwrap().values().cloned().collect();
    let said: Vec<Statement> = said.into_iter().filter(|it| is_explained(&it.sql)).collect();
    assert!(said.len() > 20, "hardly anything was heard: {}", said.len());
    (app, database, said)
}

/// Whether it looks for rows; an INSERT alone does not.
fn is_explained(sql: &str) -> bool {
    ["SELECT", "UPDATE", "DELETE", "WITH"].iter().any(|verb| sql.starts_with(verb))
}
