//! A stretch of wall-clock time, and the part of it that lies on one day.

#[cfg(test)]
use chrono::{Days, NaiveTime};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta, Timelike};

use crate::present::row;

/// Minutes of a day on the wall clock, whatever the zone does to it.
pub(super) const DAY: u32 = 24 * 60;
/// The least minutes that a block is drawn with; what is shorter could not be seen.
pub(super) const LEAST: u32 = 20;

/// From when to when something takes place, on the person's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// When it begins.
    pub(super) start: NaiveDateTime,
    /// When it ends; an hour that is there twice may put this before the start.
    pub(super) end: NaiveDateTime,
}

/// The part of a span that lies on one day, in minutes since midnight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// The first minute.
    pub(super) from: u32,
    /// The first minute behind it; at least [`LEAST`] later.
    pub(super) to: u32,
    /// Whether the span began on an earlier day.
    pub(super) before: bool,
    /// Whether it goes on on a later day.
    pub(super) after: bool,
}

impl Span {
    /// Whole days, the last of them included.
    #[cfg(test)]
    pub(super) fn days(first: NaiveDate, last: NaiveDate) -> Self {
        let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
        Self { start: first.and_time(NaiveTime::MIN), end: end.and_time(NaiveTime::MIN) }
    }

    /// The first day that it touches.
    pub(super) fn first_day(self) -> NaiveDate {
        self.start.date()
    }

    /// The last day that it touches; midnight at its end belongs to the day before.
    pub(super) fn last_day(self) -> NaiveDate {
        row::last_day(self.start, self.end.max(self.start))
    }

    /// Whether it touches the day.
    pub(super) fn touches(self, day: NaiveDate) -> bool {
        (self.first_day()..=self.last_day()).contains(&day)
    }

    /// Whether it is as long as a day: it then has no place between hours.
    pub(super) fn is_long(self) -> bool {
        self.end - self.start >= TimeDelta::days(1)
    }

    /// What of it lies on the day.
    pub(super) fn on(self, day: NaiveDate) -> Option<Part> {
        if !self.touches(day) {
            return None;
        }
        let before = self.first_day() < day;
        let after = self.last_day() > day;
        let from = if before { 0 } else { minute(self.start) };
        let to = if self.end.date() > day { DAY } else { minute(self.end) };
        let from = from.min(DAY - LEAST);
        Some(Part { from, to: to.max(from + LEAST), before, after })
    }
}

/// Minutes since midnight.
pub(super) fn minute(at: NaiveDateTime) -> u32 {
    at.hour() * 60 + at.minute()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: &str, end: &str) -> Span {
        let read = |text: &str| {
            NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").expect("a date and a time")
        };
        Span { start: read(start), end: read(end) }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_span_across_midnight_has_a_part_on_both_days() {
        let night = span("2026-11-23 22:30", "2026-11-24 01:15");
        let first = Part { from: 1350, to: DAY, before: false, after: true };
        assert_eq!(night.on(day("2026-11-23")), Some(first));
        let second = Part { from: 0, to: 75, before: true, after: false };
        assert_eq!(night.on(day("2026-11-24")), Some(second));
        assert_eq!(night.on(day("2026-11-25")), None);
        assert_eq!(night.on(day("2026-11-22")), None);
    }

    #[test]
    fn midnight_at_the_end_belongs_to_the_day_before() {
        let evening = span("2026-11-23 22:00", "2026-11-24 00:00");
        let whole = Part { from: 1320, to: DAY, before: false, after: false };
        assert_eq!(evening.on(day("2026-11-23")), Some(whole));
        assert_eq!(evening.on(day("2026-11-24")), None);
    }

    #[test]
    fn what_has_no_length_can_be_seen() {
        let moment = span("2026-11-23 09:00", "2026-11-23 09:00").on(day("2026-11-23"));
        assert_eq!(moment.map(|part| (part.from, part.to)), Some((540, 560)));
        let late = span("2026-11-23 23:58", "2026-11-23 23:59").on(day("2026-11-23"));
        assert_eq!(late.map(|part| (part.from, part.to)), Some((DAY - LEAST, DAY)));
        let midnight = span("2026-11-23 00:00", "2026-11-23 00:00").on(day("2026-11-23"));
        assert_eq!(midnight.map(|part| (part.from, part.to)), Some((0, LEAST)));
    }

    #[test]
    fn an_hour_that_is_there_twice_turns_nothing_around() {
        let turned = span("2026-10-25 02:50", "2026-10-25 02:10");
        let part = turned.on(day("2026-10-25"));
        assert_eq!(part.map(|part| (part.from, part.to)), Some((170, 190)));
    }

    #[test]
    fn days_are_counted_with_their_last() {
        let trip = Span::days(day("2026-11-23"), day("2026-11-25"));
        assert_eq!((trip.first_day(), trip.last_day()), (day("2026-11-23"), day("2026-11-25")));
        assert!(trip.is_long());
        assert!(!span("2026-11-23 10:00", "2026-11-24 09:59").is_long());
    }
}
