//! Sessions that have ended by themselves. A dead session does no harm until it is
//! removed (`jobs`): it is refused, and removed when it is next presented.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, ExprTrait, QueryFilter};

use super::{IDLE_LIMIT, budget, known_device};
use crate::context::Planner;
use crate::entity::sessions::{Column, Entity};
use crate::error::Error;

/// Removes at most so many sessions that are past one of their limits.
pub(crate) fn expired_sessions(now: DateTime<Utc>, at_most: u64) -> DeleteMany<Entity> {
    let expired = Query::select()
        .column(Column::TokenHash)
        .from(Entity)
        .and_where(Column::ExpiresAt.lte(now).or(Column::LastUsedAt.lte(now - IDLE_LIMIT)))
        .limit(at_most)
        .to_owned();
    Entity::delete_many().filter(Column::TokenHash.in_subquery(expired))
}

/// Removes counted tries and known browsers that do not count any more; how many tries.
///
/// # Errors
/// The database's.
pub(crate) async fn sweep_tries(planner: &Planner) -> Result<u64, Error> {
    let now = planner.clock.now();
    let transaction = planner.database.begin_write().await?;
    let removed = budget::sweep(&transaction, now).await?;
    known_device::sweep(&transaction, now).await?;
    transaction.commit().await?;
    Ok(removed)
}
