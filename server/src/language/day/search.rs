//! Finds days on the calendar: the coming weekday, the next month that has a 31st.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

use super::{Base, Settled, Trouble, Which};
use crate::language::Direction;

/// The last day of the month a date lies in.
pub(crate) fn month_end(date: NaiveDate) -> NaiveDate {
    date.with_day(1)
        .and_then(|first| first.checked_add_months(Months::new(1)))
        .and_then(|next| next.pred_opt())
        .unwrap_or(date)
}

/// The first day of the week a date lies in, of weeks that begin on `start`.
pub(crate) fn week(date: NaiveDate, start: Weekday) -> NaiveDate {
    date.checked_sub_days(Days::new(offset(date.weekday(), start))).unwrap_or(date)
}

/// How many days into a week that begins on `start` a weekday is.
pub(crate) fn offset(weekday: Weekday, start: Weekday) -> u64 {
    u64::from(weekday.days_since(start))
}

pub(super) fn coming_year(month: u32, today: NaiveDate, direction: Direction) -> i32 {
    match direction {
        Direction::Forward => today.year() + i32::from(month < today.month()),
        Direction::Back => today.year() - i32::from(month > today.month()),
    }
}

/// The coming (or latest) such day of the year; 29 February waits for a leap year.
pub(crate) fn month_day(
    month: u32,
    day: u32,
    today: NaiveDate,
    direction: Direction,
) -> Option<NaiveDate> {
    (0..=8).find_map(|step| match direction {
        Direction::Forward => {
            NaiveDate::from_ymd_opt(today.year() + step, month, day).filter(|date| *date >= today)
        }
        Direction::Back => {
            NaiveDate::from_ymd_opt(today.year() - step, month, day).filter(|date| *date <= today)
        }
    })
}

/// The coming (or latest) month that has the day.
pub(super) fn day_of_month(day: u32, today: NaiveDate, direction: Direction) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    (0..=3).find_map(|step| match direction {
        Direction::Forward => {
            first.checked_add_months(Months::new(step))?.with_day(day).filter(|date| *date >= today)
        }
        Direction::Back => {
            first.checked_sub_months(Months::new(step))?.with_day(day).filter(|date| *date <= today)
        }
    })
}

pub(super) fn weekday_from(
    today: NaiveDate,
    weekday: Weekday,
    which: Which,
    direction: Direction,
) -> Option<NaiveDate> {
    let ahead = u64::from(
        (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7,
    );
    match (which, direction) {
        (Which::Coming, Direction::Forward) => today.checked_add_days(Days::new(ahead)),
        (Which::Coming, Direction::Back) => today.checked_sub_days(Days::new((7 - ahead) % 7)),
        (Which::Next(start), _) => {
            week(today, start).checked_add_days(Days::new(7 + offset(weekday, start)))
        }
        (Which::Last, _) => today.checked_sub_days(Days::new(7 - ahead)),
    }
}

/// The n-th (from the end when negative) such weekday of a month.
pub(crate) fn nth_weekday(year: i32, month: u32, weekday: Weekday, nth: i32) -> Option<NaiveDate> {
    if nth > 0 {
        return NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?);
    }
    let end = month_end(NaiveDate::from_ymd_opt(year, month, 1)?);
    let back = (7 + end.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    let weeks = nth.checked_add(1)?.unsigned_abs().checked_mul(7)?;
    end.checked_sub_days(Days::new(u64::from(back) + u64::from(weeks)))
        .filter(|date| date.month() == month)
}

pub(super) fn nth_in_coming(
    nth: i32,
    weekday: Weekday,
    month: u32,
    year: Option<i32>,
    today: NaiveDate,
    direction: Direction,
) -> Option<NaiveDate> {
    let year_of = |step: i32| year.unwrap_or(today.year() + step);
    match direction {
        Direction::Forward => (0..=2).find_map(|step| {
            nth_weekday(year_of(step), month, weekday, nth)
                .filter(|date| year.is_some() || *date >= today)
        }),
        Direction::Back => (0..=2).find_map(|step| {
            nth_weekday(year_of(-step), month, weekday, nth)
                .filter(|date| year.is_some() || *date <= today)
        }),
    }
}

/// A date that has to fall on the weekday said with it.
pub(super) fn agreeing(
    base: Base,
    weekday: Weekday,
    today: NaiveDate,
    direction: Direction,
) -> Result<Settled, Trouble> {
    let settled = base.settle(today, direction)?;
    let mut candidates = vec![settled.first];
    match base {
        // Without a year, the same day just passed, or the next one, may be the one meant.
        Base::MonthDay(month, day) => candidates.extend(
            [Direction::Forward, Direction::Back]
                .iter()
                .filter_map(|way| month_day(month, day, today, *way)),
        ),
        // "Friday the 13th": the next month in which it is one.
        Base::DayOfMonth(day) => {
            let superstitious = day == 13 && weekday == Weekday::Fri;
            let first = settled.first.with_day(1).filter(|_| superstitious);
            // There is one in every fourteen months.
            candidates.extend(first.into_iter().flat_map(|first| {
                (1..=14).filter_map(move |later| match direction {
                    Direction::Forward => {
                        first.checked_add_months(Months::new(later))?.with_day(13)
                    }
                    Direction::Back => first.checked_sub_months(Months::new(later))?.with_day(13),
                })
            }));
        }
        _ => {}
    }
    candidates
        .into_iter()
        .find(|date| date.weekday() == weekday)
        .map(|first| Settled { first, last: None })
        .ok_or(Trouble::Disagree { date: settled.first, said: weekday })
}
