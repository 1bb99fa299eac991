//! What axum-login needs to know about people.

use axum_login::{AuthUser, AuthnBackend};
use domain::Uuid;
use domain::account::{Credentials, User};
use sea_orm::EntityTrait;

use super::store::RequestStore;
use super::{sign_in, user_of};
use crate::entity::users;
use crate::error::Error;

/// Who is signed in, in the extensions of every request behind
/// [`super::with_sessions`].
pub type AuthSession = axum_login::AuthSession<Backend>;

/// A person, as axum-login sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person(pub User);

impl AuthUser for Person {
    type Id = Uuid;

    fn id(&self) -> Uuid {
        self.0.id
    }

    /// Sessions end by their rows, which belong to a person; nothing else may
    /// end them, a renewed password hash least of all.
    fn session_auth_hash(&self) -> &[u8] {
        self.0.id.as_bytes()
    }
}

/// Finds people, within one request.
#[derive(Debug, Clone)]
pub struct Backend {
    pub(super) store: RequestStore,
}

impl AuthnBackend for Backend {
    type Credentials = Credentials;
    type Error = Error;
    type User = Person;

    async fn authenticate(&self, credentials: Credentials) -> Result<Option<Person>, Error> {
        Ok(sign_in::verify(self.store.planner(), credentials).await?.map(Person))
    }

    /// The person came with the session's row, in one query.
    async fn get_user(&self, id: &Uuid) -> Result<Option<Person>, Error> {
        if let Some(user) = self.store.user().filter(|user| user.id == *id) {
            return Ok(Some(Person(user)));
        }
        let person =
            users::Entity::find_by_id(*id).one(self.store.planner().database.reader()).await?;
        Ok(person.as_ref().map(user_of).map(Person))
    }
}
