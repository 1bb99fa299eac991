//! How often something may be tried, counted in the database for all processes.
//!
//! A budget holds some tries at once and gets one back each while (the generic cell rate
//! algorithm, ITU-T I.371, as one number a subject): taking one moves the moment at which
//! everything is free again by one while, and that moment may not lie further ahead than
//! the whole budget. So one row in one statement is all there is, and one that lies in the
//! past says nothing and can go.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set};

use crate::context::Planner;
use crate::entity::attempts::{ActiveModel, Column, Entity};
use crate::error::Error;

/// The same whether or not there is such an account.
const TOO_OFTEN: &str = "These were too many tries. Wait a little, then try again.";

/// A number of tries that comes back by and by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Budget {
    /// How many there are at once.
    pub(super) tries: i32,
    /// After how long one comes back.
    pub(super) each: TimeDelta,
}

/// One try out of somebody's budget.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Try {
    subject: String,
    each: i64,
    most: i64,
}

impl Try {
    /// Out of the budget that `subject` has.
    pub(super) fn of(subject: String, budget: Budget) -> Self {
        let each = budget.each.num_milliseconds();
        Self { subject, each, most: each * i64::from(budget.tries) }
    }

    /// Counts it, and says how long it has to wait, in milliseconds; up to 0 it need not.
    async fn count(&self, database: &impl ConnectionTrait, now: i64) -> Result<i64, DbErr> {
        let stored = || Expr::col((Entity, Column::FreeAt));
        let later = CaseStatement::new().case(stored().gt(now), stored()).finally(now);
        let row = Entity::insert(ActiveModel {
            subject: Set(self.subject.clone()),
            free_at: Set(now + self.each),
        })
        .on_conflict(
            OnConflict::column(Column::Subject)
                .value(Column::FreeAt, Expr::Case(Box::new(later)).add(self.each))
                .to_owned(),
        )
        .exec_with_returning(database)
        .await?;
        Ok(row.free_at - now - self.most)
    }
}

/// Takes all of these tries, or none.
///
/// They are counted before anything is tried, so that many at once are no way around.
///
/// # Errors
/// [`Error::TooMany`] when one of the budgets is used up.
pub(super) async fn take(planner: &Planner, tries: &mut [Try]) -> Result<(), Error> {
    let now = planner.clock.now().timestamp_millis();
    // In one order everywhere, or two processes could wait for each other.
    tries.sort();
    let transaction = planner.database.begin_write().await?;
    let mut wait = 0;
    for it in tries.iter() {
        wait = Ord::max(wait, it.count(&transaction, now).await?);
    }
    if wait > 0 {
        transaction.rollback().await?;
        let seconds = u32::try_from((wait + 999) / 1_000).unwrap_or(u32::MAX);
        return Err(Error::TooMany { detail: TOO_OFTEN, retry_after: seconds });
    }
    Ok(transaction.commit().await?)
}

/// Gives tries back that turned out well.
pub(super) async fn give_back(planner: &Planner, tries: &[Try]) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    for it in tries {
        Entity::update_many()
            .col_expr(Column::FreeAt, Expr::col(Column::FreeAt).sub(it.each))
            .filter(Column::Subject.eq(&it.subject))
            .exec(&transaction)
            .await?;
    }
    transaction.commit().await
}

/// Forgets what has been counted under subjects that begin like this.
pub(super) async fn forget(database: &impl ConnectionTrait, begins: &str) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::Subject.starts_with(begins)).exec(database).await?;
    Ok(())
}

/// Removes the rows that say nothing any more.
pub(super) async fn sweep(
    database: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let past = Column::FreeAt.lte(now.timestamp_millis());
    Ok(Entity::delete_many().filter(past).exec(database).await?.rows_affected)
}
