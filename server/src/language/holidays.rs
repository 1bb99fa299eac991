//! Days with a name: fixed ones, those on the n-th weekday of a month, and those around Easter.
//!
//! American where countries differ (Mother's Day, Labor Day), like the numeric dates.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{Direction, day::nth_weekday, lexer::Tokens};

#[derive(Debug, Clone, Copy)]
enum Rule {
    Fixed(u32, u32),
    /// Month, weekday, which one, days after it.
    Nth(u32, Weekday, i32, u64),
    /// Days from Easter Sunday.
    Easter(i64),
}

/// Longer names stand before their beginnings.
const HOLIDAYS: [(&str, Rule); 72] = [
    ("leap day", Rule::Fixed(2, 29)),
    ("pi day", Rule::Fixed(3, 14)),
    ("burns night", Rule::Fixed(1, 25)),
    ("st george's day", Rule::Fixed(4, 23)),
    ("international women's day", Rule::Fixed(3, 8)),
    ("shrove tuesday", Rule::Easter(-47)),
    ("pancake day", Rule::Easter(-47)),
    ("mardi gras", Rule::Easter(-47)),
    ("palm sunday", Rule::Easter(-7)),
    ("maundy thursday", Rule::Easter(-3)),
    ("whit monday", Rule::Easter(50)),
    ("christmas eve", Rule::Fixed(12, 24)),
    ("xmas eve", Rule::Fixed(12, 24)),
    ("christmas day", Rule::Fixed(12, 25)),
    ("xmas day", Rule::Fixed(12, 25)),
    ("christmas", Rule::Fixed(12, 25)),
    ("xmas", Rule::Fixed(12, 25)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("new year's eve", Rule::Fixed(12, 31)),
    ("new years eve", Rule::Fixed(12, 31)),
    ("new year eve", Rule::Fixed(12, 31)),
    ("nye", Rule::Fixed(12, 31)),
    ("new year's day", Rule::Fixed(1, 1)),
    ("new years day", Rule::Fixed(1, 1)),
    ("new year day", Rule::Fixed(1, 1)),
    ("new year's", Rule::Fixed(1, 1)),
    ("new years", Rule::Fixed(1, 1)),
    ("new year", Rule::Fixed(1, 1)),
    ("groundhog day", Rule::Fixed(2, 2)),
    ("valentine's day", Rule::Fixed(2, 14)),
    ("valentines day", Rule::Fixed(2, 14)),
    ("valentine's", Rule::Fixed(2, 14)),
    ("valentines", Rule::Fixed(2, 14)),
    ("st patrick's day", Rule::Fixed(3, 17)),
    ("st patricks day", Rule::Fixed(3, 17)),
    ("saint patrick's day", Rule::Fixed(3, 17)),
    ("april fools day", Rule::Fixed(4, 1)),
    ("april fool's day", Rule::Fixed(4, 1)),
    ("april fools", Rule::Fixed(4, 1)),
    ("earth day", Rule::Fixed(4, 22)),
    ("cinco de mayo", Rule::Fixed(5, 5)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("independence day", Rule::Fixed(7, 4)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("halloween", Rule::Fixed(10, 31)),
    ("all saints day", Rule::Fixed(11, 1)),
    ("guy fawkes night", Rule::Fixed(11, 5)),
    ("bonfire night", Rule::Fixed(11, 5)),
    ("veterans day", Rule::Fixed(11, 11)),
    ("veteran's day", Rule::Fixed(11, 11)),
    ("remembrance day", Rule::Fixed(11, 11)),
    ("mlk day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("martin luther king day", Rule::Nth(1, Weekday::Mon, 3, 0)),
    ("presidents day", Rule::Nth(2, Weekday::Mon, 3, 0)),
    ("president's day", Rule::Nth(2, Weekday::Mon, 3, 0)),
    ("mother's day", Rule::Nth(5, Weekday::Sun, 2, 0)),
    ("mothers day", Rule::Nth(5, Weekday::Sun, 2, 0)),
    ("memorial day", Rule::Nth(5, Weekday::Mon, -1, 0)),
    ("father's day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("fathers day", Rule::Nth(6, Weekday::Sun, 3, 0)),
    ("labor day", Rule::Nth(9, Weekday::Mon, 1, 0)),
    ("labour day", Rule::Nth(9, Weekday::Mon, 1, 0)),
    ("columbus day", Rule::Nth(10, Weekday::Mon, 2, 0)),
    ("thanksgiving day", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("thanksgiving", Rule::Nth(11, Weekday::Thu, 4, 0)),
    ("black friday", Rule::Nth(11, Weekday::Thu, 4, 1)),
    ("cyber monday", Rule::Nth(11, Weekday::Thu, 4, 4)),
    ("good friday", Rule::Easter(-2)),
    ("easter sunday", Rule::Easter(0)),
    ("easter monday", Rule::Easter(1)),
    ("easter", Rule::Easter(0)),
    ("ash wednesday", Rule::Easter(-46)),
];

/// Words that make a holiday's name a day again when a noun follows ("on christmas mum comes").
const LEADS: [&str; 10] =
    ["on", "by", "before", "after", "until", "till", "since", "next", "last", "this"];

impl Rule {
    fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, nth, after) => {
                nth_weekday(year, month, weekday, nth)?.checked_add_days(Days::new(after))
            }
            Self::Easter(days) => {
                let sunday = easter(year)?;
                let count = Days::new(days.unsigned_abs());
                if days < 0 {
                    sunday.checked_sub_days(count)
                } else {
                    sunday.checked_add_days(count)
                }
            }
        }
    }
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let a = year.rem_euclid(19);
    let (b, c) = (year.div_euclid(100), year.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// A holiday named at a place (with its year, if one follows), and the place behind it.
pub(crate) fn read(
    tokens: &Tokens<'_>,
    at: usize,
    today: NaiveDate,
    direction: Direction,
) -> Option<(NaiveDate, usize)> {
    let initial = tokens.word(at).chars().next().filter(char::is_ascii_alphabetic)?;
    let stepped = at + usize::from(tokens.any(at, &["next", "this", "last", "the"]));
    let initial = if stepped > at { tokens.word(stepped).chars().next()? } else { initial };
    let back = if tokens.is(at, "last") { Direction::Back } else { direction };
    let (rule, next) = HOLIDAYS
        .iter()
        .filter(|(name, _)| name.starts_with(initial))
        .find_map(|(name, rule)| tokens.phrase(stepped, name).map(|next| (*rule, next)))?;
    if tokens.digits(next) == 4 && tokens.clean_right(next + 1) {
        let year =
            i32::try_from(tokens.number(next)?).ok().filter(|year| (1900..2200).contains(year))?;
        return rule.date(year).map(|date| (date, next + 1));
    }
    // "the christmas cards" are cards.
    let lead = stepped > at && !tokens.is(at, "the") || LEADS.contains(&tokens.word_before(at));
    if !lead && tokens.is_word(next) && !is_joint(tokens, next) {
        return None;
    }
    // Eight years hold a leap day.
    let date = (0..=8).find_map(|step| match back {
        Direction::Forward => rule.date(today.year() + step).filter(|date| *date >= today),
        Direction::Back => rule.date(today.year() - step).filter(|date| *date <= today),
    })?;
    Some((date, next))
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
        ] {
            let read = read(&Tokens::new(text), 0, today, Direction::Forward);
            assert_eq!(read.map(|read| read.0), Some(expected.parse().unwrap()), "{text}");
        }
        assert_eq!(read(&Tokens::new("christmas presents"), 0, today, Direction::Forward), None);
    }
}
