//! What is said of a span while it moves; what was done is said by the server.

use chrono::Datelike;

use super::span::{DAY, Span, date};
use crate::texts;

/// How the person writes dates and times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Customs {
    /// `Nov 23` rather than `23 Nov`.
    pub(crate) month_first: bool,
    /// `1:00 PM` rather than `13:00`.
    pub(crate) twelve_hours: bool,
}

impl Customs {
    /// `10:00–11:00`; nothing for whole days, and one time for a deadline.
    pub(crate) fn hours(self, span: Span) -> String {
        match span {
            Span::Timed { start, end } if start == end => self.time(start),
            Span::Timed { start, end } => format!("{}–{}", self.time(start), self.time(end)),
            Span::Days { .. } => String::new(),
        }
    }

    /// `Tue 24 Nov, 10:00 to 11:00`.
    pub(crate) fn spoken(self, span: Span) -> String {
        match span {
            Span::Timed { start, end } => {
                let (first, last) = (start.div_euclid(DAY), end.div_euclid(DAY));
                let from = texts::row::hours_on(&self.day(first), &self.time(start));
                if start == end {
                    from
                } else if first == last || span.days().1 == first {
                    texts::row::from_to(&from, &self.time(end))
                } else {
                    texts::row::from_to(
                        &from,
                        &texts::row::hours_on(&self.day(last), &self.time(end)),
                    )
                }
            }
            Span::Days { first, last } if first == last => self.day(first),
            Span::Days { first, last } => texts::row::from_to(&self.day(first), &self.day(last)),
        }
    }

    fn day(self, day: i64) -> String {
        let date = date(day);
        let weekday = texts::calendar::WEEKDAYS[date.weekday().num_days_from_monday() as usize % 7];
        let month = texts::calendar::MONTHS[date.month0() as usize % 12];
        texts::calendar::day(weekday, date.day(), month, self.month_first)
    }

    fn time(self, minute: i64) -> String {
        let minute = minute.rem_euclid(DAY);
        let (hour, minute) = (minute / 60, minute % 60);
        if self.twelve_hours {
            let half =
                if hour < 12 { texts::calendar::BEFORE_NOON } else { texts::calendar::AFTER_NOON };
            format!("{}:{minute:02}\u{a0}{half}", (hour + 11) % 12 + 1)
        } else {
            format!("{hour:02}:{minute:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(customs: Customs, start: &str, end: &str) -> String {
        customs.spoken(Span::read(start, end).expect("readable"))
    }

    #[test]
    fn a_span_is_said_with_its_weekday() {
        let said = |start, end| spoken(Customs::default(), start, end);
        assert_eq!(said("2026-11-24T10:00", "2026-11-24T11:00"), "Tue 24 Nov, 10:00 to 11:00");
        assert_eq!(said("2026-11-24T22:00", "2026-11-25T00:00"), "Tue 24 Nov, 22:00 to 00:00");
        assert_eq!(
            said("2026-11-24T22:00", "2026-11-25T01:00"),
            "Tue 24 Nov, 22:00 to Wed 25 Nov, 01:00"
        );
        assert_eq!(said("2026-11-24T10:00", ""), "Tue 24 Nov, 10:00");
        assert_eq!(said("2026-11-24", "2026-11-24"), "Tue 24 Nov");
        assert_eq!(said("2026-11-24", "2026-11-26"), "Tue 24 Nov to Thu 26 Nov");
    }

    #[test]
    fn americans_read_their_own_order_and_clock() {
        let customs = Customs { month_first: true, twelve_hours: true };
        assert_eq!(
            spoken(customs, "2026-11-24T00:30", "2026-11-24T13:00"),
            "Tue, Nov 24, 12:30\u{a0}AM to 1:00\u{a0}PM"
        );
        let noon = Span::read("2026-11-24T12:00", "").expect("readable");
        assert_eq!(customs.hours(noon), "12:00\u{a0}PM");
    }
}
