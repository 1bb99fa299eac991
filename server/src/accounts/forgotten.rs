//! A forgotten password: a link by letter, and another password by the link.

use chrono::TimeDelta;
use domain::account::{ForgottenPassword, ResetPassword};
use domain::live::Kind as Live;
use domain::validation::Validate;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

use super::address::canonical;
use super::link::{self, RESET_LASTS, SPENT, Wanted};
use super::{AuthSession, device, guard, password, weakness};
use crate::context::Planner;
use crate::entity::account_links::{self, Kind, Model as Link};
use crate::entity::users::{Column, Entity, Model};
use crate::entity::{Owned, api_tokens};
use crate::error::Error;
use crate::mail::Room;
use crate::mail::letter;

/// How long a letter is waited for before another is sent to the same person: nobody can
/// fill their box.
const GAP: TimeDelta = TimeDelta::minutes(1);

const NO_LETTERS: &str = "This planner sends no letters. Ask whoever runs it for a link to a new password; \
     they make one with the command “ai-planner reset-link” and your address.";

/// Sends a link to a new password, if anybody has that address. What depends on that
/// happens after the answer, so that neither its words nor its time tell.
///
/// # Errors
/// [`Error::Invalid`] when there is no address; [`Error::Forbidden`] when no letters are
/// sent here at all; [`Error::TooMany`] when many were asked for from the same place.
pub async fn forgotten_password(auth: &AuthSession, input: ForgottenPassword) -> Result<(), Error> {
    let store = &auth.backend.store;
    let planner = store.planner();
    let email = address_of(input)?;
    if !planner.mailer.is_set_up() {
        return Err(Error::Forbidden(NO_LETTERS));
    }
    guard::ask_letter(planner, store.caller()).await?;
    // Said even where there is no room: it is as true of everybody's letter.
    let Some(room) = planner.mailer.room() else { return Ok(()) };
    let planner = planner.clone();
    tokio::spawn(async move {
        if let Err(cause) = send(&planner, &email, room).await {
            tracing::warn!(%cause, "a link to a new password was not sent");
        }
    });
    Ok(())
}

async fn send(planner: &Planner, email: &str, room: Room) -> Result<(), Error> {
    let Some(person) = with_address(planner, email).await? else { return Ok(()) };
    if let Err(Error::TooMany { .. }) = guard::letter_to(planner, &person.email).await {
        return Ok(());
    }
    let now = planner.clock.now();
    let transaction = planner.database.begin_write().await?;
    let last = link::newest(&transaction, Kind::Reset, person.id, now).await?;
    if last.is_some_and(|last| now < last.created_at + GAP) {
        return Ok(());
    }
    let address = reset_address(planner, &transaction, &person, Some(person.email.clone())).await?;
    transaction.commit().await?;
    tracing::info!(user.id = %person.id, "asked for a new password");
    room.send(&person.email, &letter::reset(&person.email, address)).await;
    Ok(())
}

/// The address at which whoever has that e-mail address can choose a new password, for
/// whoever runs the planner to pass on.
///
/// # Errors
/// [`Error::NotFound`] when nobody has it; [`Error::Invalid`] when it is none.
pub async fn reset_link(planner: &Planner, email: &str) -> Result<String, Error> {
    let email = address_of(ForgottenPassword { email: email.into() })?;
    let person = with_address(planner, &email).await?.ok_or(Error::NotFound)?;
    let transaction = planner.database.begin_write().await?;
    let address = reset_address(planner, &transaction, &person, None).await?;
    transaction.commit().await?;
    Ok(address)
}

fn address_of(input: ForgottenPassword) -> Result<String, Error> {
    Ok(ForgottenPassword { email: canonical(input.email) }.validate()?)
}

async fn with_address(planner: &Planner, email: &str) -> Result<Option<Model>, Error> {
    let person = Entity::find().filter(Column::Email.eq(email));
    Ok(person.one(planner.database.reader()).await?)
}

async fn reset_address(
    planner: &Planner,
    database: &impl ConnectionTrait,
    person: &Model,
    email: Option<String>,
) -> Result<String, Error> {
    let wanted = Wanted { kind: Kind::Reset, person: Some(person.id), email, lasts: RESET_LASTS };
    let token = link::make(database, wanted, planner.clock.now()).await?;
    Ok(format!("{}/reset-password?token={}", planner.config.public_url, token.text()))
}

/// Sets another password by the link. Whoever may have had the old one is out: sessions,
/// tokens of programs and open links end.
///
/// # Errors
/// [`Error::Invalid`] when the password will not do; the link stays good then.
/// [`Error::Gone`] when the link is not.
pub async fn reset_password(planner: &Planner, input: ResetPassword) -> Result<(), Error> {
    let draft = input.validate()?;
    let (now, reader) = (planner.clock.now(), planner.database.reader());
    let link = link::find(reader, Kind::Reset, &draft.token, now).await?;
    let link = link.ok_or(Error::Gone(SPENT))?;
    let person = match link.user_id {
        Some(id) => Entity::find_by_id(id).one(reader).await?,
        None => None,
    };
    let person = person.ok_or(Error::Gone(SPENT))?;
    weakness::refuse_common("password", &draft.password, &person.email, None).await?;
    let hashed = password::hash(draft.password).await?;
    let transaction = planner.database.begin_write().await?;
    let link = link::take(&transaction, Kind::Reset, &draft.token, now).await?;
    let mut update = Entity::update_many()
        .col_expr(Column::HashedPassword, Expr::value(hashed))
        .col_expr(Column::UpdatedAt, Expr::value(now))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(person.id));
    if proves_address(&link, &person) {
        update = update.col_expr(Column::EmailVerifiedAt, Expr::value(now));
    }
    update.exec(&transaction).await?;
    device::end_others(&transaction, person.id, None).await?;
    api_tokens::Entity::delete_owned_by(person.id).exec(&transaction).await?;
    account_links::Entity::delete_many()
        .filter(account_links::Column::UserId.eq(person.id))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    planner.database.live().tell(person.id, [Live::Session].into(), None);
    tracing::info!(user.id = %person.id, "chose a new password by a link");
    Ok(())
}

/// Whether following the link shows that the address is the person's: it was sent there,
/// and it is still theirs.
fn proves_address(link: &Link, person: &Model) -> bool {
    person.email_verified_at.is_none() && link.email.as_deref() == Some(&*person.email)
}
