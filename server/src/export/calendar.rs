//! Events as iCalendar (RFC 5545), for other calendars: with their rules, the days that are
//! left out or added, and the occurrences that were changed.
//!
//! A start that its rule does not give is no occurrence for the planner, but would be one for
//! RFC 5545. So a series is written from its first occurrence on.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::event::Event;
use domain::repeat::{Deviation, End, Exception, Rule};
use domain::time::Moment;
use futures::Stream;
use icalendar::{Component, Event as Entry, EventLike, Parameter, Property};
use sea_orm::{QueryOrder, QuerySelect};

use super::pieces::{Pages, Pieces, begin};
use super::zones::described;
use crate::context::Context;
use crate::entity::Owned;
use crate::entity::calendar_events::{self, Column};
use crate::error::Error;
use crate::repeat::Span;
use crate::{repeat, zone};

const HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//AI planner//EN\r\n\
                    CALSCALE:GREGORIAN\r\n";
const FOOT: &str = "END:VCALENDAR\r\n";

/// Every event.
pub fn events(context: Context) -> impl Stream<Item = Result<String, Error>> {
    let (pieces, read) = begin(context);
    tokio::spawn(async move {
        let written = write(&pieces).await;
        pieces.end(written).await;
    });
    read
}

async fn write(pieces: &Pieces) -> Result<(), Error> {
    pieces.say(HEAD.to_owned()).await?;
    pieces.say(zones(pieces).await?).await?;
    let mut pages = Pages::<Event>::new();
    while let Some(rows) = pages.next(pieces).await? {
        let mut piece = String::new();
        for event in &rows {
            for entry in entries(event, pieces.context.actor.zone) {
                let text = entry.try_into_string();
                piece.push_str(&text.map_err(|cause| Error::Internal(cause.to_string()))?);
            }
        }
        pieces.say(piece).await?;
    }
    pieces.say(FOOT.to_owned()).await
}

/// The zones that events are in, as far back as there are events.
async fn zones(pieces: &Pieces) -> Result<String, Error> {
    let (context, reader) = (&pieces.context, pieces.reader().await);
    let owner = context.actor.user_id;
    let own = || calendar_events::Entity::owned_by(owner);
    let Some(first) = own().order_by_asc(Column::StartTime).one(reader).await? else {
        return Ok(String::new());
    };
    let named = own().select_only().column(Column::TimeZone).distinct();
    let named: Vec<Option<String>> = named.into_tuple().all(reader).await?;
    let zones: BTreeMap<&str, Tz> = named
        .into_iter()
        .map(|name| name.and_then(|name| name.parse().ok()).unwrap_or(context.actor.zone))
        .filter(|zone| *zone != Tz::UTC)
        .map(|zone| (zone.name(), zone))
        .collect();
    Ok(zones.into_values().map(|zone| described(zone, first.start_time, context.now)).collect())
}

/// The event, and after it each of its occurrences that is another than the rule says.
fn entries(event: &Event, person: Tz) -> Vec<Entry> {
    let zone = repeat::zone_of(event, person);
    let mut entries = vec![series(event, zone)];
    let changed = event.exceptions.iter().filter(|own| is_another(own));
    entries.extend(changed.map(|own| {
        let occurrence = repeat::element(event, own.occurrence, Some(own));
        let mut entry = common(&occurrence, zone);
        entry.append_property(at("RECURRENCE-ID", &[own.occurrence], zone));
        entry
    }));
    entries
}

fn is_another(own: &Exception) -> bool {
    let differs = own.times.is_some()
        || own.title.is_some()
        || own.description.is_some()
        || own.location.is_some();
    match own.deviation {
        Deviation::Cancelled => false,
        Deviation::Changed => true,
        Deviation::Extra => differs,
    }
}

fn series(event: &Event, zone: Tz) -> Entry {
    let Some(rule) = event.rrule.as_deref().and_then(|text| Rule::parse(text).ok()) else {
        return common(event, zone);
    };
    let span = Span { from: event.start_time.stored(), to: repeat::horizon().and_utc() };
    let first = repeat::of(event, zone, None).and_then(|starts| starts.within(span).next());
    let first = first.filter(|first| *first != event.start_time);
    let mut entry = match first {
        Some(first) => common(&repeat::element(event, first, None), zone),
        None => common(event, zone),
    };
    entry.append_property(Property::new("RRULE", ended(&rule, event, zone).text()));
    for (name, deviation) in [("EXDATE", Deviation::Cancelled), ("RDATE", Deviation::Extra)] {
        let those = event.exceptions.iter().filter(|own| own.deviation == deviation);
        let moments: Vec<Moment> = those.map(|own| own.occurrence).collect();
        if !moments.is_empty() {
            entry.append_property(at(name, &moments, zone));
        }
    }
    entry
}

/// The rule with its end as RFC 5545 (3.3.10) wants it: a date for whole days, else an
/// instant in UTC.
fn ended(rule: &Rule, event: &Event, zone: Tz) -> Rule {
    match rule.end {
        Some(End::Date(date)) if !event.all_day => {
            let last = zone::start_of(zone, zone::next_day(date)) - chrono::TimeDelta::seconds(1);
            rule.with_end(Some(End::Instant(last)))
        }
        Some(End::Instant(instant)) if event.all_day => {
            rule.with_end(Some(End::Date(instant.date_naive())))
        }
        _ => rule.clone(),
    }
}

fn common(event: &Event, zone: Tz) -> Entry {
    let mut entry = Entry::new();
    entry.uid(&event.id.to_string());
    entry.summary(&event.title);
    if let Some(description) = &event.description {
        entry.description(description);
    }
    if let Some(location) = &event.location {
        entry.location(location);
    }
    entry.append_property(at("DTSTART", &[event.start_time], zone));
    entry.append_property(at("DTEND", &[event.end_time], zone));
    for (name, instant) in [
        ("DTSTAMP", event.updated_at),
        ("CREATED", event.created_at),
        ("LAST-MODIFIED", event.updated_at),
    ] {
        entry.append_property(Property::new(name, utc(instant)));
    }
    entry.append_property(Property::new("SEQUENCE", (event.version - 1).to_string()));
    entry
}

/// Moments by the clock of a zone, or as dates.
fn at(name: &str, moments: &[Moment], zone: Tz) -> Property {
    let is_date = moments.first().is_some_and(Moment::is_date);
    let text = |moment: &Moment| match moment {
        Moment::Date(date) => date.format("%Y%m%d").to_string(),
        Moment::Instant(instant) if zone == Tz::UTC => utc(*instant),
        Moment::Instant(instant) => {
            instant.with_timezone(&zone).format("%Y%m%dT%H%M%S").to_string()
        }
    };
    let texts: Vec<String> = moments.iter().map(text).collect();
    let mut property = Property::new(name, texts.join(","));
    if is_date {
        property.append_parameter(Parameter::new("VALUE", "DATE"));
    } else if zone != Tz::UTC {
        property.append_parameter(Parameter::new("TZID", zone.name()));
    }
    property
}

fn utc(instant: DateTime<Utc>) -> String {
    instant.format("%Y%m%dT%H%M%SZ").to_string()
}
