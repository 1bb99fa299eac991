//! A token of a program, presented with a request.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::account::Scope;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, JoinType, QueryFilter, QuerySelect};
use serde_json::json;

use super::PREFIX;
use crate::accounts::store::{DATA_KEY, Found};
use crate::accounts::token::Token;
use crate::accounts::user_of;
use crate::context::Planner;
use crate::entity::api_tokens::{Column, Entity, Model};
use crate::entity::users;
use crate::error::Error;

/// How often the use of a token is written down: reading must not become writing.
const USE_INTERVAL: TimeDelta = TimeDelta::hours(1);

/// Whether a bearer token says that it is one of a program's.
pub(in crate::accounts) fn is_api_token(text: &str) -> bool {
    text.starts_with(PREFIX)
}

/// What a token opens, in one query by an index: nothing if it is unknown or has ended.
///
/// To the session layer it looks like a session that is signed in already, for this
/// request only: no row of `sessions` has its key, so it can be neither kept nor ended.
pub(in crate::accounts) async fn find(
    planner: &Planner,
    text: &str,
) -> Result<Option<Found>, Error> {
    let Some(token) = text.strip_prefix(PREFIX).and_then(Token::parse) else { return Ok(None) };
    let hash = token.hash();
    let person = Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id);
    let row = Entity::find()
        .filter(Column::TokenHash.eq(hash.key()))
        .join(JoinType::InnerJoin, person.into())
        .select_also(users::Entity)
        .one(planner.database.reader())
        .await?;
    let Some((token, Some(person))) = row else { return Ok(None) };
    let now = planner.clock.now();
    if token.expires_at.is_some_and(|end| end <= now) {
        return Ok(None);
    }
    if token.last_used_at.is_none_or(|last| last + USE_INTERVAL <= now)
        && let Err(cause) = mark_used(planner, &token, now).await
    {
        // Housekeeping must not fail the request that happened to do it.
        tracing::warn!(%cause, token.id = %token.id, "the use of a token was not written down");
    }
    let signed_in = json!({ "user_id": person.id, "auth_hash": person.id.as_bytes() });
    Ok(Some(Found {
        hash,
        data: HashMap::from([(DATA_KEY.to_owned(), signed_in)]),
        user: Some(user_of(&person)),
        scope: Some(Scope::from_name(&token.scope).unwrap_or_default()),
    }))
}

async fn mark_used(planner: &Planner, token: &Model, now: DateTime<Utc>) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    Entity::update_many()
        .col_expr(Column::LastUsedAt, Expr::value(now))
        .filter(Column::Id.eq(token.id))
        .exec(&transaction)
        .await?;
    transaction.commit().await
}
