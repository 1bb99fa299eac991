//! A database for each test: a temporary SQLite file, and a fresh PostgreSQL
//! database that is dropped afterwards.
//!
//! `scripts/test` starts a PostgreSQL server and names it in `TEST_POSTGRES_URL`
//! (a role that may create databases and roles). Without it the PostgreSQL half
//! of the tests fails; `TEST_WITHOUT_POSTGRES=1` leaves it out knowingly.

use std::env;
use std::path::PathBuf;

use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection};
use server::database::Database;
use tempfile::TempDir;
use uuid::Uuid;

/// Makes two tests of the async function `$name(TestDatabase)`: `$name::sqlite`
/// and `$name::postgres`.
macro_rules! on_both_databases {
    ($($name:ident),+ $(,)?) => {$(
        mod $name {
            use crate::support::database::TestDatabase;

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                super::$name(TestDatabase::sqlite()).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                if let Some(database) = TestDatabase::postgres().await {
                    super::$name(database).await;
                }
            }
        }
    )+};
}
pub(crate) use on_both_databases;

/// An empty database of its own, gone when dropped.
pub(crate) struct TestDatabase {
    url: String,
    place: Place,
}

enum Place {
    File { folder: TempDir },
    Server { admin_url: String, name: String },
}

impl TestDatabase {
    /// A SQLite database that does not exist yet, in a folder that does.
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("planner.db");
        Self { url: format!("sqlite://{}", path.display()), place: Place::File { folder } }
    }

    /// An empty PostgreSQL database, or none if this run leaves PostgreSQL out.
    #[expect(clippy::disallowed_methods, reason = "the server under test reads no such setting")]
    pub(crate) async fn postgres() -> Option<Self> {
        let Ok(admin_url) = env::var("TEST_POSTGRES_URL") else {
            assert!(
                env::var("TEST_WITHOUT_POSTGRES").is_ok_and(|value| value == "1"),
                "TEST_POSTGRES_URL names no PostgreSQL server to test on; run scripts/test, \
                 or set TEST_WITHOUT_POSTGRES=1 to leave PostgreSQL out"
            );
            return None;
        };
        let name = format!("planner_test_{}", Uuid::new_v4().simple());
        execute(&admin_url, &format!("CREATE DATABASE {name}")).await;
        Some(Self {
            url: with_database(&admin_url, &name),
            place: Place::Server { admin_url, name },
        })
    }

    /// What `DATABASE_URL` would be.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The file, on SQLite.
    pub(crate) fn path(&self) -> PathBuf {
        match &self.place {
            Place::File { folder } => folder.path().join("planner.db"),
            Place::Server { .. } => panic!("PostgreSQL has no file"),
        }
    }

    /// The database as the program opens it: checked and migrated.
    pub(crate) async fn open(&self) -> Database {
        Database::open(&self.url).await.unwrap()
    }

    /// A single connection without the program's checks and settings.
    pub(crate) async fn connect(&self) -> DatabaseConnection {
        match &self.place {
            Place::File { .. } => connect(&format!("{}?mode=rwc", self.url)).await,
            Place::Server { .. } => connect(&self.url).await,
        }
    }
}

impl Drop for TestDatabase {
    /// Drops the PostgreSQL database on a thread with a runtime of its own, since
    /// the test's may be unwinding.
    fn drop(&mut self) {
        let Place::Server { admin_url, name } = &self.place else {
            return;
        };
        let (admin_url, name) = (admin_url.clone(), name.clone());
        let dropped = std::thread::spawn(move || {
            tokio::runtime::Runtime::new()
                .unwrap()
                .block_on(execute(&admin_url, &format!("DROP DATABASE {name} WITH (FORCE)")));
        })
        .join();
        assert!(dropped.is_ok() || std::thread::panicking(), "the test database was not dropped");
    }
}

/// A single connection to `url`.
pub(crate) async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    sea_orm::Database::connect(options).await.unwrap()
}

/// Runs one statement on a connection of its own.
pub(crate) async fn execute(url: &str, sql: &str) {
    let connection = connect(url).await;
    connection.execute_unprepared(sql).await.unwrap();
    connection.close().await.unwrap();
}

/// The same server, another database.
fn with_database(url: &str, name: &str) -> String {
    let (address, parameters) = match url.split_once('?') {
        Some((address, parameters)) => (address, format!("?{parameters}")),
        None => (url, String::new()),
    };
    let (server, _) = address.rsplit_once('/').expect("TEST_POSTGRES_URL ends in /database");
    format!("{server}/{name}{parameters}")
}
