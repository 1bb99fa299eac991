//! Periods of so many days, weeks or months: "next 3 days", "the last two weeks".

use chrono::NaiveDate;

use crate::language::{
    Direction,
    day::{Base, DaySlot},
    lexer::Tokens,
    offsets::{self, Unit},
};

/// "next 3 days", "past 30 days", "last two months".
pub(super) fn counted(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let ahead = match tokens.word(at) {
        "next" | "coming" | "following" => true,
        "last" | "past" | "previous" => false,
        _ => return None,
    };
    let few = tokens
        .phrase(at + 1, "few")
        .or_else(|| tokens.phrase(at + 1, "couple of"))
        .or_else(|| tokens.phrase(at + 1, "couple"));
    let (length, next) = match few {
        Some(place) => {
            let count = if tokens.is(at + 1, "few") { 3 } else { 2 };
            match offsets::unit(tokens.word(place))? {
                Unit::Day => (offsets::Length::days(count), place + 1),
                Unit::Week => (offsets::Length::days(count * 7), place + 1),
                Unit::Month => {
                    (offsets::Length { months: count, ..offsets::Length::default() }, place + 1)
                }
                _ => return None,
            }
        }
        None => offsets::length(tokens, at + 1)
            .filter(|(length, _)| length.is_calendar() && length.workdays == 0)?,
    };
    let (first, last) = if ahead {
        (today.succ_opt()?, length.shift_date(today, false)?)
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
