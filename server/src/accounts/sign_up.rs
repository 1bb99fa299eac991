//! Making an account.

use domain::Uuid;
use domain::account::{SignUp, SignUpDraft, User};
use domain::problem::Problem;
use domain::validation::{Invalid, Validate};
use sea_orm::{DbErr, EntityTrait, Set, SqlErr};

use super::locality::Locality;
use super::{password, user_of, weakness};
use crate::context::Planner;
use crate::entity::users;
use crate::error::Error;

const EMAIL_TAKEN: &str = "This e-mail address has an account already.";
/// The hours that count as work until the person says otherwise.
const WORKING_HOURS: (&str, &str) = ("09:00", "17:00");
const COMMON_PASSWORD: &str =
    "This password is easy to guess. Three or four words that do not belong together are better.";

/// Makes an account. It does not sign in; see [`super::start_session`].
///
/// # Errors
/// [`Error::Invalid`] names every bad field, a common password among them;
/// [`Error::Conflict`] when the e-mail address has an account.
pub async fn sign_up(planner: &Planner, input: SignUp) -> Result<User, Error> {
    let draft = check(input).await?;
    let locality = Locality::of(draft.time_zone.as_deref(), draft.locale.as_deref());
    let now = planner.clock.now();
    let person = users::Model {
        id: Uuid::new_v4(),
        email: draft.email,
        hashed_password: password::hash(draft.password).await?,
        created_at: Some(now),
        time_zone: locality.time_zone.to_owned(),
        locale: locality.locale,
        currency: locality.currency.to_string(),
        updated_at: now,
        version: 1,
        work_from: WORKING_HOURS.0.to_owned(),
        work_until: WORKING_HOURS.1.to_owned(),
        buffer_minutes: 0,
        week_numbers: false,
    };
    let user = user_of(&person);
    insert(planner, person).await.map_err(taken)?;
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

async fn insert(planner: &Planner, person: users::Model) -> Result<(), DbErr> {
    let transaction = planner.database.begin_write().await?;
    let person = users::ActiveModel {
        id: Set(person.id),
        email: Set(person.email),
        hashed_password: Set(person.hashed_password),
        created_at: Set(person.created_at),
        time_zone: Set(person.time_zone),
        locale: Set(person.locale),
        currency: Set(person.currency),
        updated_at: Set(person.updated_at),
        version: Set(person.version),
        work_from: Set(person.work_from),
        work_until: Set(person.work_until),
        buffer_minutes: Set(person.buffer_minutes),
        week_numbers: Set(person.week_numbers),
    };
    users::Entity::insert(person).exec_without_returning(&transaction).await?;
    transaction.commit().await
}

/// The database alone decides who was first.
fn taken(error: DbErr) -> Error {
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
