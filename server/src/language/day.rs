//! What a day expression says before it is settled, and how it settles on dates.

mod search;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use search::{agreeing, coming_year, day_of_month, nth_in_coming, weekday_from};
pub(crate) use search::{month_day, month_end, nth_weekday, offset, week};

use super::Direction;

/// How a weekday was qualified.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Which {
    /// Bare, "this", "coming": the coming one (looking back: the latest).
    Coming,
    /// "next friday": that day of the next calendar week, of weeks that begin on this day.
    Next(Weekday),
    /// "last friday": the latest before today.
    Last,
}

/// The part of a day expression that is not a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Base {
    Exact(NaiveDate),
    /// A date some weeks away; a weekday said with it is the one of its week.
    Counted(NaiveDate),
    MonthDay(u32, u32),
    DayOfMonth(u32),
    Month(u32, Option<i32>),
    /// A calendar week, by its first day.
    Week(NaiveDate),
    /// Any other stretch of days, both ends included.
    Span(NaiveDate, NaiveDate),
}

/// A day expression: a weekday, a base, or both, which then have to agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct DaySlot {
    pub(crate) weekday: Option<(Weekday, Which)>,
    /// "first" (1) to "last" (-1) weekday of a month.
    pub(crate) nth: Option<i32>,
    pub(crate) base: Option<Base>,
}

/// Days that an expression settled on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Settled {
    pub(crate) first: NaiveDate,
    /// The last day, when the expression names a stretch and not a day.
    pub(crate) last: Option<NaiveDate>,
}

/// Why an expression settles on nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trouble {
    NoSuchDate,
    Disagree { date: NaiveDate, said: Weekday },
}

impl DaySlot {
    pub(crate) fn exact(date: NaiveDate) -> Self {
        Self::base(Base::Exact(date))
    }

    pub(crate) fn base(base: Base) -> Self {
        Self { base: Some(base), ..Self::default() }
    }

    pub(crate) fn weekday(weekday: Weekday, which: Which) -> Self {
        Self { weekday: Some((weekday, which)), ..Self::default() }
    }

    /// Both together, if they can be parts of one expression.
    pub(crate) fn merge(self, other: Self) -> Option<Self> {
        if self.weekday.is_some() && other.weekday.is_some() {
            return None;
        }
        let base = match (self.base, other.base) {
            (None, base) | (base, None) => base,
            (Some(Base::DayOfMonth(day)), Some(Base::Month(month, year)))
            | (Some(Base::Month(month, year)), Some(Base::DayOfMonth(day))) => Some(match year {
                Some(year) => Base::Exact(NaiveDate::from_ymd_opt(year, month, day)?),
                None => Base::MonthDay(month, day),
            }),
            // "next year in march"
            (Some(Base::Span(first, last)), Some(Base::Month(month, None)))
            | (Some(Base::Month(month, None)), Some(Base::Span(first, last)))
                if first.ordinal() == 1 && last.year() == first.year() && last.month() == 12 =>
            {
                Some(Base::Month(month, Some(first.year())))
            }
            // A day said twice: with its year behind ("Oct 26 11:00 2023"), "tomorrow (Mon 23 Nov)".
            (Some(Base::MonthDay(month, day)), Some(Base::Exact(date)))
            | (Some(Base::Exact(date)), Some(Base::MonthDay(month, day)))
                if (date.month(), date.day()) == (month, day) =>
            {
                Some(Base::Exact(date))
            }
            (Some(Base::Exact(date)), Some(Base::Exact(same))) if date == same => {
                Some(Base::Exact(date))
            }
            _ => return None,
        };
        let weekday = self.weekday.or(other.weekday);
        let nth = self.nth.or(other.nth);
        let fits = match (weekday, base) {
            (None, _) | (_, None) => true,
            (Some(_), Some(Base::Month(..))) => nth.is_some(),
            (Some(_), Some(Base::Span(..))) => false,
            (Some((_, which)), Some(_)) => which == Which::Coming && nth.is_none(),
        };
        fits.then_some(Self { weekday, nth, base })
    }

    /// The dates meant when today is `today`.
    pub(crate) fn settle(
        &self,
        today: NaiveDate,
        direction: Direction,
    ) -> Result<Settled, Trouble> {
        let day = |date: Option<NaiveDate>| {
            date.map(|first| Settled { first, last: None }).ok_or(Trouble::NoSuchDate)
        };
        match (self.weekday, self.base) {
            (Some((weekday, _)), Some(Base::Month(month, year))) => {
                let nth = self.nth.ok_or(Trouble::NoSuchDate)?;
                day(nth_in_coming(nth, weekday, month, year, today, direction))
            }
            (Some((weekday, _)), None) if self.nth.is_some() => {
                let nth = self.nth.unwrap_or(1);
                let this = nth_weekday(today.year(), today.month(), weekday, nth);
                let next = today
                    .checked_add_months(Months::new(1))
                    .and_then(|later| nth_weekday(later.year(), later.month(), weekday, nth));
                day(this.filter(|date| *date >= today).or(next))
            }
            (Some((weekday, which)), None) => day(weekday_from(today, weekday, which, direction)),
            (Some((weekday, _)), Some(Base::Counted(date))) => {
                let monday = week(date, Weekday::Mon);
                day(monday.checked_add_days(Days::new(offset(weekday, Weekday::Mon))))
            }
            (Some((weekday, _)), Some(Base::Week(first))) => {
                day(first.checked_add_days(Days::new(offset(weekday, first.weekday()))))
            }
            (Some((weekday, _)), Some(base)) => agreeing(base, weekday, today, direction),
            (None, Some(base)) => base.settle(today, direction),
            (None, None) => Err(Trouble::NoSuchDate),
        }
    }
}

impl Base {
    fn settle(self, today: NaiveDate, direction: Direction) -> Result<Settled, Trouble> {
        let day = |date: Option<NaiveDate>| {
            date.map(|first| Settled { first, last: None }).ok_or(Trouble::NoSuchDate)
        };
        match self {
            Self::Exact(date) | Self::Counted(date) => day(Some(date)),
            Self::MonthDay(month, date) => day(month_day(month, date, today, direction)),
            Self::DayOfMonth(date) => day(day_of_month(date, today, direction)),
            Self::Month(month, year) => {
                let year = year.unwrap_or_else(|| coming_year(month, today, direction));
                let first = NaiveDate::from_ymd_opt(year, month, 1).ok_or(Trouble::NoSuchDate)?;
                Ok(Settled { first, last: Some(month_end(first)) })
            }
            Self::Week(first) => Ok(Settled { first, last: first.checked_add_days(Days::new(6)) }),
            Self::Span(first, last) => Ok(Settled { first, last: Some(last) }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn settles_weekdays_by_the_calendar_week() {
        let wednesday = date("2026-05-13");
        for (weekday, which, direction, expected) in [
            (Weekday::Fri, Which::Coming, Direction::Forward, "2026-05-15"),
            (Weekday::Fri, Which::Next(Weekday::Mon), Direction::Forward, "2026-05-22"),
            (Weekday::Mon, Which::Next(Weekday::Mon), Direction::Forward, "2026-05-18"),
            (Weekday::Fri, Which::Last, Direction::Forward, "2026-05-08"),
            (Weekday::Sat, Which::Coming, Direction::Back, "2026-05-09"),
        ] {
            let settled = DaySlot::weekday(weekday, which).settle(wednesday, direction).unwrap();
            assert_eq!(settled.first, date(expected), "{weekday} {which:?}");
        }
    }

    #[test]
    fn skips_months_and_years_that_lack_the_day() {
        let forward = |base: Base, today: &str| {
            DaySlot::base(base).settle(date(today), Direction::Forward).unwrap().first
        };
        assert_eq!(forward(Base::DayOfMonth(31), "2026-09-21"), date("2026-10-31"));
        assert_eq!(forward(Base::DayOfMonth(29), "2027-01-30"), date("2027-03-29"));
        assert_eq!(forward(Base::MonthDay(2, 29), "2017-03-22"), date("2020-02-29"));
    }

    #[test]
    fn a_weekday_that_disagrees_is_trouble() {
        let slot = DaySlot::exact(date("2026-11-24"))
            .merge(DaySlot::weekday(Weekday::Fri, Which::Coming))
            .unwrap();
        let trouble = slot.settle(date("2026-11-22"), Direction::Forward);
        assert_eq!(
            trouble,
            Err(Trouble::Disagree { date: date("2026-11-24"), said: Weekday::Fri })
        );
    }

    #[test]
    fn finds_the_nth_weekday() {
        assert_eq!(nth_weekday(2014, 3, Weekday::Sun, -1), Some(date("2014-03-30")));
        assert_eq!(nth_weekday(2026, 6, Weekday::Mon, 1), Some(date("2026-06-01")));
        assert_eq!(nth_weekday(2026, 6, Weekday::Wed, 5), None);
    }
}
