//! Repeats that name a day of every month: "first thursday of every month", "the 12th of each
//! month".

use chrono::Weekday;

use super::{Frequency, Repeat, RepeatRead, done, every::is_every};
use crate::language::{lexer::Tokens, numbers, vocabulary};

/// "first thursday", "last friday".
pub(super) fn nth_day(tokens: &Tokens<'_>, at: usize) -> Option<((Option<i32>, Weekday), usize)> {
    let (nth, place) = match tokens.word(at) {
        "last" => (-1, at + 1),
        _ => numbers::ordinal(tokens, at).and_then(|(nth, next)| {
            Some((i32::try_from(nth).ok().filter(|nth| *nth <= 5)?, next))
        })?,
    };
    vocabulary::weekday(tokens.word(place)).map(|weekday| ((Some(nth), weekday), place + 1))
}

/// The place behind "of every month", "of each month", "of the month", "every month".
pub(super) fn month_tail(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let of = at + usize::from(tokens.any(at, &["of", "in"]));
    (is_every(tokens, of) && tokens.is(of + 1, "month")).then_some(of + 2).or_else(|| {
        (of > at && tokens.is(of, "month")
            || of > at
                && tokens.any(of, &["the"])
                && tokens.is(of + 1, "month")
                && is_every(tokens, of + 2))
        .then_some(of + 1)
    })
}

/// "first thursday of every month", "the 12th of each month", "last day of every month".
pub(super) fn of_every_month(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let start = at + usize::from(tokens.is(at, "the"));
    let monthly = Repeat::plain(Frequency::Monthly, 1);
    if tokens.is(start, "last") && tokens.is(start + 1, "day") {
        let next = month_tail(tokens, start + 2)?;
        return done(Repeat { month_day: Some(-1), ..monthly }, next);
    }
    if let Some((day, next)) = nth_day(tokens, start) {
        return done(Repeat { days: vec![day], ..monthly }, month_tail(tokens, next)?);
    }
    let is_day = |(day, _): &(u32, usize)| (1..=31).contains(day);
    let (day, mut next) = numbers::ordinal(tokens, start).filter(is_day)?;
    let and = next + 1 + usize::from(tokens.is(next + 1, "the"));
    let other = numbers::ordinal(tokens, and)
        .filter(is_day)
        .filter(|_| tokens.is(next, "and") || tokens.is_mark(next, '&'));
    if let Some((_, after)) = other {
        next = after;
    }
    let next = month_tail(tokens, next + usize::from(tokens.any(next, &["day", "days"])))?;
    let number = |day: u32| i32::try_from(day).ok();
    let other_day = other.and_then(|(other, _)| number(other));
    done(Repeat { month_day: number(day), other_day, ..monthly }, next)
}
