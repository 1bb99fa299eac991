//! A rule in its zone: occurrences on the time line, or dates for what is all-day.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use domain::repeat::{End, Rule};
use domain::time::Moment;

use super::engine::Pattern;
use crate::zone;

/// More than any zone's clock was ever set back or forward.
const SLACK: TimeDelta = TimeDelta::days(2);

/// A half-open stretch of starts, as stored: instants, or midnights of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The first moment behind it.
    pub to: DateTime<Utc>,
}

/// Something that repeats.
#[derive(Debug, Clone)]
pub struct Expansion {
    pattern: Pattern,
    zone: Tz,
    all_day: bool,
    /// The last instant at which it may start.
    last: Option<DateTime<Utc>>,
}

impl Expansion {
    /// A rule read in a zone, from its first start.
    ///
    /// `last` is its last start if that is known; a rule with a count is then not
    /// counted again.
    pub fn new(rule: &Rule, start: Moment, zone: Tz, last: Option<DateTime<Utc>>) -> Self {
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        let pattern = match start {
            Moment::Date(date) => Pattern::new(rule.clone(), date.and_time(NaiveTime::MIN)),
            Moment::Instant(instant) => Pattern::new(rule.clone(), local(instant)),
        };
        let all_day = start.is_date();
        let last = match rule.end {
            // Dates are not shifted by a zone.
            Some(End::Instant(instant)) if all_day => {
                Some(Moment::Date(instant.date_naive()).stored())
            }
            Some(End::Instant(instant)) => Some(instant),
            _ => last,
        };
        let pattern = match last {
            Some(last) if all_day => pattern.until(last.naive_utc()),
            Some(last) => pattern.until(local(last) + SLACK),
            None => pattern,
        };
        Self { pattern, zone, all_day, last }
    }

    /// The starts within a stretch, ascending and each once.
    pub fn within(&self, span: Span) -> impl Iterator<Item = Moment> + use<> {
        let (zone, all_day) = (self.zone, self.all_day);
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        let (from, to) = if all_day {
            (span.from.naive_utc(), span.to.naive_utc())
        } else {
            (local(span.from) - SLACK, local(span.to) + SLACK)
        };
        let last = self.last;
        let mut before: Vec<Moment> = Vec::new();
        self.pattern
            .between(from, to)
            .map(move |start| place(zone, all_day, start))
            .skip_while(move |start| start.stored() < span.from)
            .filter(move |start| start.stored() >= span.from)
            .take_while(move |start| start.stored() < span.to + SLACK)
            .filter(move |start| start.stored() < span.to)
            .filter(move |start| last.is_none_or(|last| start.stored() <= last))
            // An hour that does not exist falls onto the next one: it counts once.
            .filter(move |start| {
                let is_new = !before.contains(start);
                before.push(*start);
                if before.len() > 4 {
                    before.remove(0);
                }
                is_new
            })
    }

    /// Whether the rule gives an occurrence of exactly this start.
    pub fn contains(&self, start: Moment) -> bool {
        start.is_date() == self.all_day && {
            let from = start.stored();
            self.within(Span { from, to: from + TimeDelta::microseconds(1) }).next().is_some()
        }
    }

    /// The first start after an instant, if there is one.
    pub fn after(&self, instant: DateTime<Utc>) -> Option<Moment> {
        let from = instant + TimeDelta::microseconds(1);
        self.within(Span { from, to: horizon().and_utc() }).next()
    }

    /// The last start before an instant, among those from `from` on.
    pub fn last_before(&self, from: DateTime<Utc>, instant: DateTime<Utc>) -> Option<Moment> {
        self.within(Span { from, to: instant }).last()
    }
}

fn place(zone: Tz, all_day: bool, start: NaiveDateTime) -> Moment {
    if all_day { Moment::Date(start.date()) } else { Moment::Instant(zone::instant(zone, start)) }
}

/// The end of the last year that is accepted anywhere.
pub fn horizon() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2201, 1, 1).unwrap_or(NaiveDate::MAX).and_time(NaiveTime::MIN)
}
