//! Where a person is signed in.

mod named;

use domain::Uuid;
use domain::account::Device;
use domain::live::Kind;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder};

use self::named::named;
use super::backend::AuthSession;
use super::is_alive;
use super::session::in_person;
use crate::context::Planner;
use crate::entity::sessions::{Column, Entity, Model};
use crate::error::Error;

/// The sessions of the person who sends a request, the latest used first.
///
/// # Errors
/// [`Error::Unauthenticated`], or the database's.
pub async fn devices(auth: &AuthSession) -> Result<Vec<Device>, Error> {
    let store = &auth.backend.store;
    let (planner, own) = (store.planner(), store.key());
    let now = planner.clock.now();
    let sessions = Entity::find()
        .filter(Column::UserId.eq(person(auth)?))
        .order_by_desc(Column::LastUsedAt)
        .order_by_desc(Column::CreatedAt)
        .order_by_asc(Column::TokenHash)
        .all(planner.database.reader())
        .await?;
    let alive = sessions.into_iter().filter(|session| is_alive(session, now));
    Ok(alive.filter_map(|session| device(&session, own.as_deref())).collect())
}

/// Ends one session of the person who sends a request.
///
/// # Errors
/// [`Error::NotFound`] when there is none of that name, or it is somebody else's.
pub async fn end_device(auth: &AuthSession, id: Uuid) -> Result<(), Error> {
    let (planner, person) = in_person(auth)?;
    let transaction = planner.database.begin_write().await?;
    let ended = Entity::delete_many()
        .filter(Column::UserId.eq(person))
        .filter(Column::TokenHash.starts_with(id.simple().to_string()))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    tell_ended(planner, person);
    if ended.rows_affected == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Ends all sessions of the person but the one that asks, and says how many.
///
/// # Errors
/// [`Error::Unauthenticated`], or the database's.
pub async fn end_other_devices(auth: &AuthSession) -> Result<u64, Error> {
    let (planner, person) = in_person(auth)?;
    let transaction = planner.database.begin_write().await?;
    let ended = end_others(&transaction, person, auth.backend.store.key()).await?;
    transaction.commit().await?;
    tell_ended(planner, person);
    Ok(ended)
}

/// Pages that listen by a session are to hear that it has ended.
pub(super) fn tell_ended(planner: &Planner, person: Uuid) {
    planner.database.live().tell(person, [Kind::Session].into(), None);
}

/// Ends the sessions of a person but the one of that key.
pub(super) async fn end_others(
    database: &impl ConnectionTrait,
    person: Uuid,
    own: Option<String>,
) -> Result<u64, DbErr> {
    let ended = Entity::delete_many()
        .filter(Column::UserId.eq(person))
        .filter(Column::TokenHash.ne(own.unwrap_or_default()))
        .exec(database)
        .await?;
    Ok(ended.rows_affected)
}

fn person(auth: &AuthSession) -> Result<Uuid, Error> {
    auth.user.as_ref().map(|person| person.0.id).ok_or(Error::Unauthenticated)
}

/// A session is named by half of its key: the key itself is a hash, so neither opens anything.
fn device(session: &Model, own: Option<&str>) -> Option<Device> {
    Some(Device {
        id: session.token_hash.get(..32)?.parse().ok()?,
        device: named(session.user_agent.as_deref().unwrap_or_default()),
        created_at: session.created_at,
        last_used_at: session.last_used_at,
        current: own == Some(session.token_hash.as_str()),
    })
}
