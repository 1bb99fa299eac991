//! Who may make an account: anybody, whoever is invited, or nobody more.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};

use super::link::{self, Wanted};
use crate::config::SignUpMode;
use crate::context::Planner;
use crate::entity::account_links::Kind;
use crate::entity::users;
use crate::error::Error;

const CLOSED: &str = "This planner takes no new accounts.";
const UNINVITED: &str =
    "An account here takes an invitation. Ask whoever runs this planner for one.";
const SPENT: &str =
    "This invitation has been used, or it is too old. Ask whoever sent it for a new one.";

/// How an account may be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Admission {
    /// As it is.
    Free,
    /// By an invitation, which is used up.
    By(String),
}

/// Whether somebody could make an account with that invitation, which may be none.
///
/// # Errors
/// [`Error::Forbidden`] says in words why not.
pub async fn may_sign_up(planner: &Planner, invitation: Option<&str>) -> Result<(), Error> {
    admitted(planner, invitation).await.map(drop)
}

/// The same, and how.
pub(super) async fn admitted(
    planner: &Planner,
    invitation: Option<&str>,
) -> Result<Admission, Error> {
    let database = planner.database.reader();
    match planner.config.sign_up {
        SignUpMode::Open => Ok(Admission::Free),
        SignUpMode::Closed => Err(Error::Forbidden(CLOSED)),
        // Whoever sets a planner up is invited by nobody. Of two who do so in the same
        // moment both get in, which either of them could have done alone.
        SignUpMode::Invitation if is_empty(database).await? => Ok(Admission::Free),
        SignUpMode::Invitation => {
            let Some(text) = invitation else { return Err(Error::Forbidden(UNINVITED)) };
            match link::find(database, Kind::Invitation, text, planner.clock.now()).await? {
                Some(_) => Ok(Admission::By(text.to_owned())),
                None => Err(Error::Forbidden(SPENT)),
            }
        }
    }
}

/// Uses the invitation up, in the transaction that makes the account.
pub(super) async fn admit(
    database: &impl ConnectionTrait,
    admission: &Admission,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let Admission::By(text) = admission else { return Ok(()) };
    match link::take(database, Kind::Invitation, text, now).await {
        Err(Error::Gone(_)) => Err(Error::Forbidden(SPENT)),
        other => other.map(drop),
    }
}

/// The address at which one person can make an account, once.
///
/// # Errors
/// The database's.
pub async fn invite(planner: &Planner, days: u32) -> Result<String, Error> {
    let lasts = TimeDelta::days(days.into());
    let wanted = Wanted { kind: Kind::Invitation, person: None, email: None, lasts };
    let transaction = planner.database.begin_write().await?;
    let token = link::make(&transaction, wanted, planner.clock.now()).await?;
    transaction.commit().await?;
    Ok(format!("{}/sign-up?invitation={}", planner.config.public_url, token.text()))
}

async fn is_empty(database: &impl ConnectionTrait) -> Result<bool, Error> {
    let id = users::Entity::find().select_only().column(users::Column::Id);
    let first: Option<domain::Uuid> = id.into_tuple().one(database).await?;
    Ok(first.is_none())
}
