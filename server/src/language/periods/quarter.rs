//! Quarters of a year: "q3", "second quarter of 2026", "2019 q1".

use chrono::{Datelike as _, Months, NaiveDate};

use crate::language::{
    Direction,
    day::{Base, DaySlot, month_end},
    lexer::Tokens,
    numbers,
};

pub(super) fn quarter_slot(first: NaiveDate) -> Option<DaySlot> {
    let last = month_end(first.checked_add_months(Months::new(2))?);
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
        let place = place + usize::from(tokens.any(place, &["of", "in"]));
        tokens
            .number(place)
            .filter(|year| tokens.digits(place) == 4 && (1900..2200).contains(year))
            .and_then(|year| i32::try_from(year).ok())
            .map(|year| (year, place + 1))
    };
    let named = |place: usize| {
        if tokens.is(place, "q") && tokens.glued(place + 1) {
            return tokens
                .number(place + 1)
                .filter(|_| tokens.clean_right(place + 2))
                .map(|quarter| (quarter, place + 2));
        }
        numbers::ordinal(tokens, place)
            .filter(|(_, next)| tokens.is(*next, "quarter"))
            .map(|(quarter, next)| (quarter, next + 1))
    };
    let leading = tokens.number(at).is_some().then(|| year_here(at)).flatten();
    let (quarter, next) = named(leading.map_or(at, |read| read.1))
        .filter(|(quarter, _)| (1..=4).contains(quarter))?;
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
    if year.is_none() && direction == Direction::Forward && named && !led {
        return None;
    }
    let start = quarter * 3 - 2;
    let year = year.unwrap_or_else(|| match direction {
        Direction::Forward => today.year() + i32::from(start + 2 < today.month()),
        Direction::Back => today.year() - i32::from(start > today.month()),
    });
    Some((quarter_slot(NaiveDate::from_ymd_opt(year, start, 1)?)?, next))
}
