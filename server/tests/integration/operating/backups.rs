//! Backups: made while the planner works, verified, put back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use server::backup::{BackupError, back_up, restore, scheduled};
use server::config::Config;
use server::database::Database;
use server::jobs::do_if_due;
use tempfile::TempDir;

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(there_and_back, a_backup_is_one_moment, what_is_newer_or_foreign_is_refused);

fn config(database: &TestDatabase) -> Config {
    let url = database.url().to_owned();
    Config::from_variables(|name| (name == "DATABASE_URL").then(|| url.clone())).unwrap()
}

/// A folder and a file in it.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a backup of 100%.db");
    (folder, file)
}

/// A second database of the same kind.
async fn another(database: &TestDatabase) -> TestDatabase {
    match database.url().starts_with("sqlite:") {
        true => TestDatabase::sqlite(),
        false => TestDatabase::postgres().await.unwrap(),
    }
}

async fn everything(user: &Client) -> Vec<Value> {
    let mut lists = Vec::new();
    for list in ["events", "tasks", "expenses", "budgets", "conversations", "history"] {
        lists.push(user.get(&format!("/api/{list}")).await.json());
    }
    lists
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

async fn there_and_back(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    user.post("/api/chat", json!({ "message": "lunch with Sam tomorrow 1pm" })).await;
    user.post("/api/tasks", json!({ "title": "It's \"Café\" \\ & ünïcode" })).await;
    user.post("/api/expenses", json!({ "amount": 12.5, "category": "Food" })).await;
    let before = everything(&user).await;
    let (folder, file) = place();
    back_up(&config(&database), &file, false).await.unwrap();
    assert_eq!(names(folder.path()), ["a backup of 100%.db"]);
    let again = back_up(&config(&database), &file, false).await;
    assert!(matches!(again, Err(BackupError::Exists(_))), "{again:?}");
    back_up(&config(&database), &file, true).await.unwrap();

    // Into an empty place.
    let fresh = another(&database).await;
    assert_eq!(restore(&config(&fresh), &file, false).await.unwrap(), None);
    let (restored, _) = App::start(&fresh).await;
    assert_eq!(everything(&user.moved_to(&restored)).await, before);
    let found = user.moved_to(&restored).get("/api/search?q=cafe").await.json();
    assert_eq!(found.as_array().unwrap().len(), 1, "{found}");

    // Over what has changed meanwhile: not while it is in use, and on purpose only.
    user.post("/api/tasks", json!({ "title": "Afterwards" })).await;
    let in_use = restore(&config(&database), &file, true).await;
    assert!(matches!(in_use, Err(BackupError::Running)), "{in_use:?}");
    app.planner.database.clone().close().await.unwrap();
    let unforced = restore(&config(&database), &file, false).await;
    assert!(matches!(unforced, Err(BackupError::InUse(1))), "{unforced:?}");
    let aside = restore(&config(&database), &file, true).await.unwrap();
    assert!(aside.unwrap().contains("before"), "what was there is kept");
    let (app, _) = App::start(&database).await;
    assert_eq!(everything(&user.moved_to(&app)).await, before);

    // What was put aside is no part of the next backup, which is one again.
    back_up(&config(&database), &file, true).await.unwrap();
    let third = another(&database).await;
    restore(&config(&third), &file, false).await.unwrap();
    let (third_app, _) = App::start(&third).await;
    assert_eq!(everything(&user.moved_to(&third_app)).await, before);
}

async fn a_backup_is_one_moment(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let writer = user.clone();
    let writing = tokio::spawn(async move {
        for number in 0.. {
            let body = json!({ "title": number.to_string() });
            assert_eq!(writer.post("/api/tasks", body).await.status, 201);
        }
    });
    let (_folder, file) = place();
    for _ in 0..3 {
        tokio::time::sleep(Duration::from_millis(100)).await;
        back_up(&config(&database), &file, true).await.unwrap();
        let fresh = another(&database).await;
        restore(&config(&fresh), &file, false).await.unwrap();
        let (restored, _) = App::start(&fresh).await;
        let user = user.moved_to(&restored);
        let tasks = user.get("/api/tasks").await.json();
        let changes = user.get("/api/history").await.json();
        let count = tasks.as_array().unwrap().len();
        assert!(count > 0);
        assert_eq!(count, changes.as_array().unwrap().len(), "a row without its record");
    }
    assert!(!writing.is_finished(), "writing went on all the time");
    writing.abort();
}

async fn what_is_newer_or_foreign_is_refused(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    user.post("/api/tasks", json!({ "title": "Plants" })).await;
    let (_folder, file) = place();
    fs::write(&file, "This is no backup. ".repeat(100)).unwrap();
    let target = another(&database).await;
    let foreign = restore(&config(&target), &file, false).await;
    assert!(foreign.is_err(), "{foreign:?}");
    let missing = restore(&config(&target), &file.with_extension("gone"), false).await;
    assert!(matches!(missing, Err(BackupError::File { .. })), "{missing:?}");

    let connection = database.connect().await;
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m99999999_1_x', 1)";
    connection.execute_unprepared(newer).await.unwrap();
    connection.close().await.unwrap();
    back_up(&config(&database), &file, true).await.unwrap_err();
    app.planner.database.clone().close().await.unwrap();
    assert!(Database::open(target.url()).await.is_ok(), "the target is untouched");
}

#[tokio::test]
async fn a_damaged_backup_is_refused() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    for number in 0..200 {
        user.post("/api/tasks", json!({ "title": format!("{number} {}", "x".repeat(150)) })).await;
    }
    let (_folder, file) = place();
    back_up(&config(&database), &file, false).await.unwrap();
    let whole = fs::read(&file).unwrap();
    let target = TestDatabase::sqlite();
    let mut broken = whole.clone();
    // Some pages in the middle, which only a look through all of it finds.
    let middle = whole.len() / 2 / 4096 * 4096;
    broken[middle..middle + 3 * 4096].fill(0x5a);
    for damaged in [&broken[..], &whole[..whole.len() / 2]] {
        fs::write(&file, damaged).unwrap();
        let refused = restore(&config(&target), &file, true).await;
        assert!(
            matches!(refused, Err(BackupError::Damaged { .. } | BackupError::Foreign { .. })),
            "{refused:?}"
        );
        assert!(!target.path().exists());
    }
}

#[tokio::test]
async fn every_day_one_and_the_newest_stay() {
    let database = TestDatabase::sqlite();
    let (app, _, _) = App::with_user(&database).await;
    let folder = tempfile::tempdir().unwrap();
    let copies = folder.path().join("copies");
    assert!(scheduled(&app.planner).is_none());
    let settings = [
        ("DATABASE_URL", database.url()),
        ("BACKUP_DIR", copies.to_str().unwrap()),
        ("BACKUP_KEEP", "2"),
    ];
    for days in 0..4 {
        let later = app.at(app.planner.clock.now() + chrono::TimeDelta::days(days));
        let planner = later.with_settings(&settings).planner;
        let job = scheduled(&planner).unwrap();
        assert!(do_if_due(&job, &planner, "a").await);
        assert!(!do_if_due(&job, &planner, "a").await, "once a day");
    }
    assert_eq!(names(&copies), ["planner-20261124t090000z.db", "planner-20261125t090000z.db"]);
}
