//! Days and weeks found inside a period: "end of the month", "first monday in december".

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{month_slot, quarter, step, weekend_word, whole};
use crate::language::{
    Direction,
    day::{self, Base, DaySlot, Which, month_end, week},
    lexer::Tokens,
    numbers, vocabulary,
};

/// The stretch named at a place, for "first monday of …" and "end of …".
pub(super) fn stretch(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(Base, usize)> {
    let place = at + usize::from(tokens.is(at, "the"));
    if let Some((month, next)) = vocabulary::month_at(tokens, place) {
        let year_at = next + usize::from(tokens.is_mark(next, ',') || tokens.is(next, "of"));
        if tokens.digits(year_at) == 4 && tokens.clean_right(year_at + 1) {
            let year = i32::try_from(tokens.number(year_at)?)
                .ok()
                .filter(|year| (1900..2200).contains(year))?;
            return Some((Base::Month(month, Some(year)), year_at + 1));
        }
        return Some((Base::Month(month, None), next));
    }
    let (steps, unit_at) = step(tokens, place).unwrap_or((0, place));
    let slot = match tokens.word(unit_at) {
        "month" | "week" | "year" | "quarter" => whole(tokens, place, place, today).or_else(|| {
            (steps == 0).then(|| match tokens.word(unit_at) {
                "month" => Some((month_slot(today), unit_at + 1)),
                "week" => {
                    let first = week(today, tokens.habits.week_start);
                    Some((DaySlot::base(Base::Week(first)), unit_at + 1))
                }
                "year" => NaiveDate::from_ymd_opt(today.year(), 1, 1)
                    .zip(NaiveDate::from_ymd_opt(today.year(), 12, 31))
                    .map(|(first, last)| (DaySlot::base(Base::Span(first, last)), unit_at + 1)),
                _ => None,
            })?
        }),
        _ => quarter(tokens, place, today, direction),
    };
    slot.and_then(|(slot, next)| slot.base.map(|base| (base, next)))
}

/// "end of the month", "beginning of june", "last day of february", "eom".
pub(super) fn edge(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    if tokens.any(at, &["eom"]) {
        return Some((DaySlot::exact(month_end(today)), at + 1));
    }
    let (to_end, of) = match tokens.word(at) {
        "end" | "ends" => (true, at + 1),
        "start" | "beginning" => (false, at + 1),
        "last" | "final" if tokens.is(at + 1, "day") => (true, at + 2),
        "first" if tokens.is(at + 1, "day") => (false, at + 2),
        _ => return None,
    };
    let inside = of + usize::from(tokens.any(of, &["of", "in"]));
    if inside == of && !tokens.any(inside, &["month", "week", "year"]) {
        return None;
    }
    let (base, next) = stretch(tokens, inside, today, direction)?;
    let settled = DaySlot::base(base).settle(today, direction).ok()?;
    let date = if to_end { settled.last? } else { settled.first };
    Some((DaySlot::exact(date), next))
}

/// "first monday in december", "last weekend of october", "first week of june", and "first monday" alone.
pub(super) fn nth(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let (count, place) = match tokens.word(at) {
        "last" | "final" => (-1, at + 1),
        _ => numbers::ordinal(tokens, at).and_then(|(count, next)| {
            Some((i32::try_from(count).ok().filter(|count| *count <= 5)?, next))
        })?,
    };
    let joined = |next: usize| tokens.any(next, &["of", "in"]).then_some(next + 1);
    if let Some(weekday) = vocabulary::weekday(tokens.word(place)) {
        let slot =
            DaySlot { weekday: Some((weekday, Which::Coming)), nth: Some(count), base: None };
        if let Some((base, next)) =
            joined(place + 1).and_then(|inside| stretch(tokens, inside, today, direction))
        {
            return slot.merge(DaySlot::base(base)).map(|slot| (slot, next));
        }
        return (count > 0).then_some((slot, place + 1));
    }
    let (is_weekend, after) = match weekend_word(tokens, place) {
        Some(next) => (true, next),
        None => tokens.any(place, &["week"]).then_some((false, place + 1))?,
    };
    let (base, next) = stretch(tokens, joined(after)?, today, direction)?;
    let month = DaySlot::base(base).settle(today, direction).ok()?.first;
    let days = |first: NaiveDate, length: u64| {
        Some((
            DaySlot::base(Base::Span(first, first.checked_add_days(Days::new(length - 1))?)),
            next,
        ))
    };
    if is_weekend {
        return days(day::nth_weekday(month.year(), month.month(), Weekday::Sat, count)?, 2);
    }
    // The first week of a month is the one with its first Monday.
    let monday = day::nth_weekday(month.year(), month.month(), Weekday::Mon, count)?;
    days(monday, 7)
}
