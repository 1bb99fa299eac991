//! Events that repeat: their expansion, their end, and one occurrence of them.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::event::Event;
use domain::repeat::{End, Exception, Rule};
use domain::time::Moment;

use super::expansion::{Expansion, Span, horizon};
use crate::zone;

/// The zone in which an event is read: its own, or that of its person.
pub fn zone_of(event: &Event, person: Tz) -> Tz {
    event.time_zone.as_deref().and_then(|name| name.parse().ok()).unwrap_or(person)
}

/// The occurrences that an event's rule gives; none if it does not repeat.
///
/// `series_end` is when the last one is over, if that is known.
pub fn of(event: &Event, person: Tz, series_end: Option<DateTime<Utc>>) -> Option<Expansion> {
    let rule = Rule::parse(event.rrule.as_deref()?).ok()?;
    let length = event.end_time.stored() - event.start_time.stored();
    let last = series_end.map(|end| end - length);
    Some(Expansion::new(&rule, event.start_time, zone_of(event, person), last))
}

/// When the last occurrence that the rule gives is over. None for one that never
/// ends, and where that is not known: without a zone of its own.
pub fn series_end(event: &Event) -> Option<DateTime<Utc>> {
    let rule = Rule::parse(event.rrule.as_deref()?).ok()?;
    let zone: Tz = event.time_zone.as_deref()?.parse().ok()?;
    let length = event.end_time.stored() - event.start_time.stored();
    let last = match rule.end? {
        End::Count(_) => {
            let span = Span { from: event.start_time.stored(), to: horizon().and_utc() };
            Expansion::new(&rule, event.start_time, zone, None).within(span).last()?.stored()
        }
        End::Date(date) if event.all_day => Moment::Date(date).stored(),
        End::Date(date) => zone::start_of(zone, zone::next_day(date)) - TimeDelta::microseconds(1),
        End::Instant(instant) if event.all_day => Moment::Date(instant.date_naive()).stored(),
        End::Instant(instant) => instant,
    };
    Some(last + length)
}

/// An occurrence of a series, with what differs in it.
pub fn element(event: &Event, occurrence: Moment, exception: Option<&Exception>) -> Event {
    let own = exception.and_then(|exception| exception.times);
    let (start_time, end_time) = own.unwrap_or((occurrence, after(event, occurrence)));
    let text = |own: Option<&String>, series: &Option<String>| match own {
        None => series.clone(),
        Some(text) => (!text.is_empty()).then(|| text.clone()),
    };
    let own = |of: fn(&Exception) -> Option<&String>| exception.and_then(of);
    Event {
        title: own(|own| own.title.as_ref()).unwrap_or(&event.title).clone(),
        description: text(own(|own| own.description.as_ref()), &event.description),
        location: text(own(|own| own.location.as_ref()), &event.location),
        start_time,
        end_time,
        all_day: start_time.is_date(),
        occurrence: Some(occurrence),
        exceptions: Vec::new(),
        collision: None,
        id: event.id,
        time_zone: event.time_zone.clone(),
        rrule: event.rrule.clone(),
        door: event.door,
        created_at: event.created_at,
        updated_at: event.updated_at,
        version: event.version,
    }
}

/// The end of an occurrence that is as long as the first one. A length is time
/// that passes, as RFC 5545 (section 3.8.5.3) has it for `DTEND`.
fn after(event: &Event, start: Moment) -> Moment {
    later(start, event.end_time.stored() - event.start_time.stored())
}

/// The moment so much later.
pub fn later(start: Moment, length: TimeDelta) -> Moment {
    match start {
        Moment::Date(date) => {
            let days = u64::try_from(length.num_days()).unwrap_or_default();
            Moment::Date(date.checked_add_days(Days::new(days)).unwrap_or(date))
        }
        Moment::Instant(instant) => {
            Moment::Instant(instant.checked_add_signed(length).unwrap_or(instant))
        }
    }
}
