//! Checking an e-mail address and a password.

use domain::account::{Credentials, SignIn, User};
use domain::validation::Validate;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::address::canonical;
use super::backend::AuthSession;
use super::{guard, password, user_of};
use crate::context::Planner;
use crate::entity::users;
use crate::error::Error;

/// Checks an e-mail address and a password. It does not sign in; see
/// [`super::start_session`].
///
/// # Errors
/// [`Error::Invalid`] when one is missing; [`Error::WrongCredentials`] when either
/// is wrong, after the same time; [`Error::TooMany`] when it was tried too often.
pub async fn sign_in(auth: &AuthSession, input: SignIn) -> Result<User, Error> {
    let store = &auth.backend.store;
    let credentials = SignIn { email: canonical(input.email), ..input }.validate()?;
    let tries = guard::sign_in(store.planner(), store.caller(), &credentials.email).await?;
    let Some(user) = verify(store.planner(), credentials).await? else {
        // Whoever runs the planner may want to shut an address out; whose account it was
        // stays out of the log.
        tracing::warn!(client = ?store.caller().address, "a sign-in was refused");
        return Err(Error::WrongCredentials);
    };
    guard::was_right(store.planner(), &tries).await;
    Ok(user)
}

/// The person whose credentials these are, if anybody's.
pub(super) async fn verify(
    planner: &Planner,
    credentials: Credentials,
) -> Result<Option<User>, Error> {
    let person = users::Entity::find()
        .filter(users::Column::Email.eq(credentials.email))
        .one(planner.database.reader())
        .await?;
    let stored = person.as_ref().map(|person| person.hashed_password.clone());
    let verdict = password::verify(credentials.password.clone(), stored).await?;
    let Some(person) = person.filter(|_| verdict.fits) else { return Ok(None) };
    if verdict.outdated {
        let hashed = password::hash(credentials.password).await?;
        // The person is in, whether or not the better hash could be kept.
        if let Err(cause) = rehash(planner, &person, hashed).await {
            tracing::warn!(%cause, user.id = %person.id, "a password hash was not renewed");
        }
    }
    Ok(Some(user_of(&person)))
}

/// Replaces the hash that was verified, unless it changed meanwhile.
async fn rehash(planner: &Planner, person: &users::Model, hashed: String) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    users::Entity::update_many()
        .col_expr(users::Column::HashedPassword, Expr::value(hashed))
        .filter(users::Column::Id.eq(person.id))
        .filter(users::Column::HashedPassword.eq(&person.hashed_password))
        .exec(&transaction)
        .await?;
    transaction.commit().await
}
