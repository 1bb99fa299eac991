//! What cannot be used is refused in one line and left as it was.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::SystemTime;

use sea_orm::ConnectionTrait;
use server::database::{Database, DatabaseError};

use crate::support::database::{TestDatabase, execute, on_both_databases};

on_both_databases!(a_newer_database_is_refused);

async fn refusal(url: &str) -> DatabaseError {
    let error = Database::open(url).await.unwrap_err();
    let text = error.to_string();
    assert!(!text.is_empty() && !text.contains('\n'), "{text}");
    error
}

/// A file's length, a digest of its bytes, and when it last changed.
type State = (usize, u64, SystemTime);

/// The state of every file in the folder of a test's database.
fn contents(test: &TestDatabase) -> BTreeMap<String, State> {
    let folder = test.path().parent().unwrap().read_dir().unwrap();
    folder.map(|entry| state(&entry.unwrap())).collect()
}

fn state(entry: &DirEntry) -> (String, State) {
    let bytes = fs::read(entry.path()).unwrap();
    let mut digest = DefaultHasher::new();
    bytes.hash(&mut digest);
    let changed = entry.metadata().unwrap().modified().unwrap();
    let name = entry.file_name().into_string().unwrap();
    (name, (bytes.len(), digest.finish(), changed))
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused() {
    let garbage_behind_a_good_beginning = [b"SQLite format 3\0".as_slice(), &[7; 5_000]].concat();
    for bytes in [
        b"x".as_slice(),
        b"Dear diary, today I bought a planner.",
        b"Dear diary, today I bought a planner.".repeat(100).as_slice(),
        b"SQLite format 3\0",
        &[0; 512],
        &[0; 4_096],
        &garbage_behind_a_good_beginning,
    ] {
        let test = TestDatabase::sqlite();
        fs::write(test.path(), bytes).unwrap();
        let before = contents(&test);
        let error = refusal(test.url()).await;
        assert!(matches!(error, DatabaseError::NotADatabase(_)), "{error:?}");
        assert_eq!(
            error.to_string(),
            format!("{} is not a SQLite database", test.path().display())
        );
        assert_eq!(contents(&test), before);
    }
}

#[tokio::test]
async fn a_folder_is_no_database() {
    let test = TestDatabase::sqlite();
    fs::create_dir(test.path()).unwrap();
    let error = refusal(test.url()).await;
    assert!(matches!(error, DatabaseError::NotADatabase(_)), "{error:?}");
}

#[tokio::test]
async fn another_programs_database_is_refused() {
    let test = TestDatabase::sqlite();
    execute(&format!("{}?mode=rwc", test.url()), "CREATE TABLE notes (text TEXT)").await;
    let before = contents(&test);
    let error = refusal(test.url()).await;
    assert!(matches!(error, DatabaseError::Foreign(_)), "{error:?}");
    assert_eq!(contents(&test), before);
}

async fn a_newer_database_is_refused(test: TestDatabase) {
    test.open().await.close().await.unwrap();
    let connection = test.connect().await;
    connection
        .execute_unprepared("INSERT INTO seaql_migrations VALUES ('m29991231_000001_future', 0)")
        .await
        .unwrap();
    let on_sqlite = connection.get_database_backend() == sea_orm::DbBackend::Sqlite;
    connection.close().await.unwrap();

    let before = on_sqlite.then(|| contents(&test));
    let error = refusal(test.url()).await;
    assert_eq!(
        error.to_string(),
        "the database was made by a newer version of this program \
         (it has m29991231_000001_future): install that"
    );
    assert_eq!(on_sqlite.then(|| contents(&test)), before);
}

/// As after a crash: the newest changes are in the log still.
#[tokio::test]
async fn a_newer_database_with_a_log_is_refused() {
    let living = TestDatabase::sqlite();
    let database = living.open().await;
    let transaction = database.begin_write().await.unwrap();
    transaction
        .execute_unprepared("INSERT INTO seaql_migrations VALUES ('m29991231_000001_future', 0)")
        .await
        .unwrap();
    transaction.commit().await.unwrap();

    let test = TestDatabase::sqlite();
    for name in ["planner.db", "planner.db-wal"] {
        fs::copy(living.path().with_file_name(name), test.path().with_file_name(name)).unwrap();
    }
    let before = contents(&test);
    let error = refusal(test.url()).await;
    assert!(matches!(error, DatabaseError::Newer(_)), "{error:?}");
    let mut after = contents(&test);
    // Reading a log takes SQLite an index of it, which holds nothing of its own.
    after.remove("planner.db-shm");
    assert_eq!(after, before);
}

#[tokio::test]
async fn a_place_that_cannot_be_written_is_refused() {
    let test = TestDatabase::sqlite();
    let file = test.path().with_file_name("file");
    fs::write(&file, "in the way").unwrap();
    let before = contents(&test);
    let error = refusal(&format!("sqlite://{}/planner.db", file.display())).await;
    assert!(matches!(error, DatabaseError::Unwritable { .. }), "{error:?}");
    assert_eq!(contents(&test), before);
}

/// No permission keeps a superuser, as whom tests may run, from writing; the
/// kernel's own file system does.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_cannot_be_written_is_refused() {
    for url in ["sqlite:///sys/planner.db", "sqlite:///sys/planner/planner.db"] {
        let error = refusal(url).await;
        assert!(matches!(error, DatabaseError::Unwritable { .. }), "{error:?}");
        assert!(error.to_string().contains("cannot be written: "), "{error}");
    }
}

#[tokio::test]
async fn other_urls_are_refused() {
    for url in [
        "",
        "planner.db",
        "mysql://ann:secret@localhost/planner",
        "sqlite::memory:",
        "sqlite://:memory:",
        "sqlite:",
        "sqlite://planner.db?mode=strange",
        "postgres://ann:secret@localhost:port/planner",
    ] {
        let error = refusal(url).await;
        assert!(matches!(error, DatabaseError::Url), "{url}: {error:?}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[tokio::test]
async fn a_missing_postgres_database_is_named_without_the_password() {
    let Some(test) = TestDatabase::postgres().await else {
        return;
    };
    let error = refusal(&format!("{}_gone", test.url())).await;
    assert!(matches!(error, DatabaseError::Unreachable { .. }), "{error:?}");
    assert!(error.to_string().contains("_gone\" does not exist"), "{error}");
}

#[tokio::test]
async fn a_role_that_may_not_create_the_extension_is_told_so() {
    let Some(test) = TestDatabase::postgres().await else {
        return;
    };
    let database = test.connect().await;
    let role = format!("planner_role_{}", uuid::Uuid::new_v4().simple());
    database
        .execute_unprepared(&format!(
            "CREATE ROLE {role} LOGIN PASSWORD 'secret'; GRANT ALL ON SCHEMA public TO {role}"
        ))
        .await
        .unwrap();
    let (_, server) = test.url().split_once('@').expect("a URL with a user");
    let refused = Database::open(&format!("postgres://{role}:secret@{server}")).await;
    database.execute_unprepared(&format!("DROP OWNED BY {role}; DROP ROLE {role}")).await.unwrap();

    let text = refused.unwrap_err().to_string();
    assert!(
        text.contains("let an administrator run CREATE EXTENSION \"uuid-ossp\" in this database"),
        "{text}"
    );
    assert!(!text.contains('\n'), "{text}");
}
