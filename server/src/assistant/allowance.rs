//! How much of the assistant each person has used: messages in the last minute,
//! tokens today.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use domain::chat::AnsweredBy;
use sea_orm::prelude::Expr;
use sea_orm::sea_query::{ExprTrait, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use crate::config::Allowance;
use crate::context::Context;
use crate::entity::Owned;
use crate::entity::token_use::{ActiveModel, Column, Entity};
use crate::error::Error;

/// The time in which messages are counted.
const MINUTE: TimeDelta = TimeDelta::minutes(1);

/// Said to somebody who sends faster than a person types.
const TOO_FAST: &str = "These are more messages than I can answer. Wait a moment.";

/// What everybody may use and has used. Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Allowances {
    limits: Allowance,
    heard: Arc<Mutex<HashMap<Uuid, VecDeque<DateTime<Utc>>>>>,
}

impl Allowances {
    /// With these limits, and nothing used yet.
    pub(super) fn of(limits: Allowance) -> Self {
        Self { limits, ..Self::default() }
    }

    /// Counts a message.
    ///
    /// # Errors
    /// [`Error::TooMany`] when there were too many in the last minute.
    pub(super) fn admit(&self, context: &Context) -> Result<(), Error> {
        let now = context.now;
        let mut heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        // Whoever has been silent for a minute needs no place.
        heard.retain(|_, times| times.back().is_some_and(|last| now - *last < MINUTE));
        let times = heard.entry(context.actor.user_id).or_default();
        while times.front().is_some_and(|first| now - *first >= MINUTE) {
            times.pop_front();
        }
        let limit = usize::try_from(self.limits.messages_per_minute).unwrap_or(usize::MAX);
        if let (Some(first), true) = (times.front(), times.len() >= limit) {
            let wait = (*first + MINUTE - now).num_seconds() + 1;
            let retry_after = u32::try_from(wait).unwrap_or(1);
            return Err(Error::TooMany { detail: TOO_FAST, retry_after });
        }
        times.push_back(now);
        Ok(())
    }

    /// Whether the person may use a language model today.
    pub(super) async fn has_tokens(&self, context: &Context) -> Result<bool, Error> {
        let (used, limit) = self.tokens_today(context).await?;
        Ok(used < limit)
    }

    /// How many tokens the person has used today, and how many they may.
    pub(super) async fn tokens_today(&self, context: &Context) -> Result<(u64, u64), Error> {
        let rows = Entity::owned_by(context.actor.user_id)
            .filter(Column::Day.eq(context.today()))
            .all(context.database.reader())
            .await?;
        let used: i64 = rows.iter().map(|row| row.tokens_in.saturating_add(row.tokens_out)).sum();
        Ok((u64::try_from(used).unwrap_or(0), self.limits.tokens_per_day))
    }
}

/// Writes down what a turn used of a model.
pub(super) async fn record(
    context: &Context,
    model: &str,
    source: &AnsweredBy,
) -> Result<(), Error> {
    let (Some(read), Some(written)) = (source.tokens_in, source.tokens_out) else { return Ok(()) };
    let more = |column: Column, tokens: i64| {
        (column, Expr::col((Entity, column)).add(Expr::value(tokens)))
    };
    let transaction = context.database.begin_write().await?;
    Entity::insert(ActiveModel {
        user_id: Set(context.actor.user_id),
        day: Set(context.today()),
        model: Set(model.to_owned()),
        tokens_in: Set(read),
        tokens_out: Set(written),
    })
    .on_conflict(
        OnConflict::columns([Column::UserId, Column::Day, Column::Model])
            .values([more(Column::TokensIn, read), more(Column::TokensOut, written)])
            .to_owned(),
    )
    .exec_without_returning(&transaction)
    .await?;
    transaction.commit().await?;
    Ok(())
}
