//! Dates in figures: "5/31", "2014-12-28", "21-APR-16".

use super::{DayRead, century, settle, year_at};
use crate::language::{
    day::{Base, DaySlot},
    lexer::Tokens,
    vocabulary,
};

/// 2015-05-25, 2012/8/10, 2012/Aug/10, 2018 March 18, 2018 March, 2015-3.
pub(super) fn year_first(tokens: &Tokens<'_>, at: usize) -> Option<DayRead> {
    if tokens.digits(at) != 4 || !tokens.clean_left(at) {
        return None;
    }
    let year = century(tokens.number(at)?, 4)?;
    if let Some((month, next)) = vocabulary::month_at(tokens, at + 1) {
        let day = tokens
            .number(next)
            .filter(|day| (1..=31).contains(day) && tokens.clean_right(next + 1));
        // "2017 april", and not "2019 may be better"
        let month_alone = DaySlot::base(Base::Month(month, Some(year)));
        return match day {
            Some(day) => Some(settle(Some(year), month, day, next + 1)),
            None if tokens.number(next).is_some() || tokens.is_word(next) => None,
            None => Some(DayRead::Day(month_alone, next)),
        };
    }
    let mark = tokens.mark(at + 1).filter(|mark| {
        matches!(mark, '-' | '/' | '.') && tokens.glued(at + 1) && tokens.glued(at + 2)
    })?;
    let month = tokens
        .number(at + 2)
        .filter(|_| tokens.digits(at + 2) <= 2)
        .or_else(|| vocabulary::month(tokens.word(at + 2)))?;
    if tokens.is_mark(at + 3, mark) && tokens.glued(at + 3) && tokens.glued(at + 4) {
        let day = tokens.number(at + 4).filter(|_| tokens.digits(at + 4) <= 2)?;
        let iso_time = tokens.glued(at + 5) && tokens.is(at + 5, "t");
        return (iso_time || tokens.clean_right(at + 5))
            .then(|| settle(Some(year), month, day, at + 5));
    }
    ((1..=12).contains(&month) && mark != '.' && tokens.clean_right(at + 3))
        .then(|| DayRead::Day(DaySlot::base(Base::Month(month, Some(year))), at + 3))
}

/// m/d, m/d/y or d/m, d/m/y, whichever the person writes (the other one when a month cannot be
/// meant), d-Mon-y, m/yyyy.
pub(super) fn numeric(tokens: &Tokens<'_>, at: usize) -> Option<DayRead> {
    let first = tokens.number(at).filter(|_| tokens.digits(at) <= 2)?;
    let mark = tokens.mark(at + 1).filter(|mark| {
        matches!(mark, '-' | '/' | '.') && tokens.glued(at + 1) && tokens.glued(at + 2)
    })?;
    if !tokens.clean_left(at) {
        return None;
    }
    let third = tokens.is_mark(at + 3, mark) && tokens.glued(at + 3) && tokens.glued(at + 4);
    if let Some(month) = vocabulary::month(tokens.word(at + 2)) {
        let year =
            century(tokens.number(at + 4).unwrap_or(0), tokens.digits(at + 4)).filter(|_| third);
        let next = if year.is_some() { at + 5 } else { at + 3 };
        return tokens.clean_right(next).then(|| settle(year, month, first, next));
    }
    let second = tokens.number(at + 2)?;
    if third {
        let year = century(tokens.number(at + 4)?, tokens.digits(at + 4))?;
        let (month, day) = ordered(tokens, first, second);
        // "14.11.26" can be a date only where the first number cannot be a month.
        let long =
            tokens.digits(at + 2) <= 2 && (mark != '.' || tokens.digits(at + 4) == 4 || first > 12);
        return (long && tokens.clean_right(at + 5))
            .then(|| settle(Some(year), month, day, at + 5));
    }
    // "31.12." with both full stops is how most of Europe writes a day.
    if mark == '.'
        && tokens.is_mark(at + 3, '.')
        && tokens.glued(at + 3)
        && !tokens.glued(at + 4)
        && (13..=31).contains(&first)
        && (1..=12).contains(&second)
    {
        return Some(settle(None, second, first, at + 4));
    }
    let open_end = tokens.clean_right(at + 3) || (tokens.is_dash(at + 3) && mark == '/');
    if !open_end {
        return None;
    }
    if tokens.digits(at + 2) == 4 && mark == '/' && (1..=12).contains(&first) {
        let year = century(second, 4)?;
        return Some(DayRead::Day(DaySlot::base(Base::Month(first, Some(year))), at + 3));
    }
    if tokens.digits(at + 2) > 2
        || is_no_date(tokens, at, first, second)
        || mark == '.'
        || (mark == '-' && !tokens.any(at.wrapping_sub(1), &["on", "due", "by"]))
    {
        return None;
    }
    let (month, day) = ordered(tokens, first, second);
    // "6/8" may be a date, "14/15" is none and no misprint of one either.
    if month > 12 || month == 0 || day == 0 {
        return None;
    }
    let (month, day, next) = (month, day, at + 3);
    match year_at(tokens, next, false).filter(|_| tokens.is_mark(next, ',')) {
        Some((year, after)) => Some(settle(Some(year), month, day, after)),
        None => Some(settle(None, month, day, next)),
    }
}

/// Month and day of two figures, by what the person writes first. One that cannot be a month
/// is the day.
fn ordered(tokens: &Tokens<'_>, first: u32, second: u32) -> (u32, u32) {
    let month_leads = if tokens.habits.month_first { first <= 12 } else { second > 12 };
    if month_leads { (first, second) } else { (second, first) }
}

/// Fractions, "24/7" and "the 9/11 report".
pub(super) fn is_no_date(tokens: &Tokens<'_>, at: usize, first: u32, second: u32) -> bool {
    let followed = tokens.is_word(at + 3) && !tokens.glued(at + 3);
    let unit = tokens.any(
        at + 3,
        &[
            "cup",
            "cups",
            "tsp",
            "tbsp",
            "teaspoon",
            "teaspoons",
            "tablespoon",
            "tablespoons",
            "lb",
            "lbs",
            "pound",
            "pounds",
            "kg",
            "inch",
            "inches",
            "mile",
            "miles",
            "price",
            "off",
            "of",
            "pint",
            "litre",
            "liter",
            "gallon",
            "dozen",
            "full",
            "done",
            "complete",
            "scale",
            "stars",
            "bottle",
        ],
    );
    first == 24 && second == 7
        || unit && first < second
        || followed && first == 9 && second == 11 && tokens.word_before(at) == "the"
        || tokens.any(at.wrapping_sub(1), &["score", "scored", "rated", "page", "pages", "chapter"])
}
