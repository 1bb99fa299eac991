//! When something takes place, by the person's clock, in whole minutes.
//!
//! Days are counted from the first of the common era, minutes from its midnight:
//! plain numbers, so that nothing a hand does can leave the calendar's range.

use chrono::{Datelike, NaiveDate};

/// Minutes of a day.
pub(crate) const DAY: i64 = 24 * 60;

/// From when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// Between two times; both are the same for what takes none, such as a deadline.
    Timed {
        /// The minute it begins.
        start: i64,
        /// The minute it is over.
        end: i64,
    },
    /// Whole days.
    Days {
        /// The first day.
        first: i64,
        /// The last day.
        last: i64,
    },
}

impl Span {
    /// Reads the times of a block: `2026-11-23T09:00` or `2026-11-23`, the end
    /// inclusive for days. What says no end is over when it begins.
    pub(crate) fn read(start: &str, end: &str) -> Option<Self> {
        let end = if end.is_empty() { start } else { end };
        Some(match (minute(start), minute(end)) {
            (Some(start), Some(end)) => Self::Timed { start, end: end.max(start) },
            _ => {
                let (first, last) = (day(start)?, day(end)?);
                Self::Days { first, last: last.max(first) }
            }
        })
    }

    /// The start as it is sent: a time, or a day.
    pub(crate) fn start_text(self) -> String {
        match self {
            Self::Timed { start, .. } => minute_text(start),
            Self::Days { first, .. } => day_text(first),
        }
    }

    /// The end as it is sent: a time, or the last day.
    pub(crate) fn end_text(self) -> String {
        match self {
            Self::Timed { end, .. } => minute_text(end),
            Self::Days { last, .. } => day_text(last),
        }
    }

    /// The first day and the last one that it touches. What ends at midnight does not
    /// touch the day that begins then.
    pub(crate) fn days(self) -> (i64, i64) {
        match self {
            Self::Timed { start, end } => {
                (start.div_euclid(DAY), (end - 1).max(start).div_euclid(DAY))
            }
            Self::Days { first, last } => (first, last),
        }
    }

    /// The same, so many days later.
    pub(crate) fn days_later(self, days: i64) -> Self {
        match self {
            Self::Timed { start, end } => {
                Self::Timed { start: start + days * DAY, end: end + days * DAY }
            }
            Self::Days { first, last } => Self::Days { first: first + days, last: last + days },
        }
    }
}

/// The number of a day: `2026-11-23`, whatever follows.
pub(crate) fn day(text: &str) -> Option<i64> {
    let part = |from, to| text.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(part(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, part(5, 7)?, part(8, 10)?)
        .map(|date| date.num_days_from_ce().into())
}

/// The date of a day's number; the first there is for a number that no day has.
pub(crate) fn date(day: i64) -> NaiveDate {
    i32::try_from(day).ok().and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default()
}

fn minute(text: &str) -> Option<i64> {
    let part = |from, to| text.get(from..to)?.parse::<i64>().ok();
    Some(day(text)? * DAY + part(11, 13)? * 60 + part(14, 16)?)
}

pub(crate) fn day_text(day: i64) -> String {
    date(day).to_string()
}

fn minute_text(minute: i64) -> String {
    let (day, minute) = (minute.div_euclid(DAY), minute.rem_euclid(DAY));
    format!("{}T{:02}:{:02}", day_text(day), minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_days_are_read_and_written() {
        for (start, end) in [
            ("2026-11-23T09:00", "2026-11-23T10:30"),
            ("2026-11-23", "2026-11-25"),
            ("2024-02-29T23:45", "2024-03-01T00:00"),
        ] {
            let span = Span::read(start, end).expect("readable");
            assert_eq!((span.start_text(), span.end_text()), (start.to_owned(), end.to_owned()));
        }
        let deadline = Span::read("2026-11-23T09:00", "").expect("readable");
        assert_eq!(deadline.end_text(), "2026-11-23T09:00");
    }

    #[test]
    fn nonsense_is_no_span() {
        for text in ["", "soon", "2026-02-30", "2026-11-2é", "2026-11-23T"] {
            assert!(matches!(Span::read(text, ""), None | Some(Span::Days { .. })), "{text}");
        }
        assert_eq!(Span::read("2026-02-30T09:00", ""), None);
    }

    #[test]
    fn what_ends_at_midnight_does_not_touch_the_next_day() {
        let days = |start, end| {
            let (first, last) = Span::read(start, end).expect("readable").days();
            last - first
        };
        assert_eq!(days("2026-11-23T22:00", "2026-11-24T00:00"), 0);
        assert_eq!(days("2026-11-23T22:00", "2026-11-24T00:15"), 1);
        assert_eq!(days("2026-11-23T00:00", "2026-11-23T00:00"), 0);
        assert_eq!(days("2026-11-23", "2026-11-25"), 2);
    }
}
