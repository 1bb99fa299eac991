//! Making an account.

use domain::Uuid;
use domain::account::{SignUp, SignUpDraft, User};
use domain::problem::Problem;
use domain::settings::Settings;
use domain::validation::{Invalid, Validate};
use sea_orm::{DbErr, EntityTrait, Set, SqlErr};

use super::address::canonical;
use super::backend::AuthSession;
use super::locality::Locality;
use super::{guard, password, weakness};
use crate::context::Planner;
use crate::entity::users;
use crate::error::Error;

pub(super) const EMAIL_TAKEN: &str = "This e-mail address has an account already.";
pub(super) const COMMON_PASSWORD: &str =
    "This password is easy to guess. Three or four words that do not belong together are better.";

/// Makes an account for whoever sends a request.
///
/// # Errors
/// As [`sign_up`], and [`Error::TooMany`] when many were made from the same address.
pub async fn join(auth: &AuthSession, input: SignUp) -> Result<User, Error> {
    let store = &auth.backend.store;
    guard::sign_up(store.planner(), store.caller()).await?;
    sign_up(store.planner(), input).await
}

/// Makes an account. It does not sign in; see [`super::start_session`].
///
/// # Errors
/// [`Error::Invalid`] names every bad field, a common password among them;
/// [`Error::Conflict`] when the e-mail address has an account.
pub async fn sign_up(planner: &Planner, input: SignUp) -> Result<User, Error> {
    let draft = check(SignUp { email: canonical(input.email), ..input }).await?;
    let locality = Locality::of(draft.time_zone.as_deref(), draft.locale.as_deref());
    let now = planner.clock.now();
    let settings = Settings {
        time_zone: locality.time_zone.to_owned(),
        locale: locality.locale,
        currency: locality.currency,
        ..Settings::default()
    };
    let user = User {
        id: Uuid::new_v4(),
        email: draft.email,
        created_at: now,
        time_zone: settings.time_zone.clone(),
        currency: settings.currency,
        settings,
    };
    insert(planner, &user, password::hash(draft.password).await?).await.map_err(taken)?;
    tracing::info!(user.id = %user.id, "signed up");
    Ok(user)
}

/// Both what `domain` can tell and whether the password is common, so that every
/// bad field is named at once.
async fn check(input: SignUp) -> Result<SignUpDraft, Error> {
    let is_common = weakness::is_common(&input).await?;
    let mut invalid = match input.validate() {
        Ok(draft) if !is_common => return Ok(draft),
        Ok(_) => Invalid::default(),
        Err(invalid) => invalid,
    };
    if is_common && invalid.message("password").is_none() {
        invalid.add("password", COMMON_PASSWORD);
    }
    Err(invalid.into())
}

/// What is not said here is as the database has it by default.
async fn insert(planner: &Planner, user: &User, hashed_password: String) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    let person = users::ActiveModel {
        id: Set(user.id),
        email: Set(user.email.clone()),
        hashed_password: Set(hashed_password),
        created_at: Set(Some(user.created_at)),
        updated_at: Set(user.created_at),
        time_zone: Set(user.time_zone.clone()),
        locale: Set(user.settings.locale.clone()),
        currency: Set(user.currency.to_string()),
        ..Default::default()
    };
    users::Entity::insert(person).exec_without_returning(&transaction).await?;
    transaction.commit().await
}

/// The database alone decides who was first.
pub(super) fn taken(error: DbErr) -> Error {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Error::Conflict(EMAIL_TAKEN),
        _ => error.into(),
    }
}

/// What the person is told about a sign-up that failed: a taken address is said
/// beside its field as well.
pub fn problem(error: Error) -> Problem {
    let errors = match &error {
        Error::Conflict(EMAIL_TAKEN) => Invalid::field("email", EMAIL_TAKEN).0,
        _ => Vec::new(),
    };
    let problem = Problem::from(error);
    if errors.is_empty() { problem } else { Problem { errors, ..problem } }
}
