//! Lengths of time and what they are counted from: "in 1d 2hr", "half an hour ago", "3 weeks",
//! "an hour and a half".

mod length;

use super::{lexer::Tokens, numbers};
pub(crate) use length::{Length, Unit, unit};

/// Hundredths of a unit: "5", "1.5", "a", "half a", "a couple of", "two and a half", "three-quarters of an".
fn quantity(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    for (phrase, hundredths) in [
        ("half an", 50),
        ("half a", 50),
        ("a quarter of an", 25),
        ("quarter of an", 25),
        ("three quarters of an", 75),
        ("a pair of", 200),
        ("a couple of", 200),
        ("a couple", 200),
        ("couple of", 200),
        ("a few", 300),
        ("few", 300),
        ("a half", 50),
        ("half", 50),
    ] {
        if let Some(next) = tokens.phrase(at, phrase) {
            return Some((hundredths, next));
        }
    }
    if let Some(read) = fraction(tokens, at) {
        return Some(read);
    }
    if tokens.is(at, "three")
        && tokens.is_dash(at + 1)
        && let Some(next) = tokens.phrase(at + 2, "quarters of an")
    {
        return Some((75, next));
    }
    if tokens.any(at, &["a", "an"]) {
        return Some((100, at + 1));
    }
    let (count, next) = numbers::cardinal(tokens, at).filter(|(count, _)| *count < 100_000)?;
    if tokens.is_mark(next, '.')
        && tokens.glued(next)
        && tokens.glued(next + 1)
        && tokens.number(at).is_some()
    {
        let fraction = tokens.number(next + 1)?;
        let part = match tokens.digits(next + 1) {
            1 => fraction * 10,
            2 => fraction,
            _ => return None,
        };
        return Some((count * 100 + part, next + 2));
    }
    for (phrase, part) in [("and a half", 50), ("and an half", 50), ("and a quarter", 25)] {
        if let Some(after) =
            tokens.phrase(next, phrase).filter(|after| unit(tokens.word(*after)).is_some())
        {
            return Some((count * 100 + part, after));
        }
    }
    Some((count * 100, next))
}

/// "1/2", "3/4" before a unit; "in 1/2" alone is a date.
fn fraction(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let over = tokens.is_mark(at + 1, '/') && tokens.glued(at + 1) && tokens.glued(at + 2);
    let hundredths = match (tokens.number(at)?, tokens.number(at + 2)?) {
        (1, 2) => 50,
        (1, 4) => 25,
        (3, 4) => 75,
        _ => return None,
    };
    let part = over && tokens.clean_left(at) && unit(tokens.word(at + 3)).is_some();
    part.then_some((hundredths, at + 3))
}

fn one(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize)> {
    let (hundredths, mut next) = quantity(tokens, at)?;
    // "in 2 more minutes"
    next += usize::from(tokens.is(next, "more") && unit(tokens.word(next + 1)).is_some());
    next += usize::from(tokens.is_dash(next) && tokens.glued(next) && tokens.glued(next + 1));
    if tokens.any(next, &["business", "working", "work"])
        && matches!(unit(tokens.word(next + 1)), Some(Unit::Day))
    {
        return Some((Length::of(hundredths, Unit::Workday)?, next + 2));
    }
    let word = tokens.word(next);
    let kind = unit(word).or_else(|| {
        (word == "m" && tokens.glued(next) && tokens.number(at).is_some()).then_some(Unit::Minute)
    })?;
    // "a second opinion"
    if kind == Unit::Second
        && tokens.any(at, &["a"])
        && tokens.is_word(next + 1)
        && !tokens.any(next + 1, &["ago", "later", "from", "before", "after", "and"])
    {
        return None;
    }
    // "a quarter past 3"
    if kind == Unit::Quarter && tokens.any(next + 1, &["past", "to", "after", "before", "till"]) {
        return None;
    }
    let short = matches!(word, "h" | "d" | "w" | "m" | "mo");
    // "2 h" may be written apart, but a lone letter behind a word is no unit.
    if short && tokens.number(next - 1).is_none() {
        return None;
    }
    let length = Length::of(hundredths, kind)?;
    let mut end = next + 1;
    // 1h30
    if kind == Unit::Hour && tokens.glued(end) && tokens.digits(end) == 2 {
        let minutes = tokens.number(end).filter(|minutes| *minutes < 60)?;
        end += 1 + usize::from(tokens.glued(end + 1) && tokens.any(end + 1, &["m", "min"]));
        return Some((
            length.add(Length { seconds: i64::from(minutes) * 60, ..Length::default() }),
            end,
        ));
    }
    // "an hour and a half"
    for (phrase, part) in [("and a half", 50), ("and a quarter", 25)] {
        if let Some(after) =
            tokens.phrase(end, phrase).filter(|after| unit(tokens.word(*after)).is_none())
        {
            return Some((length.add(Length::of(part, kind)?), after));
        }
    }
    Some((length, end))
}

/// A length made of one or more parts ("1d 2hr 5min", "1 month and 21 days"), and the place behind it.
pub(crate) fn length(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize)> {
    let (mut total, mut next) = one(tokens, at)?;
    for _ in 0..4 {
        let joint = next + usize::from(tokens.is_mark(next, ',') || tokens.is(next, "and"));
        match one(tokens, joint) {
            Some((more, after)) => {
                total = total.add(more);
                next = after;
            }
            None => break,
        }
    }
    Some((total, next))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn reads_lengths() {
        for (text, seconds) in [
            ("half an hour", 1800),
            ("an hour and a half", 5400),
            ("1.5 hours", 5400),
            ("2 and an half hours", 9000),
            ("one and a half hours", 5400),
            ("three-quarters of an hour", 2700),
            ("a couple of hours", 7200),
            ("90 minutes", 5400),
            ("90-minute", 5400),
            ("1h30", 5400),
            ("1/2 hour", 1800),
            ("2 more minutes", 120),
            ("a pair of minutes", 120),
            ("20min", 1200),
            ("45m", 2700),
        ] {
            let read = length(&Tokens::new(text), 0).map(|read| read.0);
            assert_eq!(read, Some(Length { seconds, ..Length::default() }), "{text}");
        }
        let mixed = length(&Tokens::new("1d 2hr 5min"), 0).map(|read| read.0);
        assert_eq!(mixed, Some(Length { days: 1, seconds: 7500, ..Length::default() }));
        assert_eq!(
            length(&Tokens::new("a fortnight's time"), 0).map(|read| read.0),
            Some(Length::days(14))
        );
        assert_eq!(length(&Tokens::new("2 tickets"), 0), None);
    }

    #[test]
    fn months_clamp_and_workdays_skip_the_weekend() {
        let date: NaiveDate = "2027-01-31".parse().unwrap();
        let month = Length { months: 1, ..Length::default() };
        assert_eq!(month.shift_date(date, false), Some("2027-02-28".parse().unwrap()));
        let friday: NaiveDate = "2026-05-15".parse().unwrap();
        let two = Length { workdays: 2, ..Length::default() };
        assert_eq!(two.shift_date(friday, false), Some("2026-05-19".parse().unwrap()));
    }
}
