//! Making an account.

use domain::Uuid;
use domain::account::{SignUp, SignUpDraft, User};
use domain::input::Field;
use domain::problem::Problem;
use domain::settings::Settings;
use domain::validation::{Invalid, Validate};
use sea_orm::{DbErr, EntityTrait, Set, SqlErr};

use super::address::canonical;
use super::backend::AuthSession;
use super::entry::{self, Admission};
use super::locality::Locality;
use super::weakness::{self, COMMON_PASSWORD};
use super::{confirm, guard, password};
use crate::context::Planner;
use crate::entity::users;
use crate::error::Error;

pub(super) const EMAIL_TAKEN: &str = "This e-mail address has an account already.";

/// Makes an account for whoever sends a request.
///
/// # Errors
/// As [`sign_up`], and [`Error::TooMany`] when many were made from the same address.
pub async fn join(auth: &AuthSession, input: SignUp) -> Result<User, Error> {
    let store = &auth.backend.store;
    guard::sign_up(store.planner(), store.caller()).await?;
    sign_up(store.planner(), input).await
}

/// Makes an account for whoever asks for one, if they may have it, and sends them a letter to
/// confirm the address. It does not sign in; see [`super::start_session`].
///
/// # Errors
/// [`Error::Invalid`] names every bad field, a common password among them;
/// [`Error::Conflict`] when the e-mail address has an account; [`Error::Forbidden`] says in
/// words why they may not.
pub async fn sign_up(planner: &Planner, input: SignUp) -> Result<User, Error> {
    let invitation = match &input.invitation {
        Field::Value(text) => Some(text.trim()).filter(|text| !text.is_empty()),
        Field::Absent | Field::Null | Field::Invalid(_) => None,
    };
    let admission = entry::admitted(planner, invitation).await?;
    let user = make(planner, input, &admission).await?;
    if planner.mailer.is_set_up()
        && let Err(cause) = confirm::ask(planner, user.id, &user.email, true).await
    {
        // The account is there; the letter can be asked for again.
        tracing::warn!(%cause, user.id = %user.id, "an address could not be asked about");
    }
    Ok(user)
}

/// Makes an account for whoever runs the planner, whoever else may have one.
///
/// # Errors
/// As [`sign_up`], but that it is never forbidden.
pub async fn make_account(planner: &Planner, input: SignUp) -> Result<User, Error> {
    make(planner, input, &Admission::Free).await
}

async fn make(planner: &Planner, input: SignUp, admission: &Admission) -> Result<User, Error> {
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
    let hashed = password::hash(draft.password).await?;
    insert(planner, &user, hashed, admission).await?;
    tracing::info!(user.id = %user.id, "signed up");
    Ok(user)
}

/// Both what `domain` can tell and whether the password is common, so that every
/// bad field is named at once.
async fn check(input: SignUp) -> Result<SignUpDraft, Error> {
    let is_common = match &input.password {
        Field::Value(password) => {
            let email = input.email.clone().value().unwrap_or_default();
            weakness::is_common(password, &email).await?
        }
        Field::Absent | Field::Null | Field::Invalid(_) => false,
    };
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
async fn insert(
    planner: &Planner,
    user: &User,
    hashed_password: String,
    admission: &Admission,
) -> Result<(), Error> {
    let transaction = planner.database.begin_write().await?;
    entry::admit(&transaction, admission, user.created_at).await?;
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
    users::Entity::insert(person).exec_without_returning(&transaction).await.map_err(taken)?;
    Ok(transaction.commit().await?)
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
