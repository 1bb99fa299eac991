//! Taking everything over from the file that `/api/export` writes, into an empty account:
//! all of it or nothing.
//!
//! Rows come as they were, with their times, versions and places. What is not in the file
//! is not there afterwards either: how somebody signs in, and the history, so that what was
//! done before cannot be taken back.

mod check;
mod document;
mod file;
mod names;
mod said;

use domain::budget::Budget;
use domain::event::Event;
use domain::expense::Expense;
use domain::input::Field;
use domain::list::TaskList;
use domain::live::Kind;
use domain::saved_filter::SavedFilter;
use domain::settings::SettingsPatch;
use domain::task::Task;
use domain::validation::Validate;
use schemars::JsonSchema;
use sea_orm::{EntityTrait, QuerySelect, Set, SqlErr};
use serde::{Deserialize, Serialize};

pub use self::document::{Document, ExpenseDay};
pub use self::file::{Turn, take_over};
use self::names::Names;
use super::settings::UpdateSettings;
use super::{Effect, Operation, Row, Scope};
use crate::entity::{
    Owned, budgets, calendar_events, conversations, expense_occurrences, expenses, saved_filters,
    task_lists, tasks, users,
};
use crate::error::Error;

const NOT_EMPTY: &str = "There is something in this account already. Everything can only be taken over into an empty one.";
const TWICE: &str = "Something in the file is there twice. Nothing was taken over.";

/// How many rows of each kind were taken over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakenOver {
    /// Events.
    pub events: u64,
    /// Tasks.
    pub tasks: u64,
    /// Expenses.
    pub expenses: u64,
    /// Conversations.
    pub conversations: u64,
}

/// Takes everything over.
pub struct ImportEverything;

impl Operation for ImportEverything {
    type Input = Document;
    type Output = TakenOver;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "import_everything";
    const SUMMARY: &'static str = "Takes everything over from an export, into an empty account.";

    async fn run(scope: &mut Scope<'_>, mut document: Document) -> Result<TakenOver, Error> {
        // Of two at once the second waits here and then finds the account full.
        let person = users::Entity::find_by_id(scope.actor().user_id).lock_exclusive();
        person.one(scope.database()).await?.ok_or(Error::Unauthenticated)?;
        if !is_empty(scope).await? {
            return Err(Error::Conflict(NOT_EMPTY));
        }
        check::check(scope, &document).await?;
        let names = Names::of(scope, &document).await?;
        names.give(&mut document);
        settings(scope, &document).await?;
        rows::<TaskList>(scope, &document.lists).await?;
        rows::<SavedFilter>(scope, &document.filters).await?;
        rows::<Task>(scope, &document.tasks).await?;
        rows::<Event>(scope, &document.events).await?;
        rows::<Expense>(scope, &document.expenses).await?;
        rows::<Budget>(scope, &document.budgets).await?;
        days(scope, &document).await?;
        for conversation in &document.conversations {
            said::write(scope, conversation).await?;
        }
        scope.touch(Kind::Conversation);
        Ok(TakenOver {
            events: document.events.len() as u64,
            tasks: document.tasks.len() as u64,
            expenses: document.expenses.len() as u64,
            conversations: document.conversations.len() as u64,
        })
    }
}

async fn is_empty(scope: &Scope<'_>) -> Result<bool, Error> {
    Ok(has_none::<calendar_events::Entity>(scope).await?
        && has_none::<tasks::Entity>(scope).await?
        && has_none::<task_lists::Entity>(scope).await?
        && has_none::<saved_filters::Entity>(scope).await?
        && has_none::<expenses::Entity>(scope).await?
        && has_none::<budgets::Entity>(scope).await?
        && has_none::<conversations::Entity>(scope).await?)
}

async fn has_none<E: Owned>(scope: &Scope<'_>) -> Result<bool, Error> {
    Ok(scope.own::<E>().limit(1).one(scope.database()).await?.is_none())
}

/// What the person has chosen, through the same checks as by hand.
async fn settings(scope: &mut Scope<'_>, document: &Document) -> Result<(), Error> {
    let chosen = &document.account.settings;
    let patch = SettingsPatch {
        time_zone: Field::Value(chosen.time_zone.clone()),
        locale: Field::Value(chosen.locale.clone()),
        currency: Field::Value(chosen.currency),
        week_start: Field::Value(chosen.week_start),
        clock: Field::Value(chosen.clock),
        date_order: Field::Value(chosen.date_order),
        work_from: Field::Value(chosen.work_from),
        work_until: Field::Value(chosen.work_until),
        buffer_minutes: Field::Value(chosen.buffer_minutes),
        week_numbers: Field::Value(chosen.week_numbers),
        event_minutes: Field::Value(chosen.event_minutes),
        morning: Field::Value(chosen.morning),
        afternoon: Field::Value(chosen.afternoon),
        evening: Field::Value(chosen.evening),
        night: Field::Value(chosen.night),
    };
    let at = |error| check::placed("account.settings", error);
    let changes = patch.validate().map_err(|invalid| at(invalid.into()))?;
    UpdateSettings::run(scope, changes).await.map(drop).map_err(at)
}

async fn rows<R: Row>(scope: &Scope<'_>, rows: &[R]) -> Result<(), Error> {
    for row in rows {
        scope.write_new(row).await.map_err(twice)?;
    }
    Ok(())
}

/// Which days of repeating expenses have become rows: they do not become rows again.
async fn days(scope: &Scope<'_>, document: &Document) -> Result<(), Error> {
    for day in &document.expense_days {
        let row = expense_occurrences::ActiveModel {
            user_id: Set(scope.actor().user_id),
            series_id: Set(day.series_id),
            day: Set(day.day),
            expense_id: Set(day.expense_id),
        };
        let written =
            expense_occurrences::Entity::insert(row).exec_without_returning(scope.database());
        written.await.map_err(|cause| twice(cause.into()))?;
    }
    Ok(())
}

/// The database knows best what may be there once only.
fn twice(error: Error) -> Error {
    match &error {
        Error::Database(cause)
            if matches!(cause.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))) =>
        {
            Error::field("file", TWICE)
        }
        _ => error,
    }
}
