//! Ranges of days that share their month: "10 to 22 august", "aug 10 - 22, 2012".

use chrono::NaiveDate;

use super::{Atom, joint};
use crate::language::{
    Direction, clock,
    day::{self, Base, DaySlot, Trouble},
    lexer::Tokens,
    numbers, periods,
    scan::Scene,
    vocabulary,
};

pub(super) fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let at = at + usize::from(tokens.is(at, "the"));
    numbers::ordinal(tokens, at)
        .or_else(|| tokens.number(at).filter(|_| tokens.digits(at) <= 2).map(|day| (day, at + 1)))
        .filter(|(day, _)| (1..=31).contains(day))
}

/// "10 to 22 august 2012", "aug 10 - 22, 2012", "the 22nd to the 25th", "4-23 in next month", "from may to december".
pub(super) fn day_range(scene: &Scene<'_, '_>, at: usize, between: bool) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    // Month first: the month covers both days.
    if let Some((month, next)) = vocabulary::month_at(tokens, at) {
        if let Some((first, after)) = day_number(tokens, next) {
            let right = joint(tokens, after, between)?;
            let (last, end) = day_number(tokens, right).filter(|(_, end)| {
                tokens.clean_right(*end)
                    && clock::read(tokens, right).is_none_or(|read| !read.certain)
            })?;
            if first >= last || vocabulary::month_at(tokens, end).is_some() {
                return None;
            }
            let year_at = end + usize::from(tokens.is_mark(end, ','));
            let year = numbers::four_digit_year(tokens, year_at);
            let next = if year.is_some() { year_at + 1 } else { end };
            return days_of(scene, month, year, first, last).map(|atom| (atom, next));
        }
        // Month to month.
        let (_, end) = vocabulary::month_at(tokens, joint(tokens, next, between)?)?;
        let (last_month, _) = vocabulary::month_at(tokens, joint(tokens, next, between)?)?;
        if tokens.number(end).is_some() && tokens.digits(end) <= 2 {
            return None;
        }
        // "from april to june in 2017"
        let year_at = end + usize::from(tokens.any(end, &["of", "in"]));
        let year = numbers::four_digit_year(tokens, year_at);
        let after = if year.is_some() { year_at + 1 } else { end };
        let start_year = year.map(|year| year - i32::from(month > last_month));
        let first = DaySlot::base(Base::Month(month, start_year))
            .settle(scene.today, scene.direction)
            .ok()?;
        let last = DaySlot::base(Base::Month(last_month, year))
            .settle(first.first, Direction::Forward)
            .ok()?;
        return Some((Atom::Day(DaySlot::base(Base::Span(first.first, last.last?)), None), after));
    }
    let (first, after) =
        day_number(tokens, at).filter(|_| tokens.clean_left(at) || tokens.is_word(at))?;
    let right = joint(tokens, after, between)?;
    let (last, end) = day_number(tokens, right)?;
    if first >= last {
        return None;
    }
    let of = end + usize::from(tokens.any(end, &["of", "in"]));
    if let Some((month, next)) = vocabulary::month_at(tokens, of) {
        let year_at = next + usize::from(tokens.is_mark(next, ','));
        let year = numbers::four_digit_year(tokens, year_at);
        let to = if year.is_some() { year_at + 1 } else { next };
        return days_of(scene, month, year, first, last).map(|atom| (atom, to));
    }
    if periods::month_of(tokens, of).is_some() {
        let (slot, next) = periods::read(tokens, of, scene.today, scene.direction)?;
        let Some(Base::Month(month, Some(year))) = slot.base else { return None };
        let date = |day| NaiveDate::from_ymd_opt(year, month, day).map(DaySlot::exact);
        return Some((Atom::Days(date(first)?, date(last)?), next));
    }
    None
}

pub(super) fn days_of(
    scene: &Scene<'_, '_>,
    month: u32,
    year: Option<i32>,
    first: u32,
    last: u32,
) -> Option<Atom> {
    let date = |year: i32, day| NaiveDate::from_ymd_opt(year, month, day);
    let year = match year {
        Some(year) => year,
        None => {
            chrono::Datelike::year(&day::month_day(month, first, scene.today, scene.direction)?)
        }
    };
    Some(match (date(year, first), date(year, last)) {
        (Some(first), Some(last)) => Atom::Days(DaySlot::exact(first), DaySlot::exact(last)),
        _ => Atom::Trouble(Trouble::NoSuchDate),
    })
}
