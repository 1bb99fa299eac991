//! Whether something else is planned at the time of an event, and when it would fit.

use chrono::{DateTime, TimeDelta, Utc};
use domain::event::{Collision, Event, InTheWay};
use domain::free_time::FreeSlot;
use domain::time::{Moment, When};

use super::occurrences::{Range, in_range};
use crate::error::Error;
use crate::operations::Scope;
use crate::operations::free_time::{busy, gaps};
use crate::operations::settings::workday;
use crate::zone::Bound;

/// How far ahead the occurrences of a series are compared with everything else.
const LOOK_AHEAD: TimeDelta = TimeDelta::days(31);
/// How many days free times are looked for in.
const DAYS_NEAR: TimeDelta = TimeDelta::days(7);
/// The most rows that are named, and the most times that are offered.
const NAMED: usize = 5;
const OFFERED: usize = 3;
/// The most occurrences that are looked at.
const LIMIT: usize = 2_000;

/// The event with a note of what is in its way, if anything is. Days that are
/// filled as a whole are in nobody's way, and what is over needs no other time.
///
/// # Errors
/// The database's.
pub(in crate::operations) async fn noted(
    scope: &Scope<'_>,
    mut event: Event,
) -> Result<Event, Error> {
    event.collision = find(scope, &event).await?;
    Ok(event)
}

async fn find(scope: &Scope<'_>, event: &Event) -> Result<Option<Collision>, Error> {
    let (start, end) = (event.start_time.stored(), event.end_time.stored());
    let is_series = event.rrule.is_some() && event.occurrence.is_none();
    if event.all_day || start == end || (end <= scope.now() && !is_series) {
        return Ok(None);
    }
    let from = if is_series { start.max(scope.now()) } else { start };
    let to = if is_series { from + LOOK_AHEAD } else { end };
    let planned = timed(scope, from, to).await?;
    let is_own =
        |other: &Event| other.id == event.id && (is_series || other.occurrence == event.occurrence);
    let own: Vec<&Event> = planned.iter().filter(|other| is_own(other)).collect();
    let mut named = Vec::new();
    let mut first = None;
    for other in planned.iter().filter(|other| !is_own(other)) {
        let Some(hit) = own.iter().find(|own| overlap(own, other)) else { continue };
        first.get_or_insert(*hit);
        named.push(InTheWay {
            id: other.id,
            title: other.title.clone(),
            start_time: other.start_time,
            end_time: other.end_time,
        });
    }
    let Some(first) = first else { return Ok(None) };
    let (start, end) = (first.start_time.stored(), first.end_time.stored());
    named.truncate(NAMED);
    let free = nearest(scope, event, start, end).await?;
    let occurrence = first.occurrence.filter(|_| is_series);
    Ok(Some(Collision { events: named, free, occurrence }))
}

fn overlap(one: &Event, other: &Event) -> bool {
    one.start_time.stored() < other.end_time.stored()
        && other.start_time.stored() < one.end_time.stored()
}

/// Events with hours in a stretch.
async fn timed(
    scope: &Scope<'_>,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Event>, Error> {
    let zone = scope.zone();
    let range = Range {
        from: Some(Bound::of(zone, When::Instant(from))),
        to: Some(Bound::end(zone, When::Instant(to))),
        most: LIMIT,
        ..Range::default()
    };
    let mut found = in_range(scope, &range).await?;
    found.retain(|event| !event.all_day);
    Ok(found)
}

/// The free times nearest to the one that is taken.
async fn nearest(
    scope: &Scope<'_>,
    event: &Event,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
) -> Result<Vec<FreeSlot>, Error> {
    let length = end - start;
    let (from, to) = ((start - DAYS_NEAR).max(scope.now()), start + DAYS_NEAR);
    let workday = workday(scope).await?;
    let mut others = timed(scope, from - workday.buffer, to + workday.buffer).await?;
    others.retain(|other| other.id != event.id);
    let busy = busy(&others, workday.buffer);
    let mut slots: Vec<DateTime<Utc>> = gaps(scope, workday.hours, (from, to), &busy)
        .into_iter()
        .filter(|(opens, closes)| *closes - *opens >= length)
        .map(|(opens, closes)| start.clamp(opens, closes - length))
        .collect();
    slots.sort_by_key(|at| (*at - start).abs());
    slots.truncate(OFFERED);
    let slot = |at: DateTime<Utc>| FreeSlot {
        start_time: Moment::Instant(at),
        end_time: Moment::Instant(at + length),
    };
    Ok(slots.into_iter().map(slot).collect())
}
