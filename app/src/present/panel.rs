//! One event, as the panel beside the calendar shows it.

use chrono::{NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use chrono_tz::Tz;
use domain::event::{Event, EventTarget};
use domain::input::{Field, FromScalar, Scalar};
use domain::time::{Moment, When};
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::events::ReadOccurrence;
use server::repeat::{taking_place, zone_of};
use server::words::Words;
use server::zone::Bound;
use server::zone::search::city;

use super::clash::clash;
use super::repeat::{self, capital};
use super::row::{self, handle};
use crate::forms::EventForm;
use crate::texts;
use crate::view::panel::{EventFields, NextView, PanelView, ShownView};

/// The event of that name, or the occurrence of it that is named; none if it is gone.
///
/// # Errors
/// The database's.
pub(crate) async fn event(
    context: &Context,
    id: &str,
    occurrence: &str,
    is_edited: bool,
) -> Result<Option<PanelView>, Error> {
    let (id, occurrence) = (named(id), named(occurrence));
    let target = EventTarget { id, occurrence, ..EventTarget::default() };
    let event = match call::<ReadOccurrence>(context, target).await {
        Ok(done) => done.value,
        Err(Error::NotFound | Error::Invalid(_)) => return Ok(None),
        Err(error) => return Err(error),
    };
    let wording = Words::of(context);
    Ok(Some(if is_edited {
        PanelView::Form(fields(context, &wording, &event))
    } else {
        PanelView::Shown(shown(context, &wording, &event))
    }))
}

/// Of a series that is shown as a whole, the occurrence that is next, if there is one.
fn next(context: &Context, wording: &Words, event: &Event) -> Option<NextView> {
    if event.rrule.is_none() || event.occurrence.is_some() {
        return None;
    }
    let zone = context.actor.zone;
    let now = Bound::of(zone, When::Instant(context.now));
    let next = taking_place(event, zone, now, None, 1).into_iter().next()?;
    Some(NextView { occurrence: handle(next.occurrence?), when: wording.span(&next) })
}

/// What an address names; blank is nothing.
fn named<T: FromScalar>(text: &str) -> Field<T> {
    if text.is_empty() {
        return Field::Absent;
    }
    T::from_scalar(Scalar::Text(text.to_owned())).map_or_else(Field::Invalid, Field::Value)
}

/// The form of a new event from `start~end`, the end of whole days included; else it
/// begins with the next full hour.
pub(crate) fn new(context: &Context, span: &str) -> PanelView {
    let wording = Words::of(context);
    let side = |text: &str| When::parse(text).ok();
    let sides = span.split_once('~').and_then(|(start, end)| side(start).zip(side(end)));
    let times = match sides {
        Some((When::Local(start), When::Local(end))) if start <= end => (start, end, false),
        Some((When::Date(first), When::Date(last))) if first <= last => {
            (first.and_time(NaiveTime::MIN), last.and_time(NaiveTime::MIN), true)
        }
        _ => {
            let start = next_hour(wording.now());
            (start, start + wording.event_length(), false)
        }
    };
    PanelView::Form(timed(times, &wording, context.actor.zone))
}

fn next_hour(now: NaiveDateTime) -> NaiveDateTime {
    let hour = NaiveTime::from_hms_opt(now.hour(), 0, 0).unwrap_or_default();
    now.date().and_time(hour) + TimeDelta::hours(1)
}

fn shown(context: &Context, wording: &Words, event: &Event) -> ShownView {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    ShownView {
        id: event.id.to_string(),
        occurrence: event.occurrence.map(handle).unwrap_or_default(),
        title: event.title.clone(),
        when: capital(&wording.span(event)),
        full: row::full(wording, event),
        elsewhere: elsewhere(context, wording, event).unwrap_or_default(),
        location: text(&event.location),
        repeats: wording.event_repeats(event).map(|words| capital(&words)).unwrap_or_default(),
        next: next(context, wording, event),
        description: text(&event.description),
        clash: clash(wording, event),
    }
}

/// `15:00–16:00 in Tokyo`, where clocks show something else than the person's.
fn elsewhere(context: &Context, wording: &Words, event: &Event) -> Option<String> {
    let (Moment::Instant(start), Moment::Instant(end)) = (event.start_time, event.end_time) else {
        return None;
    };
    let zone = zone_of(event, context.actor.zone);
    let (from, to) = (start.with_timezone(&zone).naive_local(), end.with_timezone(&zone));
    if from == wording.local(start) {
        return None;
    }
    let clock = |time: NaiveTime| wording.time(time);
    let hours = format!("{}–{}", clock(from.time()), clock(to.time()));
    let city = city(zone.name());
    Some(if from.date() == wording.local(start).date() {
        texts::event::elsewhere(&hours, &city)
    } else {
        texts::event::elsewhere_on(&wording.short(from.date()), &hours, &city)
    })
}

fn fields(context: &Context, wording: &Words, event: &Event) -> EventFields {
    let zone = zone_of(event, context.actor.zone);
    let local = |moment: Moment| match moment {
        Moment::Date(date) => date.and_time(NaiveTime::MIN),
        Moment::Instant(instant) => instant.with_timezone(&zone).naive_local(),
    };
    let (start, mut end) = (local(event.start_time), local(event.end_time));
    if event.all_day {
        end = row::last_day(start, end).and_time(NaiveTime::MIN);
    }
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    EventFields {
        id: event.id.to_string(),
        occurrence: event.occurrence.map(handle).unwrap_or_default(),
        title: event.title.clone(),
        location: text(&event.location),
        description: text(&event.description),
        repeat: repeat::fields(wording, event.rrule.as_deref(), Some(start.date()), zone),
        ..timed((start, end, event.all_day), wording, zone)
    }
}

/// The fields of times. An all-day event has the next hour ready, for when it becomes
/// something else.
fn timed(
    (start, end, all_day): (NaiveDateTime, NaiveDateTime, bool),
    wording: &Words,
    zone: Tz,
) -> EventFields {
    let clock = |at: NaiveDateTime| at.format("%H:%M").to_string();
    let hour = next_hour(wording.now());
    let (from, to) = if all_day { (hour, hour + wording.event_length()) } else { (start, end) };
    let mut fields = EventFields {
        all_day,
        start_date: start.date().to_string(),
        start_clock: clock(from),
        end_date: end.date().to_string(),
        end_clock: clock(to),
        time_zone: zone.name().to_owned(),
        ..EventFields::default()
    };
    let form = EventForm {
        start_date: fields.start_date.clone(),
        start_clock: fields.start_clock.clone(),
        end_date: fields.end_date.clone(),
        end_clock: fields.end_clock.clone(),
        all_day: if all_day { "on".to_owned() } else { String::new() },
        time_zone: fields.time_zone.clone(),
        ..EventForm::default()
    };
    fields.times_was = form.times_signature();
    fields
}
