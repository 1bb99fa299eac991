//! PostgreSQL: one pool, and migrations behind a lock.

use std::time::Duration;

use migration::{Migrator, MigratorTrait, Status, status};
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, DbErr, TransactionTrait};

use super::error::one_line;
use super::{Database, DatabaseError};
use crate::live::Live;

/// A server allows 100 connections unless told otherwise; this leaves room for
/// several instances and for the people who look after it.
const MAX_CONNECTIONS: u32 = 20;

/// How long a request waits for a free connection before it is told to come
/// again, and a start for a server that is only just coming up itself.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);

/// A connection that lay idle longer is tried before it is used: what stands
/// between us and the server may have dropped it. Asking each time would double
/// the round trips of a short query.
const TRUSTED_FOR: Duration = Duration::from_secs(30);

/// What the server knows our connections by.
pub(crate) const APPLICATION: &str = "ai-planner";

/// Names the lock that instances which start together take turns by. Any number
/// does that no other program of the same database uses; this one is "planner"
/// in ASCII.
const MIGRATION_LOCK: i64 = 0x70_6c61_6e6e_6572;

pub(super) async fn open(url: &str) -> Result<Database, DatabaseError> {
    let url = known_scheme(url);
    let server: PgConnectOptions = url.parse().map_err(|_| DatabaseError::Url)?;

    let mut options = ConnectOptions::new(url);
    options
        .max_connections(MAX_CONNECTIONS)
        .min_connections(1)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .test_before_acquire_if_idle_for(TRUSTED_FOR)
        .set_application_name(APPLICATION)
        .sqlx_logging(false);
    let pool = sea_orm::Database::connect(options).await.map_err(|error| {
        DatabaseError::Unreachable { address: address(&server), reason: one_line(&error) }
    })?;

    let known = status(&pool).await;
    match known.map_err(|error| DatabaseError::at_start(error, DatabaseError::Answer))? {
        Status::Current => {}
        Status::Newer(step) => return Err(DatabaseError::Newer(step)),
        Status::New | Status::Behind => {
            let migrated = migrate(&pool).await;
            migrated.map_err(|error| DatabaseError::at_start(error, DatabaseError::Migration))?;
        }
    }
    Ok(Database { reader: pool.clone(), writer: pool, live: Live::default(), replica: None })
}

/// An address as SeaORM knows it: both schemes are usual, but it knows the first alone.
pub(super) fn known_scheme(url: &str) -> String {
    match url.strip_prefix("postgresql:") {
        Some(rest) => format!("postgres:{rest}"),
        None => url.to_owned(),
    }
}

/// Applies what is missing, all or nothing. Whoever comes second waits at the
/// lock and then finds nothing missing.
async fn migrate(pool: &DatabaseConnection) -> Result<(), DbErr> {
    let transaction = pool.begin().await?;
    transaction
        .execute_unprepared(&format!("SELECT pg_advisory_xact_lock({MIGRATION_LOCK})"))
        .await?;
    Migrator::up(&transaction, None).await?;
    transaction.commit().await
}

fn address(server: &PgConnectOptions) -> String {
    match server.get_socket() {
        Some(folder) => folder.display().to_string(),
        None => format!("{}:{}", server.get_host(), server.get_port()),
    }
}
