//! Days with a name: fixed ones, those on the n-th weekday of a month, and those around Easter.
//!
//! American where countries differ (Mother's Day, Labor Day), like the numeric dates.

mod table;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use table::HOLIDAYS;

use super::{
    Direction,
    day::{Base, DaySlot},
    lexer::Tokens,
    numbers,
};

/// Words that make a holiday's name a day again when a noun follows ("on christmas mum comes").
const LEADS: [&str; 10] =
    ["on", "by", "before", "after", "until", "till", "since", "next", "last", "this"];

/// Words that make another day of a new year or an Easter, of calendars that are not read here.
const FOREIGN: [&str; 12] = [
    "chinese", "lunar", "islamic", "jewish", "hebrew", "parsi", "persian", "tibetan", "hindu",
    "thai", "orthodox", "coptic",
];

/// A holiday named at a place (with its year, if one follows), or the weekend around it, and the
/// place behind it.
pub(crate) fn read(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(DaySlot, usize)> {
    let initial = tokens.word(at).chars().next().filter(char::is_ascii_alphabetic)?;
    let stepped = at + usize::from(tokens.any(at, &["next", "this", "last", "the"]));
    let initial = if stepped > at { tokens.word(stepped).chars().next()? } else { initial };
    if FOREIGN.contains(&tokens.word_before(at)) {
        return None;
    }
    let back = if tokens.is(at, "last") { Direction::Back } else { direction };
    // "new year's eve" is not the new year's.
    let (rule, end) = HOLIDAYS
        .iter()
        .filter(|(name, _)| name.starts_with(initial))
        .filter_map(|(name, rule)| named(tokens, stepped, name).map(|next| (*rule, next)))
        .max_by_key(|(_, next)| *next)?;
    // "labor day 2021 weekend", "halloween weekend 2021"
    let weekend = |at: usize| at + usize::from(tokens.is(at, "weekend"));
    let before = weekend(end);
    let (year, behind) = match year_of(tokens, before, today) {
        Some((year, behind)) => (Some(year), behind),
        None => (None, before),
    };
    let next = if before == end { weekend(behind) } else { behind };
    let with_weekend = before > end || next > behind;
    // "the christmas cards" are cards.
    let lead = stepped > at && !tokens.is(at, "the") || LEADS.contains(&tokens.word_before(at));
    if year.is_none() && !lead && tokens.is_word(next) && !is_joint(tokens, next) {
        return None;
    }
    let date = match year {
        Some(year) => rule.date(year),
        // Eight years hold a leap day.
        None => (0..=8).find_map(|step| match back {
            Direction::Forward => rule.date(today.year() + step).filter(|date| *date >= today),
            Direction::Back => rule.date(today.year() - step).filter(|date| *date <= today),
        }),
    }?;
    let slot = if with_weekend { around(date)? } else { DaySlot::exact(date) };
    Some((slot, next))
}

/// The place behind a name; "presidents' day" and "MLK Jr. day" may be written with their marks.
fn named(tokens: &Tokens<'_>, at: usize, name: &str) -> Option<usize> {
    let mut place = at;
    for word in name.split(' ') {
        let mark = matches!(tokens.mark(place), Some('.' | '\'' | '’')) && tokens.glued(place);
        place += usize::from(place > at && mark);
        if !tokens.is(place, word) {
            return None;
        }
        place += 1;
    }
    Some(place)
}

/// "2017", "of 2017", "of last year" behind a holiday.
fn year_of(tokens: &Tokens<'_>, at: usize, today: NaiveDate) -> Option<(i32, usize)> {
    let place = at + usize::from(tokens.any(at, &["of", "in"]));
    if tokens.digits(place) == 4 && tokens.clean_right(place + 1) {
        return numbers::four_digit_year(tokens, place).map(|year| (year, place + 1));
    }
    let step = match tokens.word(place) {
        "this" => 0,
        "next" => 1,
        "last" => -1,
        _ => return None,
    };
    (place > at && tokens.is(place + 1, "year")).then(|| (today.year() + step, place + 2))
}

/// The weekend of a holiday, with the holiday itself where it lengthens it.
fn around(date: NaiveDate) -> Option<DaySlot> {
    let (before, after) = match date.weekday() {
        Weekday::Mon => (2, 0),
        Weekday::Tue => (3, 0),
        Weekday::Wed => (0, 4),
        Weekday::Thu => (0, 3),
        Weekday::Fri => (0, 2),
        Weekday::Sat => (0, 1),
        Weekday::Sun => (1, 0),
    };
    let first = date.checked_sub_days(Days::new(before))?;
    let last = date.checked_add_days(Days::new(after))?;
    Some(DaySlot::base(Base::Span(first, last)))
}

/// Whether the word behind a holiday's name continues the sentence, so that the name is no part of a longer one.
fn is_joint(tokens: &Tokens<'_>, at: usize) -> bool {
    matches!(
        tokens.word(at),
        "at" | "in"
            | "from"
            | "for"
            | "to"
            | "till"
            | "until"
            | "on"
            | "and"
            | "or"
            | "by"
            | "with"
            | "then"
            | "is"
            | "was"
            | "are"
            | "this"
            | "we"
            | "i"
            | "noon"
            | "morning"
            | "evening"
            | "night"
            | "afternoon"
            | "please"
            | "next"
            | "yet"
            | "if"
            | "because"
            | "so"
            | "but"
            | "too"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_named_days() {
        let today: NaiveDate = "2013-02-12".parse().unwrap();
        for (text, expected) in [
            ("thanksgiving", "2013-11-28"),
            ("easter 2010", "2010-04-04"),
            ("memorial day", "2013-05-27"),
            ("black friday 2017", "2017-11-24"),
            ("new year's eve", "2013-12-31"),
            ("next new year day", "2014-01-01"),
            ("good friday", "2013-03-29"),
            ("easter mon", "2013-04-01"),
            ("orthodox easter 2018", "2018-04-08"),
            ("black friday of last year", "2012-11-23"),
        ] {
            let read = read(&Tokens::new(text), 0, today, Direction::Forward);
            let expected = DaySlot::exact(expected.parse().unwrap());
            assert_eq!(read.map(|read| read.0), Some(expected), "{text}");
        }
        let weekend = Base::Span("2021-09-04".parse().unwrap(), "2021-09-06".parse().unwrap());
        for text in ["labor day 2021 weekend", "labor day weekend 2021"] {
            let read = read(&Tokens::new(text), 0, today, Direction::Forward);
            assert_eq!(read.map(|read| read.0), Some(DaySlot::base(weekend)), "{text}");
        }
        assert_eq!(read(&Tokens::new("chinese new year"), 1, today, Direction::Forward), None);
        assert_eq!(read(&Tokens::new("christmas presents"), 0, today, Direction::Forward), None);
    }
}
