//! Somebody with many rows, among others who have some too.

use std::env;

use domain::Uuid;
use sea_orm::{ConnectionTrait, DbBackend};
use server::database::Database;

/// How many rows of each kind everybody has.
const ROWS: u32 = 2_000;
/// How many others there are.
const OTHERS: u32 = 5;

/// Writes rows of each kind for whoever is there already, and for others.
pub(super) async fn write(database: &Database) {
    let transaction = database.begin_write().await.unwrap();
    let others = (0..OTHERS).map(|number| format!("other-{number}@example.com"));
    for other in others {
        let id = match database.backend() {
            DbBackend::Postgres => "gen_random_uuid()",
            _ => "randomblob(16)",
        };
        let sql = format!(
            "INSERT INTO users (id, email, hashed_password) VALUES ({id}, '{other}', 'none')"
        );
        transaction.execute_unprepared(&sql).await.unwrap();
    }
    for statement in rows(database.backend()) {
        transaction.execute_unprepared(&statement).await.unwrap();
    }
    transaction.commit().await.unwrap();
    // Only these: a database that knows of a table of one row reads it whole, and is right.
    for table in ["calendar_events", "tasks", "expenses", "search_documents"] {
        let analysing = database.begin_write().await.unwrap();
        analysing.execute_unprepared(&format!("ANALYZE {table}")).await.unwrap();
        analysing.commit().await.unwrap();
    }
}

/// Events, tasks and expenses of everybody, spread over years around now.
fn rows(backend: DbBackend) -> Vec<String> {
    let (numbers, at, id, amount, due) = match backend {
        DbBackend::Postgres => (
            format!("generate_series(1, {ROWS}) AS n (n)"),
            (|hours: &str| format!("now() + ({hours}) * INTERVAL '1 hour'")) as fn(&str) -> String,
            "gen_random_uuid()",
            "amount",
            "date_trunc('day', now()) + (n - 1000) * INTERVAL '1 day'",
        ),
        _ => (
            format!(
                "(WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < {ROWS}) \
                 SELECT n FROM n) AS n"
            ),
            (|hours: &str| {
                format!("strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now', ({hours}) || ' hours')")
            }) as fn(&str) -> String,
            "randomblob(16)",
            "amount_minor",
            "strftime('%Y-%m-%dT00:00:00+00:00', 'now', (n - 1000) || ' days')",
        ),
    };
    vec![
        format!(
            "INSERT INTO calendar_events (id, user_id, title, start_time, end_time) \
             SELECT {id}, users.id, 'Meeting ' || n, {}, {} FROM users CROSS JOIN {numbers}",
            at("12 * (n - 1000)"),
            at("12 * (n - 1000) + 1")
        ),
        format!(
            "INSERT INTO tasks (id, user_id, title, is_complete, due_date) \
             SELECT {id}, users.id, 'Send letter ' || n, n % 4 = 0, \
             CASE WHEN n % 3 > 0 THEN {due} END FROM users CROSS JOIN {numbers}"
        ),
        format!(
            "INSERT INTO expenses (id, user_id, {amount}, category, incurred_at) \
             SELECT {id}, users.id, 100 + n, 'Food', {} FROM users CROSS JOIN {numbers}",
            at("0 - 36 * n")
        ),
    ]
}

/// A PostgreSQL database of its own, gone when dropped.
pub(super) struct Server {
    admin: String,
    name: String,
    pub(super) url: String,
}

impl Server {
    /// None where the run leaves PostgreSQL out.
    #[expect(clippy::disallowed_methods, reason = "the server under test reads no such setting")]
    pub(super) async fn start() -> Option<Self> {
        let Ok(admin) = env::var("TEST_POSTGRES_URL") else {
            assert!(
                env::var("TEST_WITHOUT_POSTGRES").is_ok_and(|value| value == "1"),
                "TEST_POSTGRES_URL names no PostgreSQL server to test on; run scripts/test"
            );
            return None;
        };
        let name = format!("planner_plans_{}", Uuid::new_v4().simple());
        execute(&admin, &format!("CREATE DATABASE {name}")).await;
        let (server, _) = admin.rsplit_once('/').unwrap();
        let url = format!("{server}/{name}");
        Some(Self { admin, name, url })
    }
}

impl Drop for Server {
    /// On a thread with a runtime of its own, since the test's may be unwinding.
    fn drop(&mut self) {
        let (admin, name) = (self.admin.clone(), self.name.clone());
        let dropped = std::thread::spawn(move || {
            let drop = format!("DROP DATABASE {name} WITH (FORCE)");
            tokio::runtime::Runtime::new().unwrap().block_on(execute(&admin, &drop));
        });
        assert!(dropped.join().is_ok() || std::thread::panicking(), "it was not dropped");
    }
}

async fn execute(url: &str, sql: &str) {
    let connection = sea_orm::Database::connect(url).await.unwrap();
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}
