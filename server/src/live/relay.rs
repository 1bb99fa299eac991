//! Several processes on one PostgreSQL: each tells the others by `NOTIFY`
//! (<https://www.postgresql.org/docs/current/sql-notify.html>).
//!
//! It is sent after the commit and apart from it: within a transaction it would make
//! commits wait for each other. A process that dies in between has told nobody, so each
//! looks who is there, and when one has gone its listeners are told to read anew.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use domain::Uuid;
use domain::live::Changed;
use sea_orm::DbBackend;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgListener, PgPoolOptions};
use sea_orm::sqlx::{self, PgPool};
use serde::{Deserialize, Serialize};

use super::outbox::Outbox;
use super::{Live, letters};
use crate::database::{APPLICATION, Database};

/// The channel's name in the database.
const CHANNEL: &str = "planner_changes";
/// How long until a database that is away is tried again.
const PAUSE: Duration = Duration::from_secs(2);

/// How often it is looked which processes are there.
const LOOKS: Duration = Duration::from_secs(2);

/// What one process tells the others.
#[derive(Serialize, Deserialize)]
struct Relayed {
    /// The process that tells it.
    from: String,
    person: Uuid,
    /// Of no kind when it only says that it is there.
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
    let outbox = Arc::new(Outbox::default());
    live.state().others = Some(outbox.clone());
    tokio::join!(send(pool, live, &outbox), hear(pool, direct.as_deref(), live), watch(pool, live));
}

/// What is told while others are being told waits and then goes together: however much is
/// changed, it costs the database one commit at a time.
async fn send(pool: &PgPool, live: &Live, outbox: &Outbox) {
    loop {
        let changes = outbox.next().await;
        if let Err(cause) = relay(pool, live, &changes).await {
            tracing::warn!(%cause, "other processes are told of changes later");
            for (person, changed) in changes {
                outbox.add(person, changed);
            }
            tokio::time::sleep(PAUSE).await;
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
    let options = match direct {
        Some(url) => url.parse::<PgConnectOptions>()?,
        None => PgConnectOptions::clone(&pool.connect_options()),
    };
    // By this name the others see that the process lives.
    let options = options.application_name(&named(live.process()));
    let single = PgPoolOptions::new().max_connections(1).connect_with(options).await?;
    let mut listener = PgListener::connect_with(&single).await?;
    let own = letters::channel(live.process());
    listener.listen_all([CHANNEL, own.as_str()]).await?;
    live.state().tell_all();
    greet(pool, live).await?;
    loop {
        let Some(told) = listener.try_recv().await? else {
            // The connection was lost and is there again.
            live.state().tell_all();
            continue;
        };
        if told.channel() == own {
            live.deliver(told.payload());
            continue;
        }
        let Ok(relayed) = serde_json::from_str::<Relayed>(told.payload()) else { continue };
        if relayed.from != live.0.process {
            let mut state = live.state();
            state.peers.insert(relayed.from);
            if !relayed.changed.kinds.is_empty() {
                state.tell(relayed.person, relayed.changed);
            }
        }
    }
}

/// Tells the others that this process is there, so that they miss it when it is gone.
async fn greet(pool: &PgPool, live: &Live) -> Result<(), sqlx::Error> {
    let nothing = Changed { kinds: Vec::new(), by: None };
    relay(pool, live, &BTreeMap::from([(Uuid::nil(), nothing)])).await
}

async fn relay(
    pool: &PgPool,
    live: &Live,
    changes: &BTreeMap<Uuid, Changed>,
) -> Result<(), sqlx::Error> {
    let told = changes.iter().map(|(person, changed)| {
        let from = live.0.process.clone();
        serde_json::to_string(&Relayed { from, person: *person, changed: changed.clone() })
    });
    let told: Vec<String> =
        told.collect::<Result<_, _>>().map_err(|cause| sqlx::Error::Encode(cause.into()))?;
    let notify = sqlx::query("SELECT pg_notify($1, told) FROM unnest($2::text[]) AS told");
    notify.bind(CHANNEL).bind(told).execute(pool).await.map(|_| ())
}

/// Looks which processes hear. When one has gone, it may have changed something and told
/// nobody.
async fn watch(pool: &PgPool, live: &Live) {
    let mut looks = tokio::time::interval(LOOKS);
    loop {
        looks.tick().await;
        let known = live.state().peers.clone();
        // A database that is away is said elsewhere.
        let Ok(there) = there(pool).await else { continue };
        let mut state = live.state();
        let gone: Vec<_> = known.difference(&there).collect();
        for process in &gone {
            state.peers.remove(*process);
        }
        if !gone.is_empty() {
            state.tell_all();
        }
        state.peers.extend(there);
    }
}

/// The processes that hear.
async fn there(pool: &PgPool) -> Result<BTreeSet<String>, sqlx::Error> {
    let names = sqlx::query_scalar(
        "SELECT application_name FROM pg_stat_activity
         WHERE datname = current_database() AND application_name LIKE $1",
    );
    let names: Vec<String> = names.bind(named("%")).fetch_all(pool).await?;
    let prefix = named("");
    Ok(names.iter().filter_map(|name| name.strip_prefix(&prefix)).map(str::to_owned).collect())
}

/// What PostgreSQL knows the connection by on which a process hears.
fn named(process: &str) -> String {
    format!("{APPLICATION} {process}")
}
