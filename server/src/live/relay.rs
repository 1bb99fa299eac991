//! Several processes on one PostgreSQL: each tells the others by `NOTIFY`
//! (<https://www.postgresql.org/docs/current/sql-notify.html>).
//!
//! It is sent after the commit and apart from it: within a transaction it would make
//! commits wait for each other.

use std::time::Duration;

use domain::Uuid;
use domain::live::Changed;
use sea_orm::DbBackend;
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::sqlx::{self, PgPool};
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use super::Live;
use crate::database::Database;

/// The channel's name in the database.
const CHANNEL: &str = "planner_changes";
/// How many changes may wait to be sent.
const WAITING: usize = 1024;
/// How long until a connection that was lost is tried again.
const PAUSE: Duration = Duration::from_secs(2);

/// What one process tells the others.
#[derive(Serialize, Deserialize)]
struct Relayed {
    /// The process that tells it.
    from: String,
    person: Uuid,
    changed: Changed,
}

/// Tells other processes of changes and hears of theirs, for as long as it is polled.
/// On SQLite there are none, and nothing is done.
///
/// `direct` leads to the same PostgreSQL past a pooler that the database may be opened
/// through: one that lends a connection for a transaction would give what is heard to
/// whoever has the connection then.
pub async fn keep_relayed(database: Database, direct: Option<String>) {
    if database.backend() != DbBackend::Postgres {
        return;
    }
    let pool = database.reader().get_postgres_connection_pool();
    let live = database.live();
    let (sender, changes) = mpsc::channel(WAITING);
    live.state().others = Some(sender);
    tokio::join!(send(pool, live, changes), hear(pool, direct.as_deref(), live));
}

async fn send(pool: &PgPool, live: &Live, mut changes: mpsc::Receiver<(Uuid, Changed)>) {
    while let Some((person, changed)) = changes.recv().await {
        let relayed = Relayed { from: live.0.process.clone(), person, changed };
        let Ok(text) = serde_json::to_string(&relayed) else { continue };
        let notify = sqlx::query("SELECT pg_notify($1, $2)").bind(CHANNEL).bind(text);
        if let Err(cause) = notify.execute(pool).await {
            tracing::warn!(%cause, "other processes were not told of a change");
        }
    }
}

async fn hear(pool: &PgPool, direct: Option<&str>, live: &Live) {
    loop {
        if let Err(cause) = hear_once(pool, direct, live).await {
            tracing::warn!(%cause, "changes of other processes are not heard of");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Hears until that fails. What was told before it began may have been missed.
async fn hear_once(pool: &PgPool, direct: Option<&str>, live: &Live) -> Result<(), sqlx::Error> {
    let mut listener = match direct {
        Some(url) => PgListener::connect(url).await?,
        None => PgListener::connect_with(pool).await?,
    };
    listener.listen(CHANNEL).await?;
    live.state().tell_all();
    loop {
        let Some(told) = listener.try_recv().await? else {
            // The connection was lost and is there again.
            live.state().tell_all();
            continue;
        };
        let Ok(relayed) = serde_json::from_str::<Relayed>(told.payload()) else { continue };
        if relayed.from != live.0.process {
            live.state().tell(relayed.person, relayed.changed);
        }
    }
}
