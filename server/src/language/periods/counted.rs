//! Periods of so many days, weeks or months: "next 3 days", "the last two weeks".

use chrono::NaiveDate;

use crate::language::{
    Direction,
    day::{Base, DaySlot},
    lexer::Tokens,
    numbers, offsets,
};

/// "next 3 days", "past 30 days", "last two months".
pub(super) fn counted(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let (length, ahead, next) =
        counted_length(tokens, at).filter(|(length, ..)| length.is_calendar())?;
    let (first, last) = if ahead {
        let first = if length.workdays > 0 { workday_after(today)? } else { today.succ_opt()? };
        (first, length.shift_date(today, false)?)
    } else {
        let first = length.shift_date(today, true)?;
        // What was spent in "the last 7 days" includes today's lunch.
        match direction {
            Direction::Forward => (first, today.pred_opt()?),
            Direction::Back => (first.succ_opt()?, today),
        }
    };
    (first <= last).then_some((DaySlot::base(Base::Span(first, last)), next))
}

/// The first day after a date that is no Saturday or Sunday.
pub(super) fn workday_after(date: NaiveDate) -> Option<NaiveDate> {
    offsets::Length { workdays: 1, ..offsets::Length::default() }.shift_date(date, false)
}

/// "next 3 hours", "last few weeks", "two upcoming months": the length, whether it lies ahead, and
/// the place behind it.
pub(crate) fn counted_length(
    tokens: &Tokens<'_>,
    at: usize,
) -> Option<(offsets::Length, bool, usize)> {
    if let Some(ahead) = ahead(tokens.word(at)) {
        let few = tokens
            .phrase(at + 1, "few")
            .or_else(|| tokens.phrase(at + 1, "couple of"))
            .or_else(|| tokens.phrase(at + 1, "couple"));
        let (length, next) = match few {
            Some(place) => {
                let count = if tokens.is(at + 1, "few") { 300 } else { 200 };
                (offsets::Length::of(count, offsets::unit(tokens.word(place))?)?, place + 1)
            }
            None => offsets::length(tokens, at + 1)?,
        };
        return Some((length, ahead, next));
    }
    let (count, next) = numbers::cardinal(tokens, at).filter(|(count, _)| *count < 1_000)?;
    let ahead = ahead(tokens.word(next))?;
    // "only 3 next week" counts no weeks.
    let unit = offsets::unit(tokens.word(next + 1))
        .filter(|_| count == 1 || tokens.word(next + 1).ends_with('s'))?;
    Some((offsets::Length::of(count * 100, unit)?, ahead, next + 2))
}

fn ahead(word: &str) -> Option<bool> {
    match word {
        "next" | "coming" | "upcoming" | "following" => Some(true),
        "last" | "past" | "previous" => Some(false),
        _ => None,
    }
}
