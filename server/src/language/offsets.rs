//! Lengths of time and what they are counted from: "in 1d 2hr", "half an hour ago", "3 weeks",
//! "an hour and a half".

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::{lexer::Tokens, numbers, zones};

/// A length in the parts that move differently: months and days move the calendar, seconds the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Length {
    pub(crate) months: u32,
    pub(crate) days: u32,
    /// Days that skip Saturdays and Sundays.
    pub(crate) workdays: u32,
    pub(crate) seconds: i64,
}

/// Units of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Workday,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
}

/// The unit a word names, in full, short, or possessive ("a week's time").
pub(crate) fn unit(word: &str) -> Option<Unit> {
    let word = word.strip_suffix("'s").unwrap_or(word);
    Some(match word {
        "second" | "seconds" | "sec" | "secs" => Unit::Second,
        "minute" | "minutes" | "min" | "mins" | "minuts" => Unit::Minute,
        "hour" | "hours" | "hr" | "hrs" | "h" => Unit::Hour,
        "day" | "days" | "d" => Unit::Day,
        "workday" | "workdays" => Unit::Workday,
        "week" | "weeks" | "wk" | "wks" | "w" => Unit::Week,
        "fortnight" | "fortnights" => Unit::Fortnight,
        "month" | "months" | "mth" | "mths" => Unit::Month,
        "quarter" | "quarters" => Unit::Quarter,
        "year" | "years" | "yr" | "yrs" => Unit::Year,
        _ => return None,
    })
}

impl Length {
    pub(crate) fn days(days: u32) -> Self {
        Self { days, ..Self::default() }
    }

    /// Whether the length moves only the calendar, so that the result has no time of its own.
    pub(crate) fn is_calendar(&self) -> bool {
        self.seconds == 0
    }

    fn add(self, other: Self) -> Self {
        Self {
            months: self.months.saturating_add(other.months),
            days: self.days.saturating_add(other.days),
            workdays: self.workdays.saturating_add(other.workdays),
            seconds: self.seconds.saturating_add(other.seconds),
        }
    }

    /// A quantity in hundredths of a unit.
    fn of(hundredths: u32, unit: Unit) -> Option<Self> {
        let whole = hundredths.is_multiple_of(100).then_some(hundredths / 100);
        let seconds =
            |each: i64| Self { seconds: i64::from(hundredths) * each / 100, ..Self::default() };
        Some(match (unit, whole) {
            (Unit::Second, _) => seconds(1),
            (Unit::Minute, _) => seconds(60),
            (Unit::Hour, _) => seconds(3600),
            (Unit::Day, Some(days)) => Self::days(days),
            (Unit::Day, None) => seconds(86_400),
            (Unit::Workday, Some(workdays)) => Self { workdays, ..Self::default() },
            (Unit::Week, _) if hundredths.is_multiple_of(50) => Self::days(hundredths / 50 * 7 / 2),
            (Unit::Fortnight, Some(count)) => Self::days(count.saturating_mul(14)),
            (Unit::Month, Some(months)) => Self { months, ..Self::default() },
            (Unit::Quarter, Some(count)) => {
                Self { months: count.saturating_mul(3), ..Self::default() }
            }
            (Unit::Year, _) if hundredths.is_multiple_of(25) => {
                Self { months: hundredths / 25 * 3, ..Self::default() }
            }
            _ => return None,
        })
    }

    /// The date moved by the calendar part; months clamp to the last day.
    pub(crate) fn shift_date(&self, date: NaiveDate, back: bool) -> Option<NaiveDate> {
        let months = Months::new(self.months.min(12_000));
        let days = Days::new(u64::from(self.days.min(366_000)));
        let mut moved = if back {
            date.checked_sub_months(months)?.checked_sub_days(days)?
        } else {
            date.checked_add_months(months)?.checked_add_days(days)?
        };
        for _ in 0..self.workdays.min(1_000) {
            loop {
                moved = if back { moved.pred_opt()? } else { moved.succ_opt()? };
                if chrono::Datelike::weekday(&moved).num_days_from_monday() < 5 {
                    break;
                }
            }
        }
        Some(moved)
    }

    /// The instant moved: the calendar part keeps the wall clock, the rest is elapsed time.
    pub(crate) fn shift(&self, from: DateTime<Tz>, back: bool) -> Option<DateTime<Tz>> {
        let date = self.shift_date(from.date_naive(), back)?;
        let moved = if date == from.date_naive() {
            from
        } else {
            zones::settle(from.timezone(), date.and_time(from.time()))?
        };
        let seconds = TimeDelta::try_seconds(if back { -self.seconds } else { self.seconds })?;
        moved.checked_add_signed(seconds)
    }
}

/// Hundredths of a unit: "5", "1.5", "a", "half a", "a couple of", "two and a half", "three-quarters of an".
fn quantity(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    for (phrase, hundredths) in [
        ("half an", 50),
        ("half a", 50),
        ("a quarter of an", 25),
        ("quarter of an", 25),
        ("three quarters of an", 75),
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

fn one(tokens: &Tokens<'_>, at: usize) -> Option<(Length, usize)> {
    let (hundredths, mut next) = quantity(tokens, at)?;
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
    let short = matches!(word, "h" | "d" | "w" | "m");
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
