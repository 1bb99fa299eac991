//! From the event's form to the input of its operations.

use chrono::{Days, TimeDelta};
use chrono_tz::Tz;
use domain::event::{EventPatch, EventTarget, NewEvent};
use domain::input::Field;
use domain::repeat::Rule;
use domain::target::Update;
use domain::time::When;
use server::language::Reference;
use server::zone::moment;

use super::super::reading::{field, present};
use super::super::repeat::to_first_day;
use super::super::zone::zone;
use super::EventForm;
use crate::texts;

/// A start and an end.
type Span = (Field<When>, Field<When>);

impl EventForm {
    /// Times and zone, for comparison. While they do not change, those of the row stay
    /// as they are, to the second.
    pub(crate) fn times_signature(&self) -> String {
        let Self { start_date, start_clock, end_date, end_clock, all_day, time_zone, .. } = self;
        let texts = [start_date, start_clock, end_date, end_clock, all_day, time_zone];
        texts.map(|text| text.trim()).join("|")
    }

    /// A new event.
    pub(crate) fn create(self, reference: &Reference) -> NewEvent {
        let (start_time, end_time) = self.span(reference);
        let (time_zone, zone) = self.zone(reference);
        let rrule = self.repeat.rule(reference);
        let (start_time, end_time) = on_first_day((start_time, end_time), &rrule, zone);
        NewEvent {
            title: Field::Value(self.title),
            description: Field::Value(self.description),
            start_time,
            end_time,
            location: Field::Value(self.location),
            time_zone,
            rrule,
            ..NewEvent::default()
        }
    }

    /// Everything the form shows replaces what is stored, but for times and rule that
    /// were left alone.
    pub(crate) fn update(self, reference: &Reference) -> Update<EventPatch> {
        let (start_time, end_time, time_zone) = if self.times_signature() == self.times_was {
            (Field::Absent, Field::Absent, Field::Absent)
        } else {
            // An operation reads times without offset in the zone that the row has,
            // which a single occurrence cannot change.
            let (start, end) = self.span(reference);
            let (name, zone) = self.zone(reference);
            (fixed(start, zone), fixed(end, zone), name)
        };
        Update {
            id: field(&self.id),
            changes: EventPatch {
                start_time,
                end_time,
                time_zone,
                rrule: self.repeat.rule(reference),
                title: Field::Value(self.title),
                description: Field::Value(self.description),
                location: Field::Value(self.location),
                occurrence: present(&self.occurrence),
                scope: present(&self.scope),
                ..EventPatch::default()
            },
        }
    }

    /// The event, or the part of it, that is named.
    pub(crate) fn target(&self) -> EventTarget {
        EventTarget {
            id: field(&self.id),
            occurrence: present(&self.occurrence),
            scope: present(&self.scope),
        }
    }

    /// The field of the form that a complaint about an operation's field belongs to.
    pub(crate) fn places(
        &self,
        reference: &Reference,
    ) -> impl Fn(&str) -> Option<&'static str> + use<> {
        let rule = self.repeat.place(reference);
        let is_split = self.start_time.is_empty();
        move |name| match name {
            "rrule" => Some(rule),
            "start_time" if is_split => Some("start_date"),
            "end_time" if is_split => Some("end_date"),
            _ => None,
        }
    }

    fn is_all_day(&self) -> bool {
        !self.all_day.is_empty()
    }

    /// The zone's name, if one is said, and the zone in which times are read.
    fn zone(&self, reference: &Reference) -> (Field<String>, Tz) {
        if self.time_zone.trim().is_empty() {
            return (Field::Absent, reference.now.timezone());
        }
        match zone(&self.time_zone) {
            Ok(zone) => (Field::Value(zone.name().to_owned()), zone),
            // Nobody sees the field of an all-day event.
            Err(_) if self.is_all_day() => (Field::Absent, reference.now.timezone()),
            Err(message) => (Field::Invalid(message), reference.now.timezone()),
        }
    }

    fn span(&self, reference: &Reference) -> Span {
        let start = self.side(&self.start_time, &self.start_date, &self.start_clock);
        let end_date =
            if self.end_date.trim().is_empty() { &self.start_date } else { &self.end_date };
        let says_end = !(self.end_date.trim().is_empty() && self.end_clock.trim().is_empty());
        let end = if says_end || !self.end_time.is_empty() {
            self.side(&self.end_time, end_date, &self.end_clock)
        } else {
            Field::Null
        };
        let end = match (end, &start) {
            (Field::Null, Field::Value(When::Local(start))) => {
                let usual = TimeDelta::minutes(reference.habits.event_minutes.into());
                let end = if self.is_all_day() { *start } else { *start + usual };
                Field::Value(When::Local(end))
            }
            (Field::Null, Field::Value(When::Date(start))) => Field::Value(When::Date(*start)),
            (end, _) => end,
        };
        if self.is_all_day() { (whole_days(start, 0), whole_days(end, 1)) } else { (start, end) }
    }

    /// One of both ends.
    fn side(&self, both: &str, date: &str, clock: &str) -> Field<When> {
        match (both.trim(), date.trim(), clock.trim()) {
            ("", "", _) => Field::Null,
            ("", date, _) if self.is_all_day() => field(date),
            ("", _, "") => Field::Invalid(texts::problems::NO_CLOCK.to_owned()),
            ("", date, clock) => field(&format!("{date}T{clock}")),
            (both, ..) => field(both),
        }
    }
}

/// The date alone, some days later: an all-day event is stored until the first day
/// after it.
fn whole_days(time: Field<When>, later: u64) -> Field<When> {
    match time {
        Field::Value(When::Local(local)) => {
            whole_days(Field::Value(When::Date(local.date())), later)
        }
        Field::Value(When::Date(date)) => {
            Field::Value(When::Date(date.checked_add_days(Days::new(later)).unwrap_or(date)))
        }
        other => other,
    }
}

/// A time on the clocks of a zone as an instant.
fn fixed(time: Field<When>, zone: Tz) -> Field<When> {
    match time {
        Field::Value(when) => Field::Value(moment(zone, when).into()),
        other => other,
    }
}

/// Moved to the first day that the rule names.
fn on_first_day(span: Span, rule: &Field<Rule>, zone: Tz) -> Span {
    let (Field::Value(start), Field::Value(end), Field::Value(rule)) = (&span.0, &span.1, rule)
    else {
        return span;
    };
    let step = to_first_day(*start, rule, zone);
    let later = |when: When| match when {
        When::Date(date) => When::Date(date + step),
        When::Local(local) => When::Local(local + step),
        When::Instant(instant) => When::Instant(instant + step),
    };
    (Field::Value(later(*start)), Field::Value(later(*end)))
}

#[cfg(test)]
mod tests;
