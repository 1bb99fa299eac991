//! Changing an event.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use domain::bulk::Shift;
use domain::event::{Event, EventPatch};
use domain::history::Item;
use domain::input::Field;
use domain::repeat::{Rule, Series};
use domain::target::Update;
use domain::time::{Moment, When};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::super::tool::Prepared;
use super::super::{arguments, clock, input, near, noted, phrases, shift, with_row};
use super::part::{self, EventArguments, Meant, Usual};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::Operation;
use crate::operations::events::UpdateEvent;
use crate::operations::moving::{USUAL_LENGTH, shifted, shifted_span};
use crate::words::Words;
use crate::{repeat, zone};

/// What to change of which event.
#[derive(Deserialize, JsonSchema)]
pub(in super::super) struct Arguments {
    #[serde(flatten)]
    event: EventArguments,
    /// What the person said about its new time; a date alone keeps the clock time.
    when: Option<String>,
    /// Its new clock time (`15:00`), if the day stays.
    time: Option<String>,
    /// The same where the half of the day was left open: the one nearer to its present time.
    #[schemars(skip)]
    hour: Option<String>,
    /// Minutes to move it by; negative is earlier.
    shift_minutes: Option<i64>,
    /// Days to move it by; negative is earlier.
    shift_days: Option<i64>,
    /// How long it lasts now.
    duration_minutes: Option<u32>,
    /// By how much it gets longer; negative is shorter.
    #[schemars(skip)]
    longer_minutes: Option<i64>,
    /// The clock time at which it ends (`17:00`), its start kept.
    #[schemars(skip)]
    ends: Option<String>,
    /// Where it ends, exclusive, if the new time says so.
    #[schemars(skip)]
    until: Option<String>,
    /// Its new title.
    title: Option<String>,
    /// Its new place.
    location: Option<String>,
    /// Words to add to its notes.
    note: Option<String>,
    /// What the person said about repeating; "never" to stop.
    repeats: Option<String>,
    /// The day from which on a new rule counts.
    #[schemars(skip)]
    first_day: Option<NaiveDate>,
}

pub(in super::super) async fn prepare(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: Arguments = arguments(value.clone())?;
    let rule = phrases::repeats_or_never(context, wish.repeats.as_deref())?;
    with_row(context, UpdateEvent::NAME, &value, wish.event.clone().into(), |item| {
        let Item::Event(event) = item else { return Err(Error::NotFound) };
        let usual = match (&rule, wish.moves()) {
            (Field::Absent, true) => Usual::None,
            (Field::Absent, false) => Usual::All,
            _ => Usual::Following,
        };
        // No single occurrence has a rule of its own.
        let scope = match (wish.event.scope, &rule) {
            (None | Some(Series::This), Field::Value(_) | Field::Null) => Some(Series::Following),
            (scope, _) => scope,
        };
        let call = (UpdateEvent::NAME, &value);
        let part = match part::meant(context, call, event, scope, usual) {
            Meant::Whole => None,
            Meant::Part(part) => Some(part),
            Meant::Open(readings) => return Ok(Prepared::Ambiguous(readings)),
        };
        let event = part.as_ref().map_or(event, |part| &part.occurrence);
        let is_same = |rule: &Rule| event.rrule.as_deref() == Some(rule.to_string().as_str());
        if matches!(&rule, Field::Value(rule) if is_same(rule)) && !wish.moves() {
            let how = Words::of(context).event(event);
            return Ok(Prepared::Refused(format!("That is how it is already: {how}.")));
        }
        let mut patch = EventPatch::default();
        let mut times = moved(context, event, &wish)?;
        // A rule that names no days keeps the weekday of the occurrence it begins with.
        let names_days = |rule: &Rule| !rule.days.is_empty() || !rule.month_days.is_empty();
        if let (Some(first), Field::Value(rule)) = (wish.first_day, &rule)
            && names_days(rule)
        {
            let (start, end) = times.unwrap_or((event.start_time, event.end_time));
            let begin = shifted(context.actor.zone, start, Shift::Date(first))?;
            times = Some((begin, repeat::later(begin, end.stored() - start.stored())));
        }
        if let Some((start, end)) = times {
            patch.start_time = When::from(start).into();
            patch.end_time = When::from(end).into();
        }
        if let Some(title) = wish.title {
            patch.title = title.into();
        }
        if let Some(location) = wish.location {
            patch.location = location.into();
        }
        if let Some(note) = &wish.note {
            patch.description = noted(event.description.as_deref(), note).into();
        }
        patch.rrule = rule;
        if patch == EventPatch::default() {
            return Ok(Prepared::Refused(format!("What should become of “{}”?", event.title)));
        }
        if let Some(part) = &part {
            (patch.scope, patch.occurrence) = part.fields();
        }
        input(&Update::of(event.id, patch))
    })
    .await
}

impl Arguments {
    /// Whether anything is said about its times.
    fn moves(&self) -> bool {
        self.when.is_some()
            || self.time.is_some()
            || self.hour.is_some()
            || self.shift_minutes.is_some()
            || self.shift_days.is_some()
            || self.duration_minutes.is_some()
            || self.longer_minutes.is_some()
            || self.ends.is_some()
    }
}

/// Start and end after the change, if the times change at all. An event keeps its
/// length unless something is said about it.
fn moved(
    context: &Context,
    event: &Event,
    wish: &Arguments,
) -> Result<Option<(Moment, Moment)>, Error> {
    let zone = context.actor.zone;
    let length = event.end_time.stored() - event.start_time.stored();
    let (start, end) = if let Some(when) = &wish.when {
        to(context, event, when, wish.until.as_deref())?
    } else if let Some(shift) = shift(wish.shift_minutes, wish.shift_days) {
        shifted_span(zone, event, shift)?
    } else if let Some(time) = &wish.time {
        shifted_span(zone, event, Shift::Time(clock(time)?))?
    } else if let Some(hour) = &wish.hour {
        let time = near(clock(hour)?, zone, event.start_time);
        shifted_span(zone, event, Shift::Time(time))?
    } else if let Some(ends) = &wish.ends {
        return ending(zone, event, clock(ends)?).map(Some);
    } else if wish.duration_minutes.is_some() || wish.longer_minutes.is_some() {
        (event.start_time, event.end_time)
    } else {
        return Ok(None);
    };
    let Moment::Instant(begins) = start else { return Ok(Some((start, end))) };
    let length = match (wish.duration_minutes, wish.longer_minutes) {
        (Some(minutes), _) => TimeDelta::minutes(i64::from(minutes)),
        (None, Some(minutes)) => length + TimeDelta::try_minutes(minutes).unwrap_or_default(),
        (None, None) => return Ok(Some((start, end))),
    };
    let end = begins
        .checked_add_signed(length)
        .filter(|end| *end > begins)
        .ok_or_else(|| Error::field("duration_minutes", "Nothing would be left of it."))?;
    Ok(Some((start, Moment::Instant(end))))
}

/// Until another clock time on the day on which it begins.
fn ending(zone: Tz, event: &Event, ends: NaiveTime) -> Result<(Moment, Moment), Error> {
    let early = || Error::field("ends", "It would end before it begins.");
    let Moment::Instant(begins) = event.start_time else {
        return Err(Error::field("ends", "It lasts the whole day."));
    };
    let (begin, _) = shifted_span(zone, event, Shift::Time(ends))?;
    let end = begin.stored();
    (end > begins).then_some((event.start_time, Moment::Instant(end))).ok_or_else(early)
}

/// To what a phrase says: a date alone keeps the clock time.
fn to(
    context: &Context,
    event: &Event,
    when: &str,
    until: Option<&str>,
) -> Result<(Moment, Moment), Error> {
    let zone = context.actor.zone;
    let span = phrases::span(context, "when", when, Direction::Forward)?;
    let start = zone::moment(zone, span.start);
    let until = match until {
        Some(until) => Some(phrases::exact("until", until)?),
        None => span.end,
    };
    let end = until.map(|end| zone::moment(zone, end));
    match (start, event.start_time) {
        (Moment::Date(date), Moment::Instant(_)) => match end {
            Some(end @ Moment::Instant(_)) => {
                Ok((shifted(zone, event.start_time, Shift::Date(date))?, end))
            }
            _ => shifted_span(zone, event, Shift::Date(date)),
        },
        (Moment::Date(date), Moment::Date(_)) => match end {
            Some(end @ Moment::Date(_)) => Ok((start, end)),
            _ => shifted_span(zone, event, Shift::Date(date)),
        },
        (Moment::Instant(begins), _) => match end {
            Some(end @ Moment::Instant(_)) => Ok((start, end)),
            _ => {
                let length = if event.all_day {
                    USUAL_LENGTH
                } else {
                    event.end_time.stored() - event.start_time.stored()
                };
                let end = begins.checked_add_signed(length).unwrap_or(begins);
                Ok((start, Moment::Instant(end)))
            }
        },
    }
}
