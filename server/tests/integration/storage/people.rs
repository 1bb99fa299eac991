//! People for the other tests' rows to belong to.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};
use server::entity::users;
use uuid::Uuid;

/// An instant with microseconds, for rows to be written at.
pub(super) fn instant() -> DateTime<Utc> {
    "2026-11-22T16:50:50.123456Z".parse().unwrap()
}

/// Writes a person with an address of its own.
pub(super) async fn add_person(connection: &impl ConnectionTrait) -> users::Model {
    let id = Uuid::new_v4();
    users::ActiveModel {
        id: Set(id),
        email: Set(format!("{id}@example.org")),
        hashed_password: Set("no password".to_owned()),
        created_at: Set(Some(instant())),
        time_zone: Set("Europe/Berlin".to_owned()),
        locale: Set("de-DE".to_owned()),
        currency: Set("EUR".to_owned()),
        updated_at: Set(instant()),
        version: Set(1),
    }
    .insert(connection)
    .await
    .unwrap()
}
