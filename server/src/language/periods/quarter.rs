//! Quarters of a year: "q3", "second quarter of 2026", "2019 q1".

use chrono::{Datelike as _, Months, NaiveDate};

use crate::language::{
    Direction,
    day::{Base, DaySlot, month_end},
    lexer::Tokens,
    numbers,
};

pub(super) fn quarter_slot(first: NaiveDate) -> Option<DaySlot> {
    months_slot(first, 3)
}

fn months_slot(first: NaiveDate, months: u32) -> Option<DaySlot> {
    let last = month_end(first.checked_add_months(Months::new(months - 1))?);
    Some(DaySlot::base(Base::Span(first, last)))
}

/// "q3", "q1 2027", "2019 q1", "third quarter of 2025".
pub(super) fn quarter(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let year_here = |place: usize| {
        let dash = tokens.is_dash(place) && tokens.glued(place) && tokens.glued(place + 1);
        let place = place + usize::from(dash || tokens.any(place, &["of", "in"]));
        numbers::four_digit_year(tokens, place).map(|year| (year, place + 1))
    };
    let named = |place: usize| {
        if tokens.any(place, &["q", "h"]) && tokens.glued(place + 1) {
            let months = if tokens.is(place, "q") { 3 } else { 6 };
            return tokens
                .number(place + 1)
                .filter(|count| (1..=12 / months).contains(count))
                .filter(|_| tokens.clean_right(place + 2) || tokens.is_dash(place + 2))
                .map(|count| (count, months, place + 2));
        }
        numbers::ordinal(tokens, place)
            .filter(|(count, next)| {
                (1..=4).contains(count) && tokens.any(*next, &["quarter", "qtr"])
            })
            .map(|(count, next)| (count, 3, next + 1))
    };
    let leading = tokens.number(at).is_some().then(|| year_here(at)).flatten();
    let behind = leading.map_or(at, |read| read.1);
    // "2027-q1"
    let dash = leading.is_some() && tokens.is_dash(behind) && tokens.glued(behind);
    let (count, months, next) = named(behind + usize::from(dash))?;
    let (year, next) = match leading {
        Some((year, _)) => (Some(year), next),
        None => year_here(next).map_or((None, next), |(year, after)| (Some(year), after)),
    };
    // "review Q1 OKRs" names what is reviewed; what was spent in a quarter is asked for so.
    let led = tokens.any(
        at.wrapping_sub(1),
        &[
            "in", "for", "of", "by", "during", "before", "after", "until", "since", "this", "end",
            "the",
        ],
    );
    let named = tokens.is_word(next)
        && !tokens.any(
            next,
            &[
                "next", "last", "this", "and", "or", "to", "vs", "with", "at", "for", "on", "by",
                "in", "from", "until", "is", "of",
            ],
        );
    if year.is_none() && (months == 6 || direction == Direction::Forward && named && !led) {
        return None;
    }
    let start = (count - 1) * months + 1;
    let year = year.unwrap_or_else(|| match direction {
        Direction::Forward => today.year() + i32::from(start + months - 1 < today.month()),
        Direction::Back => today.year() - i32::from(start > today.month()),
    });
    Some((months_slot(NaiveDate::from_ymd_opt(year, start, 1)?, months)?, next))
}
