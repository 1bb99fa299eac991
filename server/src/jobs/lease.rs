//! A row for each job that instances share: who does it, and until when nobody else
//! begins it.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, Condition, DbErr, EntityTrait, ExprTrait, QueryFilter, Set};

use super::{AGAIN, Job, delta};
use crate::context::Planner;
use crate::database::Database;
use crate::entity::job_leases::{ActiveModel, Column, Entity};

/// Takes the lease if the job is due; false when it is not, or somebody else has it.
pub(super) async fn take(planner: &Planner, job: &Job, process: &str) -> Result<bool, DbErr> {
    let now = planner.clock.now();
    // Most of the time it is not due: that takes no transaction.
    let held = Entity::find_by_id(job.name).one(planner.database.reader()).await?;
    if held.is_some_and(|held| now < held.held_until && held.held_until <= latest(job, now)) {
        return Ok(false);
    }
    let row = ActiveModel {
        name: Set(job.name.to_owned()),
        holder: Set(process.to_owned()),
        held_until: Set(now + delta(job.limit)),
        succeeded_at: Set(None),
    };
    let free = Condition::any()
        .add(Expr::col((Entity, Column::HeldUntil)).lte(now))
        .add(Expr::col((Entity, Column::HeldUntil)).gt(latest(job, now)));
    let taken = OnConflict::column(Column::Name)
        .update_columns([Column::Holder, Column::HeldUntil])
        .action_cond_where(free)
        .to_owned();
    let transaction = planner.database.begin_write().await?;
    let written =
        Entity::insert(row).on_conflict(taken).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    Ok(written > 0)
}

/// The latest that a lease can end which was given by a clock like ours. A later one
/// was given before the clock was set back, and would never end.
fn latest(job: &Job, now: DateTime<Utc>) -> DateTime<Utc> {
    now + delta(job.limit.max(job.every).max(AGAIN))
}

/// Says how it went. Nobody does it before it is due again, or earlier if it failed.
pub(super) async fn give_back(
    planner: &Planner,
    job: &Job,
    process: &str,
    went_well: bool,
) -> Result<(), DbErr> {
    let now = planner.clock.now();
    let pause = if went_well { job.every } else { AGAIN.min(job.every) };
    let mut update = Entity::update_many()
        .col_expr(Column::HeldUntil, Expr::value(now + delta(pause)))
        .filter(Column::Name.eq(job.name))
        .filter(Column::Holder.eq(process));
    if went_well {
        update = update.col_expr(Column::SucceededAt, Expr::value(now));
    }
    let transaction = planner.database.begin_write().await?;
    update.exec(&transaction).await?;
    transaction.commit().await
}

/// When each shared job last went well, by its name.
///
/// # Errors
/// The database's.
pub async fn successes(database: &Database) -> Result<Vec<(String, DateTime<Utc>)>, DbErr> {
    let rows = Entity::find().all(database.reader()).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.name, row.succeeded_at?))).collect())
}
