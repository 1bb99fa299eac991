//! Days and weeks found inside a period: "end of the month", "first monday in december".

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{month_slot, quarter, step, weekend_word, whole};
use crate::language::{
    Direction,
    day::{Base, DaySlot, Which, month_end, week},
    lexer::Tokens,
    numbers, relative, vocabulary,
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
            let year = numbers::four_digit_year(tokens, year_at)?;
            return Some((Base::Month(month, Some(year)), year_at + 1));
        }
        return Some((Base::Month(month, None), next));
    }
    if tokens.digits(place) == 4 && tokens.clean_right(place + 1) {
        let year = numbers::four_digit_year(tokens, place)?;
        return Some((super::year_slot(year)?.base?, place + 1));
    }
    let (steps, unit_at) = step(tokens, place).unwrap_or((0, place));
    let slot = match tokens.word(unit_at) {
        "month" | "week" | "year" | "yr" | "quarter" | "qtr" => whole(tokens, place, place, today)
            .or_else(|| {
                (steps == 0).then(|| match tokens.word(unit_at) {
                    "month" => Some((month_slot(today), unit_at + 1)),
                    "week" => {
                        let first = week(today, tokens.habits.week_start);
                        Some((DaySlot::base(Base::Week(first)), unit_at + 1))
                    }
                    "year" | "yr" => super::year_slot(today.year()).map(|slot| (slot, unit_at + 1)),
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
    if tokens.any(at, &["eoy"]) {
        return Some((DaySlot::exact(NaiveDate::from_ymd_opt(today.year(), 12, 31)?), at + 1));
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
    // "end of tomorrow" is a day without an hour, as "end of day" is.
    if to_end
        && tokens.is(at + 1, "of")
        && let Some(read) = relative::read(tokens, inside, today)
    {
        return Some((read.day, read.next));
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
    let inside = DaySlot::base(base).settle(today, direction).ok()?;
    // The first week of a month is the one with its first Monday, the last the one with its last
    // Sunday.
    let (begins, length) = if is_weekend { (Weekday::Sat, 2) } else { (Weekday::Mon, 7) };
    let first = if count > 0 {
        let ahead = u64::from(begins.days_since(inside.first.weekday()));
        let weeks = u64::from(count.unsigned_abs() - 1);
        inside.first.checked_add_days(Days::new(ahead + weeks * 7))?
    } else {
        let ends = if is_weekend { Weekday::Sat } else { Weekday::Sun };
        let last = inside.last?;
        let back = u64::from(last.weekday().days_since(ends)) + if is_weekend { 0 } else { 6 };
        last.checked_sub_days(Days::new(back))?
    };
    let last = first.checked_add_days(Days::new(length - 1))?;
    Some((DaySlot::base(Base::Span(first, last)), next))
}
