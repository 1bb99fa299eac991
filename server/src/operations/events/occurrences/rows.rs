//! The rows of a range, by indexes: most events are short, so those that overlap a range start in
//! it or a little before; the few long ones and the series have an index of their own.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use domain::event::Event;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityName, QueryFilter};

use super::super::list::{named, overlaps};
use super::{Range, place};
use crate::entity::by_place::rows;
use crate::entity::calendar_events::{Column, Entity, Model};
use crate::entity::event_exceptions;
use crate::error::Error;
use crate::operations::list::{Key, paged};
use crate::operations::rows::exception;
use crate::operations::{Row, Scope};
use crate::repeat::Repeating;

/// What is longer is a long event; the index says the same.
const SHORT: TimeDelta = TimeDelta::days(7);

/// What a range cannot be asked for by its start alone.
pub(super) struct Spread {
    /// Single events of more than [`SHORT`] that overlap the range, behind its `after`.
    pub(super) long: Vec<Event>,
    /// The series that may have occurrences in it.
    pub(super) series: Vec<Repeating>,
}

/// The short single events that overlap a range, in order.
pub(super) async fn short(scope: &Scope<'_>, range: &Range) -> Result<Vec<Event>, Error> {
    let mut select = scope
        .own::<Entity>()
        .filter(Column::Rrule.is_null())
        .filter(is_long(scope).not())
        .filter(overlaps(range.from, range.to))
        .filter(starts_around(range));
    if let Some(words) = &range.words {
        select = select.filter(named(words));
    }
    let keys =
        [Key::ascending(Column::StartTime.into_expr()), Key::ascending(Column::Id.into_expr())];
    let after = range.after.map(|(start, id, _)| [start.into(), id.into()]);
    let most = u32::try_from(range.most).unwrap_or(u32::MAX - 1);
    let models = rows(paged(select, keys, after, most), scope.database()).await?;
    models.into_iter().map(Event::from_model).collect()
}

/// Where the short events of a range start, as an index can be asked for it.
fn starts_around(range: &Range) -> Condition {
    let from = range.from.map(|from| from.earliest());
    let from = from.and_then(|from| from.checked_sub_signed(SHORT));
    let to = range.to.map(|to| to.latest());
    Condition::all()
        .add_option(from.map(|from| Column::StartTime.gte(from)))
        .add_option(to.map(|to| Column::StartTime.lt(to)))
}

/// Whether an event takes more than a week, to the letter as the index has it.
fn is_long(scope: &Scope<'_>) -> SimpleExpr {
    Expr::cust(match scope.database().get_database_backend() {
        DbBackend::Postgres => {
            r#"("calendar_events"."end_time" - "calendar_events"."start_time" > INTERVAL '7 days')"#
        }
        _ => {
            r#"coalesce(julianday("calendar_events"."end_time") - julianday("calendar_events"."start_time") > 7, true)"#
        }
    })
}

/// The series that may have occurrences in the range, and the long events of it.
pub(super) async fn spread(scope: &Scope<'_>, range: &Range) -> Result<Spread, Error> {
    let mut within = Condition::all();
    if let Some(to) = range.to {
        within = within.add(Column::StartTime.lt(to.latest()));
    }
    if let Some(from) = range.from {
        let from = from.earliest();
        within = within.add(
            Condition::any().add(Column::SeriesEnd.is_null()).add(Column::SeriesEnd.gte(from)),
        );
    }
    let differing = exceptions_of(scope, range);
    let mut series = Condition::all()
        .add(Column::Rrule.is_not_null())
        .add(Condition::any().add(within).add(Column::Id.in_subquery(differing)));
    let mut long =
        Condition::all().add(Column::Rrule.is_null()).add(overlaps(range.from, range.to));
    if let Some(words) = &range.words {
        let renamed = Query::select()
            .column(event_exceptions::Column::EventId)
            .from(event_exceptions::Entity.table_ref())
            .cond_where(event_exceptions::Column::UserId.eq(scope.actor().user_id))
            .cond_where(event_exceptions::Column::Title.is_not_null())
            .take();
        series =
            series.add(Condition::any().add(named(words)).add(Column::Id.in_subquery(renamed)));
        long = long.add(named(words));
    }
    let select = scope
        .own::<Entity>()
        .filter(Column::Rrule.is_not_null().or(is_long(scope)))
        .filter(Condition::any().add(series).add(long));
    let models = rows(select, scope.database()).await?;
    let (series, long): (Vec<Model>, Vec<Model>) =
        models.into_iter().partition(|model| model.rrule.is_some());
    let ends: Vec<Option<DateTime<Utc>>> = series.iter().map(|model| model.series_end).collect();
    let mut rows = series.into_iter().map(Event::from_model).collect::<Result<Vec<_>, _>>()?;
    read_exceptions(scope, range, &mut rows).await?;
    let series = rows
        .into_iter()
        .zip(ends)
        .map(|(row, end)| Repeating::of(row, scope.zone(), end))
        .collect();
    let mut long = long.into_iter().map(Event::from_model).collect::<Result<Vec<_>, _>>()?;
    long.retain(|row| range.after.is_none_or(|after| place(row) > after));
    Ok(Spread { long, series })
}

/// Series with an occurrence that was moved into the range.
fn exceptions_of(scope: &Scope<'_>, range: &Range) -> sea_orm::sea_query::SelectStatement {
    use event_exceptions::Column;
    let mut moved = Condition::all().add(Column::UserId.eq(scope.actor().user_id));
    if let Some(from) = range.from {
        moved = moved.add(Column::EndTime.gte(from.earliest()));
    }
    if let Some(to) = range.to {
        moved = moved.add(Column::StartTime.lt(to.latest()));
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
        let from = from.earliest() - longest;
        ruled = ruled.add(Column::Occurrence.gte(from));
    }
    if let Some(to) = range.to {
        ruled = ruled.add(Column::Occurrence.lt(to.latest()));
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
