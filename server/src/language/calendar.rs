//! Written dates: "may 13", "the 1st of march 2015", "21-APR-16", "5/31", "2014-12-28", "june 2022".

mod numeric;
mod ordinal;

use chrono::NaiveDate;
use numeric::{numeric, year_first};
use ordinal::day_of_month;

use super::{
    atoms::joint,
    day::{Base, DaySlot},
    lexer::Tokens,
    numbers, vocabulary,
};

/// What a place in the text holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayRead {
    Day(DaySlot, usize),
    /// Written like a date, but there is none such (30 February).
    NoSuchDate(usize),
}

/// Words that introduce a month or a year.
#[rustfmt::skip]
const BEFORE_MONTH: [&str; 18] = [
    "in", "during", "since", "until", "till", "by", "through", "throughout", "for", "within",
    "this", "all", "before", "after", "starting", "beginning", "from", "of",
];

pub(crate) fn read(tokens: &Tokens<'_>, at: usize) -> Option<DayRead> {
    if tokens.number(at).is_some() {
        return year_first(tokens, at)
            .or_else(|| numeric(tokens, at))
            .or_else(|| day_then_month(tokens, at))
            .or_else(|| day_of_month(tokens, at))
            .or_else(|| lone_year(tokens, at));
    }
    if let Some((month, next)) = vocabulary::month_at(tokens, at) {
        return month_then_day(tokens, month, next)
            .or_else(|| month_and_year(tokens, at, month, next));
    }
    let article = at + usize::from(tokens.is(at, "the"));
    day_then_month(tokens, article).or_else(|| day_of_month(tokens, article))
}

fn settle(year: Option<i32>, month: u32, day: u32, next: usize) -> DayRead {
    // A leap year stands in for an unnamed one.
    match NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day) {
        None => DayRead::NoSuchDate(next),
        Some(date) if year.is_some() => DayRead::Day(DaySlot::exact(date), next),
        Some(_) => DayRead::Day(DaySlot::base(Base::MonthDay(month, day)), next),
    }
}

fn century(year: u32, digits: usize) -> Option<i32> {
    let full = match digits {
        4 if (1900..2200).contains(&year) => year,
        2 => {
            if year < 50 {
                2000 + year
            } else {
                1900 + year
            }
        }
        _ => return None,
    };
    i32::try_from(full).ok()
}

/// A year behind a day and month: "2015", ", 2011", "of 1995", "in 2020", "'96"; two digits only
/// where nothing else can be meant.
fn year_at(tokens: &Tokens<'_>, at: usize, day_first: bool) -> Option<(i32, usize)> {
    let mut place = at + usize::from(tokens.is_mark(at, ','));
    let comma = place > at;
    if tokens.any(place, &["of", "in"]) && tokens.digits(place + 1) == 4 {
        place += 1;
    }
    let apostrophe = tokens.is_mark(place, '\'') || tokens.is_mark(place, '’');
    place += usize::from(apostrophe);
    if let Some((year, next)) = numbers::year(tokens, place) {
        return tokens.is_pause(next).then_some((year, next));
    }
    let value = tokens.number(place)?;
    let digits = tokens.digits(place);
    let end = tokens.clean_right(place + 1) || tokens.is_dash(place + 1);
    // "dec 2 10:30" and "may 1 10am" hold a clock time, "dec 24 10 people" a count.
    let alone =
        tokens.is_pause(place + 1) && !tokens.is_mark(place + 1, ':') || tokens.is_dash(place + 1);
    let fits = match digits {
        4 => end,
        2 => end && alone && (apostrophe || value > 31 || day_first && !comma),
        _ => false,
    };
    if !fits {
        return None;
    }
    century(value, digits).map(|year| (year, place + 1))
}

/// "march 3 2015", "march third", "june the fourth", "Dec. 21", "Oct2", "Oct/2", "Aug/10/2012".
fn month_then_day(tokens: &Tokens<'_>, month: u32, next: usize) -> Option<DayRead> {
    if let Some(mark) = tokens
        .mark(next)
        .filter(|mark| matches!(mark, '/' | '-') && tokens.glued(next) && tokens.glued(next + 1))
    {
        let day = tokens.number(next + 1).filter(|_| tokens.digits(next + 1) <= 2);
        let year = tokens.is_mark(next + 2, mark)
            && tokens.glued(next + 2)
            && tokens.digits(next + 3) == 4;
        if let Some(day) = day {
            let year = year.then(|| century(tokens.number(next + 3)?, 4)).flatten();
            let end = if year.is_some() { next + 4 } else { next + 2 };
            return tokens.clean_right(end).then(|| settle(year, month, day, end));
        }
        let year = century(tokens.number(next + 1)?, tokens.digits(next + 1))?;
        return Some(DayRead::Day(DaySlot::base(Base::Month(month, Some(year))), next + 2));
    }
    let mut place = next + usize::from(tokens.is_mark(next, ','));
    place += usize::from(tokens.is(place, "the"));
    let (day, end) = match numbers::ordinal(tokens, place) {
        Some(read) => read,
        None if place == next && tokens.number(place).is_none() => spoken_day(tokens, place)?,
        None => {
            let day = tokens.number(place).filter(|day| (1..=31).contains(day) && place == next)?;
            let open = tokens.clean_right(place + 1) || tokens.is_dash(place + 1);
            // "june 2022" is a month, "may 10:30" and "june 3pm" hold a time.
            if tokens.digits(place) > 2 || !open || is_timed(tokens, place) {
                return None;
            }
            (day, place + 1)
        }
    };
    if place > next && numbers::ordinal(tokens, place).is_none() || !(1..=31).contains(&day) {
        return None;
    }
    match year_at(tokens, end, false) {
        Some((year, after)) => Some(settle(Some(year), month, day, after)),
        None => Some(settle(None, month, day, end)),
    }
}

/// "april two", "march twenty two": a day in words behind its month, where nothing stands behind it
/// that could be counted ("in march two people left").
fn spoken_day(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let (day, end) = numbers::below_hundred(tokens, at)?;
    let counts = tokens.is_word(end) && !ordinal::may_follow(tokens, end);
    ((1..=31).contains(&day) && !counts && !is_timed(tokens, at)).then_some((day, end))
}

/// Whether the number here is the hour of a clock time.
fn is_timed(tokens: &Tokens<'_>, at: usize) -> bool {
    super::clock::read(tokens, at).is_some_and(|read| read.certain)
}

/// "3 march", "the 21st of december", "14april 2015", "16. Nov. 2016", "third day of october".
fn day_then_month(tokens: &Tokens<'_>, at: usize) -> Option<DayRead> {
    let (day, mut place) = match numbers::ordinal(tokens, at) {
        Some(read) => read,
        None => {
            (tokens.number(at).filter(|_| tokens.digits(at) <= 2 && tokens.clean_left(at))?, at + 1)
        }
    };
    if tokens.is_mark(place, '.') && tokens.glued(place) {
        place += 1;
    }
    if tokens.is(place, "day") {
        place += 1;
    }
    place += usize::from(tokens.is(place, "of"));
    place += usize::from(
        tokens.is(place, "the")
            && tokens.any(place + 1, &["month", "next", "previous", "last", "following"]),
    );
    let (month, next) = vocabulary::month_at(tokens, place)?;
    if !(1..=31).contains(&day)
        || tokens.word(place) == "may"
            && tokens.is_word(next)
            && place == at + 1
            && tokens.any(next, &["be", "not", "have"])
    {
        return None;
    }
    match year_at(tokens, next, true) {
        Some((year, after)) => Some(settle(Some(year), month, day, after)),
        None => Some(settle(None, month, day, next)),
    }
}

/// "in june", "June of 2022", "Sep. 2012", "August, 2012".
fn month_and_year(tokens: &Tokens<'_>, at: usize, month: u32, next: usize) -> Option<DayRead> {
    let place = next + usize::from(tokens.is_mark(next, ','));
    let place =
        place + usize::from(tokens.any(place, &["of", "in"]) && tokens.digits(place + 1) == 4);
    if tokens.digits(place) == 4
        && tokens.clean_right(place + 1)
        && let Some(year) = tokens.number(place).and_then(|year| century(year, 4))
    {
        return Some(DayRead::Day(DaySlot::base(Base::Month(month, Some(year))), place + 1));
    }
    if let Some((year, end)) = numbers::year(tokens, place).filter(|(_, end)| tokens.is_pause(*end))
    {
        return Some(DayRead::Day(DaySlot::base(Base::Month(month, Some(year))), end));
    }
    let before = tokens.word_before(at);
    // "a gift for April": names of people are written with a capital.
    let person = matches!(before, "for" | "from" | "of")
        && joint(tokens, next, false).is_none()
        && tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase))
        && matches!(month, 4 | 5 | 6 | 8);
    // "this may not be right"
    let verb = matches!(before, "this" | "all") && tokens.is_word(next);
    (BEFORE_MONTH.contains(&before) && !person && !verb)
        .then(|| DayRead::Day(DaySlot::base(Base::Month(month, None)), next))
}

/// "in 2014": the whole year.
fn lone_year(tokens: &Tokens<'_>, at: usize) -> Option<DayRead> {
    let led =
        matches!(tokens.word_before(at), "in" | "during" | "since" | "throughout" | "for" | "of");
    if tokens.digits(at) != 4 || !led || !tokens.clean_right(at + 1) || !tokens.clean_left(at) {
        return None;
    }
    let year = century(tokens.number(at)?, 4).filter(|_| {
        !tokens.is_word(at + 1) || tokens.any(at + 1, &["so", "and", "on", "at", "ad", "ce"])
    })?;
    let (first, last) =
        (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
    let era = usize::from(tokens.any(at + 1, &["ad", "ce"]));
    Some(DayRead::Day(DaySlot::base(Base::Span(first, last)), at + 1 + era))
}
