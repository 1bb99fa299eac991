//! Events of a range: single ones, and each occurrence of those that repeat.

mod found;

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use domain::event::Event;
use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition, EntityName, QueryFilter};

use self::found::{Found, starting};
pub(in crate::operations) use self::found::{Place, place};
use super::list::{named, overlaps};
use crate::entity::calendar_events::{Column, Entity, Model};
use crate::entity::event_exceptions;
use crate::error::Error;
use crate::operations::list::{Key, paged};
use crate::operations::rows::exception;
use crate::operations::{Row, Scope};
use crate::repeat::{Repeating, horizon};
use crate::zone::Bound;

/// How much of a long range is expanded at first; each further step is longer.
const STEP: TimeDelta = TimeDelta::days(62);
/// By how much each step is longer than the one before.
const GROWTH: i32 = 4;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub(in crate::operations) struct Range {
    /// The first moment.
    pub(in crate::operations) from: Option<Bound>,
    /// The first moment behind it.
    pub(in crate::operations) to: Option<Bound>,
    /// Words that must occur.
    pub(in crate::operations) words: Option<String>,
    /// Where an earlier page ended.
    pub(in crate::operations) after: Option<Place>,
    /// The most elements that are answered.
    pub(in crate::operations) most: usize,
}

/// The first elements of a range, in order.
pub(in crate::operations) async fn in_range(
    scope: &Scope<'_>,
    range: &Range,
) -> Result<Vec<Event>, Error> {
    let mut found: Vec<Found<'_>> =
        single(scope, range).await?.into_iter().map(Found::made).collect();
    let all = series(scope, range).await?;
    let limit = horizon().and_utc();
    let end = range.to.map_or(limit, |to| to.instant.max(to.stored_date) + TimeDelta::days(2));
    let begin = range.from.map(|from| from.instant.min(from.stored_date));
    let after = range.after.map(|(start, ..)| start);
    let first = begin.max(after).unwrap_or(DateTime::UNIX_EPOCH) - TimeDelta::days(2);
    let (mut at, mut step) = (first, STEP);
    while at < end && !all.is_empty() {
        let to = at.checked_add_signed(step).map_or(end, |to| to.min(end));
        for series in &all {
            found.extend(starting(series, (at, to), at == first, range));
        }
        let enough = found.iter().filter(|found| found.place.0 < to).count();
        if enough >= range.most {
            break;
        }
        (at, step) = (to, step * GROWTH);
    }
    found.sort_unstable_by_key(|found| found.place);
    found.truncate(range.most);
    Ok(found.into_iter().map(Found::make).collect())
}

/// The rows of which something lies in a range, by their own start, a series once.
pub(super) async fn rows_in_range(scope: &Scope<'_>, range: &Range) -> Result<Vec<Event>, Error> {
    let mut found = single(scope, range).await?;
    // Where an earlier page ended is a place among rows, and none among occurrences.
    let one = Range { after: None, most: 1, ..range.clone() };
    let first = range.from.map(|from| from.instant.min(from.stored_date) - TimeDelta::days(2));
    let first = first.unwrap_or(DateTime::UNIX_EPOCH);
    let last = range
        .to
        .map_or(horizon().and_utc(), |to| to.instant.max(to.stored_date) + TimeDelta::days(2));
    let all = series(scope, &one).await?;
    let behind = |row: &Event| range.after.is_none_or(|after| place(row) > after);
    let here = all.into_iter().filter(|series| {
        behind(&series.row) && !starting(series, (first, last), true, &one).is_empty()
    });
    found.extend(here.map(|series| series.row));
    found.sort_by_key(place);
    found.truncate(range.most);
    Ok(found)
}

async fn single(scope: &Scope<'_>, range: &Range) -> Result<Vec<Event>, Error> {
    let mut select = scope
        .own::<Entity>()
        .filter(Column::Rrule.is_null())
        .filter(overlaps(range.from, range.to));
    if let Some(words) = &range.words {
        select = select.filter(named(words));
    }
    let keys =
        [Key::ascending(Column::StartTime.into_expr()), Key::ascending(Column::Id.into_expr())];
    let after = range.after.map(|(start, id, _)| [start.into(), id.into()]);
    let most = u32::try_from(range.most).unwrap_or(u32::MAX - 1);
    let models = paged(select, keys, after, most).all(scope.database()).await?;
    models.into_iter().map(Event::from_model).collect()
}

/// The series that may have occurrences in the range.
async fn series(scope: &Scope<'_>, range: &Range) -> Result<Vec<Repeating>, Error> {
    let mut within = Condition::all();
    if let Some(to) = range.to {
        within = within.add(Column::StartTime.lt(to.instant.max(to.stored_date)));
    }
    if let Some(from) = range.from {
        let from = from.instant.min(from.stored_date);
        within = within.add(
            Condition::any().add(Column::SeriesEnd.is_null()).add(Column::SeriesEnd.gte(from)),
        );
    }
    let differing = exceptions_of(scope, range);
    let mut select = scope
        .own::<Entity>()
        .filter(Column::Rrule.is_not_null())
        .filter(Condition::any().add(within).add(Column::Id.in_subquery(differing)));
    if let Some(words) = &range.words {
        let renamed = Query::select()
            .column(event_exceptions::Column::EventId)
            .from(event_exceptions::Entity.table_ref())
            .cond_where(event_exceptions::Column::UserId.eq(scope.actor().user_id))
            .cond_where(event_exceptions::Column::Title.is_not_null())
            .take();
        select =
            select.filter(Condition::any().add(named(words)).add(Column::Id.in_subquery(renamed)));
    }
    let models = select.all(scope.database()).await?;
    let ends: Vec<Option<DateTime<Utc>>> =
        models.iter().map(|model: &Model| model.series_end).collect();
    let mut rows = models.into_iter().map(Event::from_model).collect::<Result<Vec<_>, _>>()?;
    read_exceptions(scope, range, &mut rows).await?;
    Ok(rows.into_iter().zip(ends).map(|(row, end)| Repeating::of(row, scope.zone(), end)).collect())
}

/// Series with an occurrence that was moved into the range.
fn exceptions_of(scope: &Scope<'_>, range: &Range) -> sea_orm::sea_query::SelectStatement {
    use event_exceptions::Column;
    let mut moved = Condition::all().add(Column::UserId.eq(scope.actor().user_id));
    if let Some(from) = range.from {
        moved = moved.add(Column::EndTime.gte(from.instant.min(from.stored_date)));
    }
    if let Some(to) = range.to {
        moved = moved.add(Column::StartTime.lt(to.instant.max(to.stored_date)));
    }
    Query::select()
        .column(Column::EventId)
        .from(event_exceptions::Entity.table_ref())
        .cond_where(moved)
        .take()
}

/// Reads the exceptions of all series at once, by their person.
async fn read_exceptions(
    scope: &Scope<'_>,
    range: &Range,
    rows: &mut [Event],
) -> Result<(), Error> {
    use event_exceptions::Column;
    let longest = rows.iter().map(|row| row.end_time.stored() - row.start_time.stored()).max();
    let Some(longest) = longest else { return Ok(()) };
    let at: HashMap<Uuid, usize> = rows.iter().enumerate().map(|(at, row)| (row.id, at)).collect();
    let mut ruled = Condition::all();
    if let Some(from) = range.from {
        let from = from.instant.min(from.stored_date) - longest;
        ruled = ruled.add(Column::Occurrence.gte(from));
    }
    if let Some(to) = range.to {
        ruled = ruled.add(Column::Occurrence.lt(to.instant.max(to.stored_date)));
    }
    let models = scope
        .own::<event_exceptions::Entity>()
        .filter(Condition::any().add(ruled).add(Column::StartTime.is_not_null()))
        .all(scope.database())
        .await?;
    for model in models {
        let Some(row) = at.get(&model.event_id).and_then(|at| rows.get_mut(*at)) else { continue };
        let all_day = row.all_day;
        row.exceptions.push(exception(model, all_day)?);
    }
    Ok(())
}
