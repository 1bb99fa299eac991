//! A disk without room: said plainly, reads go on, and nothing is broken.
//!
//! SQLite is given a bound of pages, which fails as a full disk does (`SQLITE_FULL`).
//! `tests/program` has the real thing.

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::json;

use crate::support::app::App;
use crate::support::database::TestDatabase;

async fn bound(app: &App, pages: &str) {
    let transaction = app.planner.database.begin_write().await.unwrap();
    transaction.execute_unprepared(&format!("PRAGMA max_page_count = {pages}")).await.unwrap();
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn a_full_disk_is_said_and_passes() {
    let database = TestDatabase::sqlite();
    let (app, _, user) = App::with_user(&database).await;
    // The least that is possible: as many as there are.
    bound(&app, "1").await;
    let mut written = 0;
    let refused = loop {
        let body = json!({ "title": "x".repeat(150) });
        let answer = user.post("/api/tasks", body).await;
        if answer.status != 201 {
            break answer;
        }
        written += 1;
        assert!(written < 10_000, "the disk is never full");
    };
    let problem = refused.problem(503);
    assert!(problem["detail"].as_str().unwrap().contains("no room left"), "{problem}");
    assert!(refused.headers.contains_key("retry-after"));
    let tasks = user.get("/api/tasks").await.json();
    assert_eq!(tasks.as_array().unwrap().len(), written);

    bound(&app, "4294967294").await;
    assert_eq!(user.post("/api/tasks", json!({ "title": "There is room" })).await.status, 201);
    let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
    let row = app.planner.database.reader().query_one_raw(check).await.unwrap().unwrap();
    assert_eq!(row.try_get_by_index::<String>(0).unwrap(), "ok");
    let journal = user.get("/api/history").await.json();
    assert_eq!(journal.as_array().unwrap().len(), written + 1, "no row without its record");
}
