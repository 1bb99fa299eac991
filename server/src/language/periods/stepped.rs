//! Periods counted in whole steps from this one, or numbered in their year: "the week after next",
//! "next march", "this working week", "week 31 of 2027".

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{
    counted::workday_after, month_slot, shifted_month, step, weekend_slot, weekend_word, year_slot,
};
use crate::language::{
    day::{Base, DaySlot},
    lexer::Tokens,
    numbers, relative, vocabulary,
};

/// "week after next", "the weekend after next", "month after next".
pub(super) fn after_next(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
) -> Option<(DaySlot, usize)> {
    let weekend = weekend_word(tokens, at);
    let next = tokens.phrase(weekend.unwrap_or(at + 1), "after next")?;
    let slot = match tokens.word(at) {
        _ if weekend.is_some() => weekend_slot(today, 2)?,
        "week" => DaySlot::base(Base::Week(relative::week(today, 2, tokens.habits.week_start)?)),
        "month" => month_slot(shifted_month(today, 2)?),
        "year" => year_slot(today.year() + 2)?,
        _ => return None,
    };
    Some((slot, next))
}

/// "this working week", "next workweek", "the next working day".
pub(super) fn working(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
) -> Option<(DaySlot, usize)> {
    let (steps, place) = step(tokens, at)?;
    let apart = usize::from(tokens.any(place, &["working", "work", "business"]));
    if tokens.is(place, "workweek") || apart == 1 && tokens.is(place + 1, "week") {
        let monday = relative::week(today, steps, Weekday::Mon)?;
        let friday = monday.checked_add_days(Days::new(4))?;
        return Some((DaySlot::base(Base::Span(monday, friday)), place + apart + 1));
    }
    let day = tokens.is(place, "workday") || apart == 1 && tokens.is(place + 1, "day");
    (day && steps == 1)
        .then(|| Some((DaySlot::exact(workday_after(today)?), place + apart + 1)))
        .flatten()
}

/// "next march", "last october": the coming or the latest one that is not this month.
pub(super) fn stepped_month(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
) -> Option<(DaySlot, usize)> {
    let (steps, place) = step(tokens, at).filter(|(steps, _)| *steps != 0)?;
    let (month, next) = vocabulary::month_at(tokens, place)?;
    // "next may i ask", "next march 3" and "last may 2019" are read as something else.
    if tokens.number(next).is_some() || tokens.any(next, &["i", "we", "be", "the", "not"]) {
        return None;
    }
    let ahead = steps > 0;
    let passed = if ahead { month <= today.month() } else { month >= today.month() };
    let year = today.year() + i32::from(passed) * if ahead { 1 } else { -1 };
    Some((DaySlot::base(Base::Month(month, Some(year))), next))
}

/// "(the) year 2027", and the weeks that ISO 8601 numbers: "week 31 of 2027".
/// A week by its number alone may be one of a course.
pub(super) fn named_year(tokens: &Tokens<'_>, at: usize) -> Option<(DaySlot, usize)> {
    let year_at = |place: usize| {
        numbers::four_digit_year(tokens, place).filter(|_| tokens.clean_right(place + 1))
    };
    if tokens.any(at, &["year", "yr"]) && !tokens.any(at.wrapping_sub(1), &["new", "model"]) {
        return Some((year_slot(year_at(at + 1)?)?, at + 2));
    }
    if !tokens.any(at, &["week", "wk"]) {
        return None;
    }
    let week = tokens.number(at + 1).filter(|week| (1..=53).contains(week))?;
    let of = at + 2 + usize::from(tokens.any(at + 2, &["of", "in"]) || tokens.is_mark(at + 2, ','));
    let monday = NaiveDate::from_isoywd_opt(year_at(of)?, week, Weekday::Mon)?;
    Some((DaySlot::base(Base::Week(monday)), of + 1))
}
