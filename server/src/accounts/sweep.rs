//! Removing sessions that have ended by themselves, and what else has had its time.

use std::time::Duration;

use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, QueryFilter};

use super::{IDLE_LIMIT, budget, known_device};
use crate::context::Planner;
use crate::entity::sessions::{Column, Entity};

/// How often the table is swept. A dead session does no harm meanwhile: it is
/// refused, and removed when it is next presented.
const INTERVAL: Duration = Duration::from_secs(60 * 60);

/// Removes every session past one of its limits; answers how many they were. Counted tries
/// and known browsers that do not count any more go with them.
///
/// # Errors
/// The database's.
pub async fn delete_expired_sessions(planner: &Planner) -> Result<u64, DbErr> {
    let now = planner.clock.now();
    let transaction = planner.database.begin_write().await?;
    let expired = Condition::any()
        .add(Column::ExpiresAt.lte(now))
        .add(Column::LastUsedAt.lte(now - IDLE_LIMIT));
    let removed = Entity::delete_many().filter(expired).exec(&transaction).await?.rows_affected;
    budget::sweep(&transaction, now).await?;
    known_device::sweep(&transaction, now).await?;
    transaction.commit().await?;
    Ok(removed)
}

/// Sweeps at once and then every hour, for as long as it is polled.
pub async fn keep_sessions_swept(planner: Planner) {
    let mut ticks = tokio::time::interval(INTERVAL);
    loop {
        ticks.tick().await;
        match delete_expired_sessions(&planner).await {
            Ok(0) => {}
            Ok(removed) => tracing::info!(removed, "expired sessions were removed"),
            Err(cause) => tracing::warn!(%cause, "expired sessions were not removed"),
        }
    }
}
