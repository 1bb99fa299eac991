//! Days that other words of the expression complete.

use chrono::{Days, NaiveDate};

use crate::language::{
    Direction,
    day::{Base, DaySlot, Settled, Which},
    recurrence::{Frequency, Repeat},
};

/// A bare weekday said on that weekday means today only with a time still ahead, else a week later.
pub(super) fn settled_ahead(
    slot: DaySlot,
    settled: Settled,
    today: NaiveDate,
    direction: Direction,
    ahead: bool,
) -> Settled {
    let bare = matches!(slot.weekday, Some((_, Which::Coming)))
        && slot.base.is_none()
        && slot.nth.is_none();
    if bare && settled.first == today && direction == Direction::Forward && !ahead {
        let first = today.checked_add_days(Days::new(7)).unwrap_or(today);
        return Settled { first, last: None };
    }
    settled
}

/// "Aug 10 - Nov 12, 2013": the year of the end holds for the start.
pub(super) fn dated_like(start: DaySlot, end: Option<DaySlot>) -> DaySlot {
    let (Some(Base::MonthDay(month, day)), Some(Base::Exact(last))) =
        (start.base, end.and_then(|end| end.base))
    else {
        return start;
    };
    let year = chrono::Datelike::year(&last);
    let date = |year: i32| NaiveDate::from_ymd_opt(year, month, day);
    match date(year).filter(|first| *first <= last).or_else(|| date(year - 1)) {
        Some(first) => DaySlot { base: Some(Base::Exact(first)), ..start },
        None => start,
    }
}

/// Lets a day said beside a repeat complete its rule ("monthly … on the first monday"); answers
/// the day the repeat starts from, when the day is that instead.
pub(super) fn specify(repeat: &mut Repeat, day: Option<DaySlot>) -> Option<DaySlot> {
    let day = day?;
    if repeat.days.is_empty() && repeat.month_day.is_none() {
        match (repeat.frequency, day.weekday, day.nth, day.base) {
            // "poker last friday of the month … every month"
            (Frequency::Monthly, Some((weekday, _)), Some(nth), None | Some(Base::Month(..))) => {
                repeat.days.push((Some(nth), weekday));
                return None;
            }
            (Frequency::Weekly, Some((weekday, _)), None, None) => {
                repeat.days.push((None, weekday));
                return None;
            }
            (Frequency::Monthly, None, _, Some(Base::DayOfMonth(day))) => {
                repeat.month_day = i32::try_from(day).ok();
                return None;
            }
            (Frequency::Yearly, None, _, Some(Base::MonthDay(month, day))) => {
                repeat.month = Some(month);
                repeat.month_day = i32::try_from(day).ok();
                return None;
            }
            _ => {}
        }
    }
    Some(day)
}
