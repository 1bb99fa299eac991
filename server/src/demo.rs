//! A lively example account: a year of spending, a full week, tasks in lists, conversations.
//!
//! Everything is written through the operations that people use, each at the time at which
//! somebody would have done it, so rows, sums and history agree. The same day gives the same
//! planner.

mod events;
mod money;
mod random;
mod talk;
mod tasks;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::account::{SignUp, User};
use domain::history::Door;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde::de::DeserializeOwned;
use serde_json::Value;

use self::random::Random;
use crate::accounts;
use crate::assistant::Assistant;
use crate::clock::Clock;
use crate::context::{Actor, Context, Planner};
use crate::entity::users::{Column, Entity};
use crate::error::Error;
use crate::operations::expenses::record_due_expenses;
use crate::operations::{Operation, call};
use crate::zone;

/// How far back the year of the example goes, in days.
const YEAR: i64 = 365;

/// For whom the example is made.
#[derive(Debug, Clone)]
pub struct Demo {
    /// The address to sign in with.
    pub email: String,
    /// The password to sign in with.
    pub password: String,
    /// IANA name.
    pub time_zone: String,
    /// BCP 47 tag, which also decides the currency.
    pub locale: String,
    /// Whether an account of that address may be deleted first.
    pub replace: bool,
}

/// A password that nobody guesses, of letters that nobody confuses.
///
/// # Errors
/// [`Error::Internal`] when the system has no random numbers.
pub fn password() -> Result<String, Error> {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|cause| Error::Internal(cause.to_string()))?;
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    let groups: Vec<String> =
        bytes.chunks(4).map(|group| group.iter().map(letter).collect()).collect();
    Ok(groups.join("-"))
}

/// Makes the account and fills it.
///
/// # Errors
/// [`Error::Conflict`] when the address has an account that may not be replaced;
/// [`Error::Invalid`] when one cannot be made of it.
pub async fn seed(planner: &Planner, demo: &Demo) -> Result<(), Error> {
    // The example needs no network, and is not to cost anything.
    let planner = Planner { assistant: Assistant::default(), ..planner.clone() };
    if demo.replace {
        remove(&planner, &demo.email).await?;
    }
    let now = planner.clock.now();
    let joined = Planner { clock: Clock::fixed(now - TimeDelta::days(YEAR)), ..planner.clone() };
    let wish = SignUp {
        email: demo.email.clone().into(),
        password: demo.password.clone().into(),
        time_zone: demo.time_zone.clone().into(),
        locale: demo.locale.clone().into(),
        ..SignUp::default()
    };
    let user = accounts::make_account(&joined, wish).await?;
    let mut filler = Filler::new(&planner, &user, now);
    filler.money().await?;
    filler.events().await?;
    filler.tasks().await?;
    filler.talk(&planner).await?;
    record_due_expenses(&planner).await?;
    Ok(())
}

async fn remove(planner: &Planner, email: &str) -> Result<(), Error> {
    let transaction = planner.database.begin_write().await?;
    let email = email.trim().to_lowercase();
    Entity::delete_many().filter(Column::Email.eq(email)).exec(&transaction).await?;
    Ok(transaction.commit().await?)
}

/// Writes the rows of one person.
struct Filler {
    context: Context,
    random: Random,
    today: NaiveDate,
}

impl Filler {
    fn new(planner: &Planner, user: &User, now: DateTime<Utc>) -> Self {
        let actor = Actor::from(user);
        let context = Context::at(planner.database.clone(), actor, Door::Web, now);
        let today = context.today();
        Self { context, random: Random::new(today.num_days_from_ce().unsigned_abs()), today }
    }

    /// A day so many days from today.
    fn day(&self, later: i64) -> NaiveDate {
        self.today.checked_add_signed(TimeDelta::days(later)).unwrap_or(self.today)
    }

    /// An instant of a day by the person's clock.
    fn instant(&self, day: NaiveDate, (hour, minute): (u32, u32)) -> DateTime<Utc> {
        let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
        zone::instant(self.context.actor.zone, day.and_time(time))
    }

    /// Does what somebody did at a time that has passed; never later than now.
    async fn did<O: Operation>(&self, at: DateTime<Utc>, input: Value) -> Result<O::Output, Error> {
        let (database, actor) = (self.context.database.clone(), self.context.actor.clone());
        let at = at.min(self.context.now);
        let context = Context::at(database, actor, self.context.door, at);
        Ok(call::<O>(&context, read::<O::Input>(input)?).await?.value)
    }
}

fn read<T: DeserializeOwned>(input: Value) -> Result<T, Error> {
    serde_json::from_value(input).map_err(|cause| Error::Internal(format!("example: {cause}")))
}
