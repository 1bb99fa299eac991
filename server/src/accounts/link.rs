//! Links that open one thing once: what they carry, and that they are good.
//!
//! Like a session's, the token of a link has 256 random bits and only its hash is stored,
//! so a copy of the database opens nothing. A link goes when it is used.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DeleteMany, EntityTrait, QueryFilter, QueryOrder, Set,
};

use super::token::Token;
use crate::entity::account_links::{ActiveModel, Column, Entity, Kind, Model};
use crate::error::Error;

/// How long a link to a new password is good: short, since whoever reads the letter gets in
/// (OWASP Forgot Password Cheat Sheet).
pub(super) const RESET_LASTS: TimeDelta = TimeDelta::hours(1);
/// How long a link that confirms an address is good.
pub(super) const CONFIRM_LASTS: TimeDelta = TimeDelta::days(7);

/// Said of a link that opens nothing, whyever.
pub(super) const SPENT: &str = "This link has been used, or it is too old. Ask for a new one.";

/// A link that is wanted.
#[derive(Debug)]
pub(super) struct Wanted {
    /// What it opens.
    pub(super) kind: Kind,
    /// Whose account it is about, if there is one.
    pub(super) person: Option<Uuid>,
    /// The address that it is sent to, if it is.
    pub(super) email: Option<String>,
    /// How long it is good.
    pub(super) lasts: TimeDelta,
}

/// Makes a link; earlier ones of its kind about the same person are void.
pub(super) async fn make(
    database: &impl ConnectionTrait,
    wanted: Wanted,
    now: DateTime<Utc>,
) -> Result<Token, Error> {
    if let Some(person) = wanted.person {
        void(database, wanted.kind, person).await?;
    }
    let token = Token::random()?;
    let row = ActiveModel {
        token_hash: Set(token.hash().key()),
        kind: Set(wanted.kind),
        user_id: Set(wanted.person),
        email: Set(wanted.email),
        created_at: Set(now),
        expires_at: Set(now + wanted.lasts),
    };
    Entity::insert(row).exec_without_returning(database).await?;
    Ok(token)
}

/// Ends the links of a kind about a person.
pub(super) async fn void(
    database: &impl ConnectionTrait,
    kind: Kind,
    person: Uuid,
) -> Result<(), Error> {
    let links = Entity::delete_many().filter(Column::UserId.eq(person));
    links.filter(Column::Kind.eq(kind)).exec(database).await?;
    Ok(())
}

/// The link of that text, if it is good. Nonsense costs no query.
pub(super) async fn find(
    database: &impl ConnectionTrait,
    kind: Kind,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Option<Model>, Error> {
    let Some(token) = Token::parse(text) else { return Ok(None) };
    let link = Entity::find_by_id(token.hash().key())
        .filter(Column::Kind.eq(kind))
        .filter(Column::ExpiresAt.gt(now));
    Ok(link.one(database).await?)
}

/// Uses a link up. Of two at once one gets it.
///
/// # Errors
/// [`Error::Gone`] when it is not good, or no more.
pub(super) async fn take(
    database: &impl ConnectionTrait,
    kind: Kind,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Model, Error> {
    let link = find(database, kind, text, now).await?.ok_or(Error::Gone(SPENT))?;
    let taken = Entity::delete_by_id(link.token_hash.clone()).exec(database).await?;
    if taken.rows_affected == 1 { Ok(link) } else { Err(Error::Gone(SPENT)) }
}

/// The newest good link of a kind about a person.
pub(super) async fn newest(
    database: &impl ConnectionTrait,
    kind: Kind,
    person: Uuid,
    now: DateTime<Utc>,
) -> Result<Option<Model>, Error> {
    let known = Entity::find().filter(Column::UserId.eq(person)).filter(Column::Kind.eq(kind));
    let known = known.filter(Column::ExpiresAt.gt(now)).order_by_desc(Column::CreatedAt);
    Ok(known.one(database).await?)
}

/// Removes links that have ended unused. There are few of them: one for each letter.
pub(crate) fn expired_links(now: DateTime<Utc>) -> DeleteMany<Entity> {
    Entity::delete_many().filter(Column::ExpiresAt.lte(now))
}
