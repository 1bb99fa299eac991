//! Tokens that people make for programs of their own: making, listing, revoking.
//!
//! A token opens the planner's rows over REST and nothing of the account itself: how its
//! person signs in, where, and which tokens there are is for somebody who is there in
//! person, so that a token that got lost can be revoked and can make no other.

mod bearer;

use chrono::TimeDelta;
use domain::Uuid;
use domain::account::{ApiToken, MadeApiToken, NewApiToken, Scope};
use domain::validation::Validate;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

pub(super) use self::bearer::{find, is_api_token};
use super::backend::AuthSession;
use super::session::in_person;
use super::token::Token;
use crate::entity::Owned;
use crate::entity::api_tokens::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

/// What a token begins with, so that people, and programs that look for secrets in
/// published files, know one when they see it.
pub(super) const PREFIX: &str = "planner_";

/// The most tokens of one person.
const LIMIT: u64 = 100;

const TOO_MANY: &str = "There are 100 tokens already. Revoke one that is not needed any more.";

/// Makes a token. Its text is answered this once: what is stored is its hash.
///
/// # Errors
/// [`Error::Invalid`] names every bad field; [`Error::Conflict`] when there are too many;
/// [`Error::Forbidden`] to a token; [`Error::Unauthenticated`].
pub async fn make_api_token(auth: &AuthSession, input: NewApiToken) -> Result<MadeApiToken, Error> {
    let (planner, person) = in_person(auth)?;
    let draft = input.validate()?;
    let token = Token::random()?;
    let text = format!("{PREFIX}{}", token.text());
    let now = planner.clock.now();
    let row = Model {
        id: Uuid::new_v4(),
        user_id: person,
        name: draft.name,
        token_hash: token.hash().key(),
        scope: draft.scope.name().to_owned(),
        created_at: now,
        last_used_at: None,
        expires_at: draft.days.map(|days| now + TimeDelta::days(days.into())),
    };
    let transaction = planner.database.begin_write().await?;
    if Entity::owned_by(person).count(&transaction).await? >= LIMIT {
        return Err(Error::Conflict(TOO_MANY));
    }
    let kept = told(row.clone());
    Entity::insert(ActiveModel::from(row)).exec_without_returning(&transaction).await?;
    transaction.commit().await?;
    tracing::info!(user.id = %person, token.id = %kept.id, "made an API token");
    Ok(MadeApiToken { token: text, kept })
}

/// The tokens of the person who sends a request, the newest first; those that have ended
/// stay to be seen until they are revoked.
///
/// # Errors
/// [`Error::Unauthenticated`], or the database's.
pub async fn api_tokens(auth: &AuthSession) -> Result<Vec<ApiToken>, Error> {
    let person = auth.user.as_ref().map(|person| person.0.id).ok_or(Error::Unauthenticated)?;
    let rows = Entity::owned_by(person)
        .order_by_desc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(auth.backend.store.planner().database.reader())
        .await?;
    Ok(rows.into_iter().map(told).collect())
}

/// Ends a token at once.
///
/// # Errors
/// [`Error::NotFound`] when there is none of that name, or it is somebody else's;
/// [`Error::Forbidden`] to a token.
pub async fn revoke_api_token(auth: &AuthSession, id: Uuid) -> Result<(), Error> {
    let (planner, person) = in_person(auth)?;
    let transaction = planner.database.begin_write().await?;
    let revoked =
        Entity::delete_owned_by(person).filter(Column::Id.eq(id)).exec(&transaction).await?;
    transaction.commit().await?;
    if revoked.rows_affected == 0 {
        return Err(Error::NotFound);
    }
    super::device::tell_ended(planner, person);
    tracing::info!(user.id = %person, token.id = %id, "revoked an API token");
    Ok(())
}

/// The token of that text, if it is one of the person's.
///
/// # Errors
/// [`Error::Unauthenticated`], or the database's.
pub async fn own_api_token(auth: &AuthSession, text: &str) -> Result<Option<ApiToken>, Error> {
    let (planner, person) = in_person(auth)?;
    let Some(token) = text.strip_prefix(PREFIX).and_then(Token::parse) else { return Ok(None) };
    let row = Entity::owned_by(person)
        .filter(Column::TokenHash.eq(token.hash().key()))
        .one(planner.database.reader())
        .await?;
    Ok(row.map(told))
}

fn told(row: Model) -> ApiToken {
    ApiToken {
        id: row.id,
        name: row.name,
        scope: Scope::from_name(&row.scope).unwrap_or_default(),
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        expires_at: row.expires_at,
    }
}
