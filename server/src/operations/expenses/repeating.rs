//! Repeating expenses become rows, each on its day and once.
//!
//! The expense with the rule is the first row itself. What follows is written by
//! whichever instance comes first: a day is claimed by a unique key in the same
//! transaction as its row. A claim outlives the row, so what a person deletes does
//! not come back, and the next look begins behind the last claim.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::Uuid;
use domain::expense::Expense;
use domain::history::Door;
use domain::live::Kind;
use domain::repeat::Rule;
use domain::time::Moment;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ColumnTrait, DatabaseExecutor, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};

use crate::accounts;
use crate::context::{Actor, Context, Planner};
use crate::entity::{Owned, expense_occurrences, expenses, users};
use crate::error::Error;
use crate::operations::Row;
use crate::repeat::{Expansion, Span};
use crate::undo::{self, Change};
use crate::zone;

/// What the journal calls the step.
const RECORDED: &str = "record_due_expense";
/// The most days of one series that are caught up on in one look; the rest follows
/// at the next one.
const CAUGHT_UP: usize = 100;

/// Writes every repeating expense that is due and not written yet; answers how
/// many they were.
///
/// # Errors
/// The database's. What was written before stays.
pub async fn record_due_expenses(planner: &Planner) -> Result<u64, Error> {
    let (reader, now) = (planner.database.reader(), planner.clock.now());
    let series: Vec<(Uuid, Uuid)> = expenses::Entity::find()
        .filter(expenses::Column::Rrule.is_not_null())
        .order_by_asc(expenses::Column::Id)
        .select_only()
        .column(expenses::Column::Id)
        .column(expenses::Column::UserId)
        .into_tuple()
        .all(reader)
        .await?;
    let mut written = 0;
    for (id, person) in series {
        let Some(user) = users::Entity::find_by_id(person).one(reader).await? else { continue };
        let user = accounts::user_of(&user);
        let zone = Actor::from(&user).zone;
        if due(planner, reader, person, id, zone).await?.1.is_empty() {
            continue;
        }
        let transaction = planner.database.begin_write().await?;
        let (series, days) = due(planner, &transaction, person, id, zone).await?;
        let Some(series) = series else { continue };
        let actor = Actor { currency: series.currency, ..Actor::from(&user) };
        let context = Context::at(planner.database.clone(), actor, Door::Planner, now);
        for at in days {
            written += u64::from(write(&context, &transaction, &series, at).await?);
        }
        transaction.commit().await?;
        planner.database.live().tell(person, [Kind::Expense].into(), None);
    }
    Ok(written)
}

/// A series and what of it is due and not claimed, oldest first.
async fn due(
    planner: &Planner,
    database: &impl sea_orm::ConnectionTrait,
    person: Uuid,
    id: Uuid,
    zone: Tz,
) -> Result<(Option<Expense>, Vec<DateTime<Utc>>), Error> {
    let model = expenses::Entity::owned_by(person)
        .filter(expenses::Column::Id.eq(id))
        .one(database)
        .await?;
    let Some(series) = model.map(Expense::from_model).transpose()? else {
        return Ok((None, Vec::new()));
    };
    let rule = series.rrule.as_deref().and_then(|text| Rule::parse(text).ok());
    let Some(rule) = rule else { return Ok((Some(series), Vec::new())) };
    let last: Option<NaiveDate> = expense_occurrences::Entity::owned_by(person)
        .filter(expense_occurrences::Column::SeriesId.eq(id))
        .select_only()
        .column_as(expense_occurrences::Column::Day.max(), "last")
        .into_tuple::<Option<NaiveDate>>()
        .one(database)
        .await?
        .flatten();
    let first = zone::date_of(zone, series.incurred_at);
    let after = last.map_or(first, |last| last.max(first));
    let span = Span {
        from: zone::start_of(zone, zone::next_day(after)),
        to: planner.clock.now() + TimeDelta::microseconds(1),
    };
    let all = Expansion::new(&rule, Moment::Instant(series.incurred_at), zone, None);
    let mut days: Vec<DateTime<Utc>> =
        all.within(span).take(CAUGHT_UP).map(|at| at.stored()).collect();
    days.dedup_by_key(|at| zone::date_of(zone, *at));
    Ok((Some(series), days))
}

/// Claims a day and writes its row; false when another instance did. What the row is can be taken
/// back like any other change; the day stays claimed.
async fn write(
    context: &Context,
    transaction: &DatabaseTransaction,
    series: &Expense,
    at: DateTime<Utc>,
) -> Result<bool, Error> {
    let person = context.actor.user_id;
    let expense = Expense {
        id: Uuid::now_v7(),
        incurred_at: at,
        rrule: None,
        created_at: context.now,
        updated_at: context.now,
        version: 1,
        ..series.clone()
    };
    let claim = expense_occurrences::ActiveModel {
        user_id: Set(person),
        series_id: Set(series.id),
        day: Set(zone::date_of(context.actor.zone, at)),
        expense_id: Set(expense.id),
    };
    let key = [expense_occurrences::Column::SeriesId, expense_occurrences::Column::Day];
    let claimed = expense_occurrences::Entity::insert(claim)
        .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
        .exec_without_returning(transaction)
        .await?;
    if claimed == 0 {
        return Ok(false);
    }
    expenses::Entity::insert(expense.to_active(person)).exec_without_returning(transaction).await?;
    let change = Change { before: None, after: Some(expense.into()) };
    let database = DatabaseExecutor::Transaction(transaction);
    undo::record(&database, context, RECORDED, &[change]).await?;
    Ok(true)
}
