//! Changing an event, or a part of a series.

use chrono_tz::Tz;
use domain::Uuid;
use domain::event::{Event, EventChanges, EventPatch};
use domain::repeat::{Deviation, Exception};
use domain::target::Update;
use domain::time::{Moment, When};
use domain::validation::Change;

use super::series::{self, Aim};
use super::{check_span, check_zone, collisions};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};
use crate::{repeat, zone};

/// Changes any part of an event.
pub struct UpdateEvent;

impl Operation for UpdateEvent {
    type Input = Update<EventPatch>;
    type Output = Event;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_event";
    const SUMMARY: &'static str = "Changes any part of an event; what is left out stays.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, changes): (Uuid, EventChanges),
    ) -> Result<Event, Error> {
        let before: Event = scope.find(id).await?;
        let moves = changes.start != Change::Keep || changes.end != Change::Keep;
        match series::aim(scope, &before, changes.part)? {
            Aim::Whole(occurrence) => {
                let mut event = before.clone();
                whole(scope, &mut event, changes, occurrence)?;
                let moved = event.start_time != before.start_time
                    || event.end_time != before.end_time
                    || event.rrule != before.rrule;
                let stored = scope.update(before, event).await?;
                if moved { collisions::noted(scope, stored).await } else { Ok(stored) }
            }
            Aim::This(handle) => {
                let (event, element) = one(scope, &before, changes, handle)?;
                let stored = scope.update(before, event).await?;
                let element =
                    Event { version: stored.version, updated_at: stored.updated_at, ..element };
                if moves { collisions::noted(scope, element).await } else { Ok(element) }
            }
            Aim::Following(handle) => {
                let (first, mut second) = series::split(scope, &before, handle);
                second.id = Uuid::now_v7();
                (second.created_at, second.updated_at) = (scope.now(), scope.now());
                second.version = 1;
                whole(scope, &mut second, changes, Some(handle))?;
                scope.update(before, first).await?;
                let stored = scope.insert(second).await?;
                if moves { collisions::noted(scope, stored).await } else { Ok(stored) }
            }
        }
    }
}

/// Applies changes to a row. Times refer to `occurrence`, or to the first one.
fn whole(
    scope: &Scope<'_>,
    event: &mut Event,
    changes: EventChanges,
    occurrence: Option<Moment>,
) -> Result<(), Error> {
    let before = event.clone();
    changes.title.apply(&mut event.title);
    changes.description.apply(&mut event.description);
    changes.location.apply(&mut event.location);
    if let Change::Set(Some(name)) = &changes.time_zone {
        check_zone(name)?;
    }
    changes.time_zone.apply(&mut event.time_zone);
    let has_rule = matches!(changes.rule, Change::Set(_));
    if let Change::Set(rule) = changes.rule {
        event.rrule = rule.map(|rule| rule.to_string());
    }
    let zone = repeat::zone_of(event, scope.zone());
    let shown = occurrence.map_or_else(|| before.clone(), |at| series::element(&before, at));
    let (start, end) = times(zone, &shown, (changes.start, changes.end), changes.all_day)?;
    check_span(&Event {
        start_time: start,
        end_time: end,
        all_day: start.is_date(),
        ..shown.clone()
    })?;
    if (start, end) != (shown.start_time, shown.end_time) {
        event.start_time = series::follow(zone, before.start_time, shown.start_time, start);
        event.end_time = repeat::later(event.start_time, end.stored() - start.stored());
        event.all_day = start.is_date();
    }
    series::settle(scope, &before, event, !has_rule)?;
    if event.rrule.is_some() {
        if let Change::Set(dates) = changes.extra {
            series::set_dates(scope, event, Deviation::Extra, dates)?;
        }
        if let Change::Set(dates) = changes.without {
            series::set_dates(scope, event, Deviation::Cancelled, dates)?;
        }
    }
    Ok(())
}

/// The start and end that changes leave an event with, read in a zone.
fn times(
    zone: Tz,
    shown: &Event,
    (from, to): (Change<When>, Change<When>),
    all_day: Option<bool>,
) -> Result<(Moment, Moment), Error> {
    let (mut start, mut end) = (shown.start_time, shown.end_time);
    if let Change::Set(when) = from {
        start = zone::moment(zone, when);
    }
    if let Change::Set(when) = to {
        end = zone::moment(zone, when);
    }
    if all_day.is_some_and(|all_day| all_day != start.is_date()) {
        return Err(Error::field("all_day", "Does not fit the times; send both with it."));
    }
    Ok((start, end))
}

/// Applies changes to one occurrence; answers the row and the occurrence.
pub(super) fn one(
    scope: &Scope<'_>,
    before: &Event,
    changes: EventChanges,
    handle: Moment,
) -> Result<(Event, Event), Error> {
    let shown = series::element(before, handle);
    if let Change::Set(rule) = &changes.rule
        && rule.as_ref().map(ToString::to_string) != before.rrule
    {
        return Err(Error::field("rrule", "A single occurrence has no rule of its own."));
    }
    let own = before.exceptions.iter().find(|own| own.occurrence == handle);
    let mut own = own.cloned().unwrap_or_else(|| Exception::new(handle, Deviation::Changed));
    if let Change::Set(title) = changes.title {
        own.title = (title != before.title).then_some(title);
    }
    if let Change::Set(text) = changes.description {
        own.description = (text != before.description).then(|| text.unwrap_or_default());
    }
    if let Change::Set(text) = changes.location {
        own.location = (text != before.location).then(|| text.unwrap_or_default());
    }
    let zone = repeat::zone_of(before, scope.zone());
    let (start, end) = times(zone, &shown, (changes.start, changes.end), changes.all_day)?;
    if (start, end) != (shown.start_time, shown.end_time) {
        own.times = Some((start, end));
    }
    let mut event = before.clone();
    event.exceptions.retain(|kept| kept.occurrence != handle);
    event.exceptions.push(own);
    event.exceptions.sort_by_key(|own| own.occurrence);
    let element = series::element(&event, handle);
    check_span(&element)?;
    series::settle(scope, before, &mut event, false)?;
    Ok((event, element))
}
