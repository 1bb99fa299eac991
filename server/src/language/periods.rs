//! Stretches of the calendar and days found in them: "next week", "q3", "last weekend of october",
//! "end of the month", "first monday in december".

mod counted;
mod inside;
mod quarter;
mod stepped;

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use counted::counted;
pub(super) use counted::counted_length;
use inside::{edge, nth};
use quarter::{quarter, quarter_slot};
use stepped::{after_next, named_year, stepped_month, working};

use super::{
    Direction,
    day::{Base, DaySlot, week},
    lexer::Tokens,
    vocabulary,
};

/// Reads a period, or a day named by a period, that starts at a place.
pub(crate) fn read(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let start = at + usize::from(tokens.is(at, "the"));
    edge(tokens, start, today, direction)
        .or_else(|| nth(tokens, start, today, direction))
        .or_else(|| counted(tokens, start, today, direction))
        .or_else(|| after_next(tokens, start, today))
        .or_else(|| working(tokens, start, today))
        .or_else(|| stepped_month(tokens, start, today))
        .or_else(|| named_year(tokens, start))
        .or_else(|| whole(tokens, start, at, today))
        .or_else(|| quarter(tokens, start, today, direction))
        .or_else(|| week_of(tokens, start, today, direction))
}

/// How many periods away: this 0, next 1, last -1.
fn step(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    Some(match tokens.word(at) {
        "this" | "current" if tokens.any(at + 1, &["past", "last"]) => (-1, at + 2),
        "this" if tokens.any(at + 1, &["coming", "upcoming"]) => (0, at + 2),
        "this" | "current" => (0, at + 1),
        // "conference all week"
        "all" if tokens.any(at + 1, &["week", "month", "year"]) => (0, at + 1),
        "next" | "following" | "coming" | "upcoming" | "nxt" => (1, at + 1),
        "last" | "past" | "previous" | "prior" => (-1, at + 1),
        _ => return None,
    })
}

fn shifted_month(today: NaiveDate, months: i64) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    let count = Months::new(u32::try_from(months.unsigned_abs()).ok()?);
    if months < 0 { first.checked_sub_months(count) } else { first.checked_add_months(count) }
}

fn month_slot(first: NaiveDate) -> DaySlot {
    DaySlot::base(Base::Month(first.month(), Some(first.year())))
}

fn year_slot(year: i32) -> Option<DaySlot> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
    Some(DaySlot::base(Base::Span(first, NaiveDate::from_ymd_opt(year, 12, 31)?)))
}

/// The weekend so many weeks away: the end of a week from Monday, whatever else begins one.
fn weekend_slot(today: NaiveDate, weeks: i64) -> Option<DaySlot> {
    let monday = super::relative::week(today, weeks, Weekday::Mon)?;
    let saturday = monday.checked_add_days(Days::new(5))?;
    Some(DaySlot::base(Base::Span(saturday, saturday.succ_opt()?)))
}

/// The place behind "weekend", "week-end" or "week end".
fn weekend_word(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.any(at, &["weekend", "weekends", "weekend's", "wkend", "wknd"]) {
        return Some(at + 1);
    }
    (tokens.is(at, "week")
        && tokens.is_dash(at + 1)
        && tokens.glued(at + 1)
        && tokens.is(at + 2, "end"))
    .then_some(at + 3)
}

/// "next week", "this month", "the weekend", "rest of the week".
fn whole(
    tokens: &Tokens<'_>,
    at: usize,
    from: usize,
    today: NaiveDate,
) -> Option<(DaySlot, usize)> {
    if tokens.is(at, "later") {
        return whole(tokens, at + 1, from, today).filter(|_| tokens.is(at + 1, "this"));
    }
    if tokens.any(at, &["rest", "remainder", "remaining"]) && tokens.is(at + 1, "of") {
        let day = at + 2 + usize::from(tokens.any(at + 2, &["the", "my"]));
        if tokens.any(day, &["day", "today"]) && (day > at + 2 || tokens.is(day, "today")) {
            return Some((DaySlot::exact(today), day + 1));
        }
        let (slot, next) =
            whole(tokens, at + 2 + usize::from(tokens.is(at + 2, "the")), at + 2, today)?;
        let last = slot.settle(today, Direction::Forward).ok()?.last?;
        return Some((DaySlot::base(Base::Span(today, last)), next));
    }
    // "the week" and "the month" mean this one only behind "of" or "for"; "the weekend" always does.
    let (steps, place) = match step(tokens, at) {
        Some(read) => read,
        None => (0, at),
    };
    let stepped = place > at;
    if let Some(next) = weekend_word(tokens, place).filter(|_| stepped || at > from) {
        let steps = if tokens.any(at, &["coming", "upcoming"]) { 0 } else { steps };
        return Some((weekend_slot(today, steps)?, next));
    }
    let of = matches!(tokens.word_before(at), "of" | "the") && tokens.word_before(from) == "of"
        || tokens.word_before(at) == "of";
    if !stepped && !of {
        return None;
    }
    let slot = match tokens.word(place) {
        "week" | "week's" | "wk" => {
            let first = super::relative::week(today, steps, tokens.habits.week_start)?;
            DaySlot::base(Base::Week(first))
        }
        "month" | "month's" => month_slot(shifted_month(today, steps)?),
        "quarter" | "qtr" => {
            let first = shifted_month(today, steps * 3 - i64::from(today.month0() % 3))?;
            quarter_slot(first)?
        }
        "year" | "year's" | "yr" => {
            year_slot(today.year().checked_add(i32::try_from(steps).ok()?)?)?
        }
        _ => return None,
    };
    Some((slot, tokens.phrase(place + 1, "long").unwrap_or(place + 1)))
}

/// The month named at a place: "next month", "the previous month", "june", "january 2027".
pub(crate) fn month_of(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let place = at + usize::from(tokens.is(at, "the"));
    if let Some((_, next)) = vocabulary::month_at(tokens, place) {
        return Some(next);
    }
    let next = step(tokens, place).map_or(place, |read| read.1);
    tokens.any(next, &["month", "month's"]).then_some(next + 1)
}

/// "the week of june 15", "week commencing 5 october".
fn week_of(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let of =
        tokens.is(at, "week") && tokens.any(at + 1, &["of", "commencing", "beginning", "starting"]);
    // Short for "week commencing".
    let commencing = tokens.is(at, "w") && tokens.is_mark(at + 1, '/') && tokens.is(at + 2, "c");
    if !of && !commencing {
        return None;
    }
    let at = at + if of { 2 } else { 3 };
    let at = at + usize::from(tokens.is(at, "on"));
    let (slot, next) = match super::calendar::read(tokens, at) {
        Some(super::calendar::DayRead::Day(slot, next)) => (slot, next),
        _ => {
            let read = super::relative::read(tokens, at, today)?;
            (read.day, read.next)
        }
    };
    let date = slot.settle(today, direction).ok()?.first;
    Some((DaySlot::base(Base::Week(week(date, tokens.habits.week_start))), next))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_periods() {
        let today: NaiveDate = "2026-05-13".parse().unwrap();
        for (text, first, last) in [
            ("next week", "2026-05-18", "2026-05-24"),
            ("this month", "2026-05-01", "2026-05-31"),
            ("this weekend", "2026-05-16", "2026-05-17"),
            ("next weekend", "2026-05-23", "2026-05-24"),
            ("this past weekend", "2026-05-09", "2026-05-10"),
            ("the week of june 15", "2026-06-15", "2026-06-21"),
            ("next 3 days", "2026-05-14", "2026-05-16"),
            ("q1 2027", "2027-01-01", "2027-03-31"),
            ("third quarter", "2026-07-01", "2026-09-30"),
            ("last weekend of october", "2026-10-31", "2026-11-01"),
            ("first week of june", "2026-06-01", "2026-06-07"),
            ("next year", "2027-01-01", "2027-12-31"),
            ("two upcoming weeks", "2026-05-14", "2026-05-27"),
            ("the week after next", "2026-05-25", "2026-05-31"),
            ("next march", "2027-03-01", "2027-03-31"),
            ("this working week", "2026-05-11", "2026-05-15"),
            ("2027-q1", "2027-01-01", "2027-03-31"),
            ("h2 2027", "2027-07-01", "2027-12-31"),
            ("w/c june 15", "2026-06-15", "2026-06-21"),
            ("week 3 of 2027", "2027-01-18", "2027-01-24"),
            ("last week of the year", "2026-12-21", "2026-12-27"),
        ] {
            let settled = read(&Tokens::new(text), 0, today, Direction::Forward)
                .and_then(|(slot, _)| slot.settle(today, Direction::Forward).ok());
            let settled = settled.map(|settled| (settled.first, settled.last));
            assert_eq!(
                settled,
                Some((first.parse().unwrap(), Some(last.parse().unwrap()))),
                "{text}"
            );
        }
    }

    #[test]
    fn reads_days_in_periods() {
        let today: NaiveDate = "2026-05-13".parse().unwrap();
        for (text, expected) in [
            ("end of the month", "2026-05-31"),
            ("the end of next month", "2026-06-30"),
            ("last day of february", "2027-02-28"),
            ("first monday in december", "2026-12-07"),
            ("second tuesday of next month", "2026-06-09"),
            ("last friday of january", "2027-01-29"),
            ("end of 2027", "2027-12-31"),
            ("eoy", "2026-12-31"),
            ("end of tomorrow", "2026-05-14"),
            ("next working day", "2026-05-14"),
        ] {
            let settled = read(&Tokens::new(text), 0, today, Direction::Forward)
                .and_then(|(slot, _)| slot.settle(today, Direction::Forward).ok());
            assert_eq!(
                settled.map(|settled| settled.first),
                Some(expected.parse().unwrap()),
                "{text}"
            );
        }
    }
}
