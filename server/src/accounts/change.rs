//! Another e-mail address or another password.

use domain::account::{AccountChanges, AccountPatch, User};
use domain::validation::Validate;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::address::canonical;
use super::backend::AuthSession;
use super::session::in_person;
use super::sign_up::{EMAIL_TAKEN, taken};
use super::{confirm, device, guard, link, password, user_of, weakness};
use crate::context::Planner;
use crate::entity::account_links::Kind;
use crate::entity::users::{Column, Entity, Model};
use crate::error::Error;

const WRONG_PASSWORD: &str = "This is not your password.";

/// What was changed of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The person as they are now.
    pub user: User,
    /// The new address, where it counts only once it is confirmed.
    pub awaited: Option<String>,
}

/// Changes how the person who sends a request signs in. Whoever else is signed in with the old
/// password or address is signed out, and no earlier link to a new password is good. Where
/// letters are sent, another address counts once the letter to it was followed.
///
/// # Errors
/// [`Error::Invalid`] names every bad field, a wrong or a common password among them;
/// [`Error::Conflict`] when the e-mail address has an account; [`Error::Unauthenticated`].
pub async fn change_account(auth: &AuthSession, input: AccountPatch) -> Result<Change, Error> {
    let planner = auth.backend.store.planner();
    let mut changes = AccountPatch { email: canonical(input.email), ..input }.validate()?;
    let person = proven(auth, changes.current_password.clone()).await?;
    let asks = planner.mailer.is_set_up();
    let awaited = changes.email.take_if(|email| asks && *email != person.email);
    if let Some(email) = &awaited {
        free(planner, email).await?;
    }
    let hashed = hashed(&person, &changes, awaited.as_deref()).await?;
    let now = planner.clock.now();
    let transaction = planner.database.begin_write().await?;
    let mut update = Entity::update_many()
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(person.id));
    if let Some(email) = changes.email {
        update = update.col_expr(Column::Email, Expr::value(email));
    }
    if let Some(hashed) = hashed {
        update = update.col_expr(Column::HashedPassword, Expr::value(hashed));
    }
    update.exec(&transaction).await.map_err(taken)?;
    link::void(&transaction, Kind::Reset, person.id).await?;
    device::end_others(&transaction, person.id, auth.backend.store.key()).await?;
    let changed = Entity::find_by_id(person.id).one(&transaction).await?;
    transaction.commit().await?;
    device::tell_ended(planner, person.id);
    if let Some(email) = &awaited {
        confirm::ask(planner, person.id, email, false).await?;
    }
    tracing::info!(user.id = %person.id, "changed how they sign in");
    let user = changed.as_ref().map(user_of).ok_or(Error::Unauthenticated)?;
    Ok(Change { user, awaited })
}

/// Refuses an address that has an account, before a letter is sent to it.
async fn free(planner: &Planner, email: &str) -> Result<(), Error> {
    let known = Entity::find().filter(Column::Email.eq(email));
    match known.one(planner.database.reader()).await? {
        Some(_) => Err(Error::Conflict(EMAIL_TAKEN)),
        None => Ok(()),
    }
}

/// The person who sends a request, if this is their password.
///
/// # Errors
/// [`Error::Invalid`] when it is not; [`Error::Unauthenticated`] when nobody is signed in;
/// [`Error::TooMany`] when it was tried too often; [`Error::Forbidden`] to a program.
pub(super) async fn proven(auth: &AuthSession, password: String) -> Result<Model, Error> {
    let (planner, id) = in_person(auth)?;
    let person = Entity::find_by_id(id).one(planner.database.reader()).await?;
    let person = person.ok_or(Error::Unauthenticated)?;
    let session = auth.backend.store.key().unwrap_or_default();
    let tries = guard::say_again(planner, id, &session).await?;
    let verdict = password::verify(password, Some(person.hashed_password.clone())).await?;
    if !verdict.fits {
        return Err(Error::field("current_password", WRONG_PASSWORD));
    }
    guard::was_right(planner, &tries).await;
    Ok(person)
}

async fn hashed(
    person: &Model,
    changes: &AccountChanges,
    awaited: Option<&str>,
) -> Result<Option<String>, Error> {
    let Some(password) = changes.new_password.clone() else { return Ok(None) };
    let email = changes.email.clone().unwrap_or_else(|| person.email.clone());
    weakness::refuse_common("new_password", &password, &email, awaited).await?;
    password::hash(password).await.map(Some)
}
