//! Browsers in which people have signed in before. To be known opens nothing: it only means
//! that others who try that person's password do not slow this browser down.

use chrono::TimeDelta;
use domain::Uuid;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, JoinType, QueryFilter, QueryOrder,
    QuerySelect, Set,
};

use super::caller::Caller;
use super::token::Token;
use crate::context::Planner;
use crate::entity::known_devices::{ActiveModel, Column, Entity};
use crate::entity::{Owned, users};
use crate::error::Error;

/// How long a browser is known that is not signed in to again.
pub(super) const KNOWN_FOR: TimeDelta = TimeDelta::days(180);
/// How many are kept of a person: a program without cookies is a new one each time.
const MOST: u64 = 20;

/// The name of the caller's browser, if the person of this address has signed in there.
pub(super) async fn known(
    planner: &Planner,
    caller: &Caller,
    email: &str,
) -> Result<Option<String>, Error> {
    let Some(token) = &caller.device else { return Ok(None) };
    let person = Entity::belongs_to(users::Entity).from(Column::UserId).to(users::Column::Id);
    let found = Entity::find()
        .join(JoinType::InnerJoin, person.into())
        .filter(Column::TokenHash.eq(token.hash().key()))
        .filter(Column::UsedAt.gt(planner.clock.now() - KNOWN_FOR))
        .filter(users::Column::Email.eq(email))
        .one(planner.database.reader())
        .await?;
    Ok(found.map(|device| device.token_hash))
}

/// Makes the caller's browser known for this person, under a new token.
///
/// Who else has signed in there goes along: a token that somebody planted in the browser is
/// worth nothing after that.
pub(super) async fn remember(
    planner: &Planner,
    caller: &Caller,
    person: Uuid,
) -> Result<Token, Error> {
    let token = Token::random()?;
    let key = token.hash().key();
    let transaction = planner.database.begin_write().await?;
    if let Some(old) = &caller.device {
        let old = Column::TokenHash.eq(old.hash().key());
        Entity::delete_owned_by(person).filter(old.clone()).exec(&transaction).await?;
        Entity::update_many()
            .col_expr(Column::TokenHash, Expr::value(key.clone()))
            .filter(old)
            .exec(&transaction)
            .await?;
    }
    let now = planner.clock.now();
    let device = ActiveModel { token_hash: Set(key), user_id: Set(person), used_at: Set(now) };
    Entity::insert(device).exec_without_returning(&transaction).await?;
    trim(&transaction, person).await?;
    transaction.commit().await?;
    Ok(token)
}

/// Forgets the browsers that a person has signed in to longest ago.
async fn trim(database: &impl ConnectionTrait, person: Uuid) -> Result<(), DbErr> {
    let oldest = Entity::owned_by(person)
        .order_by_desc(Column::UsedAt)
        .order_by_asc(Column::TokenHash)
        .offset(MOST)
        .limit(MOST)
        .all(database)
        .await?;
    if oldest.is_empty() {
        return Ok(());
    }
    let keys = oldest.into_iter().map(|device| device.token_hash);
    Entity::delete_owned_by(person).filter(Column::TokenHash.is_in(keys)).exec(database).await?;
    Ok(())
}

/// Forgets the browsers in which nobody has signed in for long.
pub(super) async fn sweep(
    database: &impl ConnectionTrait,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), DbErr> {
    Entity::delete_many().filter(Column::UsedAt.lte(now - KNOWN_FOR)).exec(database).await?;
    Ok(())
}
