//! A length of time and how it moves a date or an instant.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use crate::language::zones;

/// A length in the parts that move differently: months and days move the calendar, seconds the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Length {
    pub(crate) months: u32,
    pub(crate) days: u32,
    /// Days that skip Saturdays and Sundays.
    pub(crate) workdays: u32,
    pub(crate) seconds: i64,
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Workday,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
}

/// The unit a word names, in full, short, or possessive ("a week's time").
pub(crate) fn unit(word: &str) -> Option<Unit> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    Some(match word {
        "second" | "seconds" | "sec" | "secs" => Unit::Second,
        "minute" | "minutes" | "min" | "mins" | "minuts" => Unit::Minute,
        "hour" | "hours" | "hr" | "hrs" | "h" => Unit::Hour,
        "day" | "days" | "d" => Unit::Day,
        "workday" | "workdays" => Unit::Workday,
        "week" | "weeks" | "wk" | "wks" | "w" => Unit::Week,
        "fortnight" | "fortnights" => Unit::Fortnight,
        "month" | "months" | "mth" | "mths" | "mo" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" | "yr" | "yrs" => Unit::Year,
        _ => return None,
    })
}

impl Length {
    pub(crate) fn days(days: u32) -> Self {
        Self { days, ..Self::default() }
    }

    /// Whether the length moves only the calendar, so that the result has no time of its own.
    pub(crate) fn is_calendar(&self) -> bool {
        self.seconds == 0
    }

    pub(super) fn add(self, other: Self) -> Self {
        Self {
            months: self.months.saturating_add(other.months),
            days: self.days.saturating_add(other.days),
            workdays: self.workdays.saturating_add(other.workdays),
            seconds: self.seconds.saturating_add(other.seconds),
        }
    }

    /// A quantity in hundredths of a unit.
    pub(crate) fn of(hundredths: u32, unit: Unit) -> Option<Self> {
        let whole = hundredths.is_multiple_of(100).then_some(hundredths / 100);
        let seconds =
            |each: i64| Self { seconds: i64::from(hundredths) * each / 100, ..Self::default() };
        Some(match (unit, whole) {
            (Unit::Second, _) => seconds(1),
            (Unit::Minute, _) => seconds(60),
            (Unit::Hour, _) => seconds(3600),
            (Unit::Day, Some(days)) => Self::days(days),
            (Unit::Day, None) => seconds(86_400),
            (Unit::Workday, Some(workdays)) => Self { workdays, ..Self::default() },
            (Unit::Week, _) if hundredths.is_multiple_of(50) => Self::days(hundredths / 50 * 7 / 2),
            (Unit::Fortnight, Some(count)) => Self::days(count.saturating_mul(14)),
            (Unit::Month, Some(months)) => Self { months, ..Self::default() },
            (Unit::Quarter, Some(count)) => {
                Self { months: count.saturating_mul(3), ..Self::default() }
            }
            (Unit::Year, _) if hundredths.is_multiple_of(25) => {
                Self { months: hundredths / 25 * 3, ..Self::default() }
            }
            _ => return None,
        })
    }

    /// The date moved by the calendar part; months clamp to the last day.
    pub(crate) fn shift_date(&self, date: NaiveDate, back: bool) -> Option<NaiveDate> {
        let months = Months::new(self.months.min(12_000));
        let days = Days::new(u64::from(self.days.min(366_000)));
        let mut moved = if back {
            date.checked_sub_months(months)?.checked_sub_days(days)?
        } else {
            date.checked_add_months(months)?.checked_add_days(days)?
        };
        for _ in 0..self.workdays.min(1_000) {
            loop {
                moved = if back { moved.pred_opt()? } else { moved.succ_opt()? };
                if chrono::Datelike::weekday(&moved).num_days_from_monday() < 5 {
                    break;
                }
            }
        }
        Some(moved)
    }

    /// The instant moved: the calendar part keeps the wall clock, the rest is elapsed time.
    pub(crate) fn shift(&self, from: DateTime<Tz>, back: bool) -> Option<DateTime<Tz>> {
        let date = self.shift_date(from.date_naive(), back)?;
        let moved = if date == from.date_naive() {
            from
        } else {
            zones::settle(from.timezone(), date.and_time(from.time()))?
        };
        let seconds = TimeDelta::try_seconds(if back { -self.seconds } else { self.seconds })?;
        moved.checked_add_signed(seconds)
    }
}
