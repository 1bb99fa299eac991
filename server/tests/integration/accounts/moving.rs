//! Nothing is lost on the way out and back in: the rows of every table of the schema are
//! compared, column by column, so that a new table or column cannot be forgotten.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde_json::{Value, json};

use super::importing::{IMPORT, export, fill};
use crate::support::app::{App, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(every_row_of_every_table_comes_back);

/// Tables that are no part of the file, and why.
const LEFT: [(&str, &str); 13] = [
    ("account_links", "opens an account"),
    ("api_tokens", "opens an account"),
    ("known_devices", "opens an account"),
    ("sessions", "opens an account"),
    ("attempts", "counts tries to sign in"),
    ("idempotency_keys", "forgotten after a day"),
    ("job_leases", "of the program"),
    ("running_turns", "of the program"),
    ("seaql_migrations", "of the program"),
    ("token_use", "what was paid for by this planner"),
    ("write_marks", "says what a replica has to know"),
    ("undo_journal", "takes back what was done here"),
    ("search_*", "made by triggers from what is in the file"),
];

/// Columns that are not in the file.
const OWN: [(&str, &[&str]); 6] = [
    ("*", &["user_id"]),
    // How somebody signs in, and what a change of the row counts.
    (
        "users",
        &[
            "id",
            "email",
            "hashed_password",
            "created_at",
            "updated_at",
            "version",
            "email_verified_at",
        ],
    ),
    // It is pinned or not; its name stays what it is.
    ("conversations", &["version", "pinned_at", "titled_by_person"]),
    // What takes back what was done, and what a language model was told by tools.
    ("messages", &["turn_id", "calls", "cards", "replaced"]),
    // The call that a yes would run stays with the planner that asked.
    ("confirmations", &["turn_id", "call", "status", "expires_at", "created_at"]),
    // The program's own number of the row.
    ("search_documents", &["place"]),
];

fn is_left(table: &str) -> bool {
    LEFT.iter().any(|(name, _)| {
        name.strip_suffix('*').map_or(*name == table, |begins| table.starts_with(begins))
    })
}

type Rows = BTreeSet<BTreeMap<String, String>>;

async fn texts(app: &App, query: String) -> Vec<String> {
    let database = app.planner.database.reader();
    let query = Statement::from_string(database.get_database_backend(), query);
    let rows = database.query_all_raw(query).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// What is stored in every table, with each column's value as a text.
async fn stored(app: &App) -> BTreeMap<String, Rows> {
    let is_postgres = app.planner.database.reader().get_database_backend() == DbBackend::Postgres;
    let tables = if is_postgres {
        "SELECT table_name::text FROM information_schema.tables WHERE table_schema = 'public'"
    } else {
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'"
    };
    let mut stored = BTreeMap::new();
    for table in texts(app, tables.to_owned()).await {
        if is_left(&table) {
            continue;
        }
        let query = if is_postgres {
            format!("SELECT to_jsonb(t)::text FROM \"{table}\" t")
        } else {
            let columns = format!("SELECT name FROM pragma_table_info('{table}')");
            let columns = texts(app, columns).await;
            let columns: Vec<String> =
                columns.iter().map(|name| format!("'{name}', quote(\"{name}\")")).collect();
            format!("SELECT json_object({}) FROM \"{table}\"", columns.join(", "))
        };
        let rows = texts(app, query).await;
        stored.insert(table.clone(), rows.iter().map(|row| columns(&table, row)).collect());
    }
    stored
}

fn columns(table: &str, row: &str) -> BTreeMap<String, String> {
    let row: BTreeMap<String, Value> = serde_json::from_str(row).unwrap();
    let is_own = |name: &str| {
        OWN.iter().any(|(of, own)| (*of == "*" || *of == table) && own.contains(&name))
    };
    row.into_iter()
        .filter(|(name, _)| !is_own(name))
        .map(|(name, value)| (name, value.to_string()))
        .collect()
}

async fn every_row_of_every_table_comes_back(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let fresh = stored(&app).await["users"].clone();
    fill(&app, &user).await;
    let before = stored(&app).await;
    for (table, rows) in &before {
        assert!(!rows.is_empty(), "the test has to write a row of `{table}`");
    }
    let (fresh, filled) = (fresh.first().unwrap(), before["users"].first().unwrap());
    for (setting, value) in filled {
        assert_ne!(value, &fresh[setting], "the test has to change the setting `{setting}`");
    }
    let file = export(&user).await;
    let wish = json!({ "current_password": PASSWORD, "confirm": "delete" });
    assert_eq!(user.post("/api/auth/delete-account", wish).await.status, 204);
    let again = app.sign_up("sam@example.com").await;
    let answer = again.post(IMPORT, file).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let after = stored(&app).await;
    for (table, rows) in before {
        assert_eq!(after[&table], rows, "{table}");
    }
}
