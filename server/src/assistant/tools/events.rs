//! Tools over events.

use chrono::{Days, NaiveTime, TimeDelta};
use domain::Uuid;
use domain::event::{Event, EventFilter, EventPatch, NewEvent};
use domain::input::Field;
use domain::target::{Target, Update};
use domain::time::{Moment, When};
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::{arguments, change, described, input, look_up, matching, phrases, tool};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::agenda::UpcomingAgenda;
use crate::operations::call;
use crate::operations::events::{CreateEvent, DeleteEvent, ListEvents, ReadEvent, UpdateEvent};
use crate::words::Words;
use crate::zone;

/// Names are looked for among events of the last month and of the next year.
const DAYS_BACK: u64 = 31;
const DAYS_AHEAD: u64 = 400;

pub(super) const CREATE: Tool = tool::<CreateEvent, NewArguments>(
    |context, value| async move { create(context, value) }.boxed(),
    |context, input| change::<CreateEvent>(context, input, "Added").boxed(),
);

pub(super) const LIST: Tool = tool::<ListEvents, ListArguments>(
    |context, value| async move { list(context, value) }.boxed(),
    |context, input| {
        look_up::<ListEvents>(context, input, |page| Found::Events(page.items)).boxed()
    },
);

pub(super) const UPDATE: Tool = tool::<UpdateEvent, ChangeArguments>(
    |context, value| update(context, value).boxed(),
    |context, input| change::<UpdateEvent>(context, input, "Changed").boxed(),
);

pub(super) const DELETE: Tool = tool::<DeleteEvent, NamedArguments>(
    |context, value| delete(context, value).boxed(),
    |context, input| change::<DeleteEvent>(context, input, "Deleted").boxed(),
);

pub(super) const AGENDA: Tool = tool::<UpcomingAgenda, domain::agenda::AgendaFilter>(
    |_, value| async move { Ok(Prepared::Input(value, None)) }.boxed(),
    |context, input| look_up::<UpcomingAgenda>(context, input, Found::Agenda).boxed(),
);

/// A new event.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NewArguments {
    /// What it is, without the words that say when.
    title: String,
    /// What the person said about when, such as "next friday 3-4pm".
    when: String,
    /// What the person said about the end, if apart.
    until: Option<String>,
    /// How long it lasts.
    duration_minutes: Option<u32>,
    /// Where it is.
    location: Option<String>,
    /// Details.
    description: Option<String>,
}

fn create(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NewArguments = arguments(value)?;
    let span = phrases::span(context, "when", &wish.when, Direction::Forward)?;
    let until = match &wish.until {
        None => span.end,
        Some(until) => Some(phrases::span(context, "until", until, Direction::Forward)?.start),
    };
    input(&NewEvent {
        title: Field::Value(wish.title),
        description: wish.description.into(),
        start_time: Field::Value(span.start),
        end_time: Field::Value(phrases::end_of(span.start, until, wish.duration_minutes)),
        location: wish.location.into(),
        ..NewEvent::default()
    })
}

/// Which events are wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ListArguments {
    /// What the person said about the time, such as "next week".
    period: Option<String>,
    /// The start, if the period is said by its ends.
    from: Option<String>,
    /// The end (exclusive), if the period is said by its ends.
    to: Option<String>,
    /// Words in the title, description or location.
    words: Option<String>,
}

fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let (from, to) = phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Forward,
    )?;
    input(&EventFilter { from, to, q: wish.words.into(), ..EventFilter::default() })
}

/// Which event is meant.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NamedArguments {
    /// Its identifier, if known.
    id: Option<Uuid>,
    /// What the person calls it.
    target: Option<String>,
    /// What the person said about when it is.
    on: Option<String>,
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NamedArguments = arguments(value)?;
    named(context, wish, |event| {
        let sentence = format!("Delete {}?", Words::of(context).event(event));
        described(&Target::from(event.id), Some(sentence))
    })
    .await
}

/// Finds the event that is meant and goes on with it.
async fn named(
    context: &Context,
    wish: NamedArguments,
    prepared: impl FnOnce(&Event) -> Result<Prepared, Error>,
) -> Result<Prepared, Error> {
    if let Some(id) = wish.id {
        return prepared(&call::<ReadEvent>(context, id.into()).await?.value);
    }
    let (from, to) = match &wish.on {
        Some(on) => phrases::range(context, "on", on, Direction::Forward)?,
        None => {
            let today = context.today();
            let first = today.checked_sub_days(Days::new(DAYS_BACK)).unwrap_or(today);
            let last = today.checked_add_days(Days::new(DAYS_AHEAD)).unwrap_or(today);
            (When::Date(first), When::Date(last))
        }
    };
    let filter = EventFilter { from: from.into(), to: to.into(), ..EventFilter::default() };
    let events = call::<ListEvents>(context, filter).await?.value.items;
    let words = Words::of(context);
    let rows = |events: &[Event]| -> Vec<(Uuid, String, String)> {
        events.iter().map(|e| (e.id, e.title.clone(), words.event(e))).collect()
    };
    let go_on = |id: Uuid, _| match events.iter().find(|event| event.id == id) {
        Some(event) => prepared(event),
        None => Err(Error::NotFound),
    };
    let Some(target) = wish.target.as_deref().filter(|target| !target.trim().is_empty()) else {
        let rows = rows(&events).into_iter().map(|(id, _, label)| (id, label)).collect();
        return matching::settle(rows, "I found no event then.".to_owned(), go_on);
    };
    // What lies ahead is meant before what is over.
    let (ahead, over): (Vec<Event>, Vec<Event>) =
        events.iter().cloned().partition(|event| event.end_time.stored() >= context.now);
    let mut fitting = matching::best(target, rows(&ahead));
    if fitting.is_empty() {
        fitting = matching::best(target, rows(&over));
    }
    matching::settle(fitting, format!("I found no event called “{target}”."), go_on)
}

/// What to change of which event.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ChangeArguments {
    /// Its identifier, if known.
    id: Option<Uuid>,
    /// What the person calls it.
    target: Option<String>,
    /// What the person said about when it is now.
    on: Option<String>,
    /// What the person said about its new time; a date alone keeps the clock time.
    when: Option<String>,
    /// Its new clock time (`15:00`), if the day stays.
    time: Option<String>,
    /// Minutes to move it by; negative is earlier.
    shift_minutes: Option<i32>,
    /// Its new title.
    title: Option<String>,
    /// Its new place.
    location: Option<String>,
}

async fn update(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ChangeArguments = arguments(value)?;
    let name = NamedArguments { id: wish.id, target: wish.target.clone(), on: wish.on.clone() };
    named(context, name, |event| {
        let mut patch = EventPatch::default();
        if let Some((start, end)) = moved(context, event, &wish)? {
            patch.start_time = start.into();
            patch.end_time = end.into();
        }
        if let Some(title) = wish.title {
            patch.title = title.into();
        }
        if let Some(location) = wish.location {
            patch.location = location.into();
        }
        input(&Update::of(event.id, patch))
    })
    .await
}

/// Where an event moves to; it keeps its length unless an end is said.
fn moved(
    context: &Context,
    event: &Event,
    wish: &ChangeArguments,
) -> Result<Option<(When, When)>, Error> {
    let (Moment::Instant(start), Moment::Instant(end)) = (event.start_time, event.end_time) else {
        return moved_days(context, event, wish);
    };
    let zone = context.actor.zone;
    let local = start.with_timezone(&zone).naive_local();
    let moved = if let Some(minutes) = wish.shift_minutes {
        (start + TimeDelta::minutes(i64::from(minutes)), None)
    } else if let Some(time) = &wish.time {
        let time = NaiveTime::parse_from_str(time, "%H:%M")
            .map_err(|_| Error::field("time", "Must be a clock time such as 15:00."))?;
        (zone::instant(zone, local.date().and_time(time)), None)
    } else if let Some(when) = &wish.when {
        let span = phrases::span(context, "when", when, Direction::Forward)?;
        let to = match zone::moment(zone, span.start) {
            Moment::Instant(instant) => instant,
            Moment::Date(date) => zone::instant(zone, date.and_time(local.time())),
        };
        let end = span.end.map(|end| zone::moment(zone, end)).filter(|end| !end.is_date());
        (to, end.map(|end| end.stored()))
    } else {
        return Ok(None);
    };
    let (to, until) = moved;
    Ok(Some((When::Instant(to), When::Instant(until.unwrap_or(to + (end - start))))))
}

/// The same for an all-day event: it moves by whole days, or gets a time.
fn moved_days(
    context: &Context,
    event: &Event,
    wish: &ChangeArguments,
) -> Result<Option<(When, When)>, Error> {
    let Some(when) = &wish.when else { return Ok(None) };
    let span = phrases::span(context, "when", when, Direction::Forward)?;
    let (first, last) = (event.start_time.stored(), event.end_time.stored());
    let end = match span.start {
        When::Date(date) if span.end.is_none() => When::Date(date + (last - first)),
        start => phrases::end_of(start, span.end, None),
    };
    Ok(Some((span.start, end)))
}
