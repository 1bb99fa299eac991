//! Addresses that are confirmed by following a link that was sent there.
//!
//! Where no letters are sent, an address counts as it is said.

use chrono::TimeDelta;
use domain::Uuid;
use domain::account::ConfirmEmail;
use domain::live::Kind as Live;
use domain::validation::Validate;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::backend::AuthSession;
use super::link::{self, CONFIRM_LASTS, SPENT, Wanted};
use super::session::in_person;
use super::sign_up::taken;
use crate::context::Planner;
use crate::entity::account_links::Kind;
use crate::entity::users::{Column, Entity, Model};
use crate::error::Error;
use crate::mail::letter;

const NO_LETTERS: &str = "This planner sends no letters, so no address is confirmed here.";

/// How long a letter is waited for before it is sent again.
const GAP: TimeDelta = TimeDelta::minutes(1);

const JUST_SENT: &str =
    "A letter was sent a moment ago. Have a look whether it is among the unwanted ones.";

/// What is known of a person's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddressState {
    /// Whether it is known to be theirs, or never asked, since no letters are sent.
    pub confirmed: bool,
    /// Another one that counts once it is confirmed.
    pub awaited: Option<String>,
}

/// What is known of the address of the person who sends a request.
///
/// # Errors
/// [`Error::Unauthenticated`], or the database's.
pub async fn address_state(auth: &AuthSession) -> Result<AddressState, Error> {
    let (planner, id) = in_person(auth)?;
    if !planner.mailer.is_set_up() {
        return Ok(AddressState { confirmed: true, awaited: None });
    }
    let person = person(planner, id).await?;
    let open =
        link::newest(planner.database.reader(), Kind::Confirm, id, planner.clock.now()).await?;
    let awaited = open.and_then(|link| link.email).filter(|email| *email != person.email);
    Ok(AddressState { confirmed: person.email_verified_at.is_some(), awaited })
}

/// Asks somebody to confirm an address by a letter to it: the one they sign in with, or
/// another that is to take its place.
pub(super) async fn ask(
    planner: &Planner,
    person: Uuid,
    email: &str,
    is_own: bool,
) -> Result<(), Error> {
    let transaction = planner.database.begin_write().await?;
    let address = confirm_address(planner, &transaction, person, email).await?;
    transaction.commit().await?;
    let letter =
        if is_own { letter::welcome(email, address) } else { letter::moved(email, address) };
    planner.mailer.send(email, &letter);
    Ok(())
}

async fn confirm_address(
    planner: &Planner,
    database: &impl ConnectionTrait,
    person: Uuid,
    email: &str,
) -> Result<String, Error> {
    let wanted = Wanted {
        kind: Kind::Confirm,
        person: Some(person),
        email: Some(email.to_owned()),
        lasts: CONFIRM_LASTS,
    };
    let token = link::make(database, wanted, planner.clock.now()).await?;
    Ok(format!("{}/confirm-email?token={}", planner.config.public_url, token.text()))
}

/// Sends the letter again, and says to which address.
///
/// # Errors
/// [`Error::TooMany`] when one was sent a moment ago; [`Error::Forbidden`] when no letters
/// are sent here, and to a token.
pub async fn send_confirmation(auth: &AuthSession) -> Result<String, Error> {
    let (planner, id) = in_person(auth)?;
    if !planner.mailer.is_set_up() {
        return Err(Error::Forbidden(NO_LETTERS));
    }
    let person = person(planner, id).await?;
    let now = planner.clock.now();
    let last = link::newest(planner.database.reader(), Kind::Confirm, id, now).await?;
    if let Some(last) = &last
        && now < last.created_at + GAP
    {
        let left = (last.created_at + GAP - now).num_seconds();
        let retry_after = u32::try_from(left).unwrap_or(1);
        return Err(Error::TooMany { detail: JUST_SENT, retry_after });
    }
    let email = last.and_then(|last| last.email).unwrap_or_else(|| person.email.clone());
    ask(planner, id, &email, email == person.email).await?;
    Ok(email)
}

/// Follows the link of such a letter, and says which address counts now. Who follows it
/// need not be signed in: the letter may be read elsewhere.
///
/// # Errors
/// [`Error::Gone`] when the link is not good; [`Error::Conflict`] when somebody else has
/// taken the address meanwhile.
pub async fn confirm_email(planner: &Planner, input: ConfirmEmail) -> Result<String, Error> {
    let token = input.validate()?;
    let now = planner.clock.now();
    let transaction = planner.database.begin_write().await?;
    let link = link::take(&transaction, Kind::Confirm, &token, now).await?;
    let (Some(id), Some(email)) = (link.user_id, link.email) else {
        return Err(Error::Gone(SPENT));
    };
    let before = Entity::find_by_id(id).one(&transaction).await?.ok_or(Error::Gone(SPENT))?;
    Entity::update_many()
        .col_expr(Column::Email, Expr::value(email.clone()))
        .col_expr(Column::EmailVerifiedAt, Expr::value(now))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(id))
        .exec(&transaction)
        .await
        .map_err(taken)?;
    transaction.commit().await?;
    if before.email != email {
        planner.mailer.send(&before.email, &letter::left(&email));
    }
    planner.database.live().tell(id, [Live::Settings].into(), None);
    tracing::info!(user.id = %id, "confirmed their address");
    Ok(email)
}

async fn person(planner: &Planner, id: Uuid) -> Result<Model, Error> {
    let person = Entity::find_by_id(id).one(planner.database.reader()).await?;
    person.ok_or(Error::Unauthenticated)
}
