//! Days in a filter: reading them, and which dates they are.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::lexer::Piece;
use super::{Comparison, Day, Span, Wrong};

const NO_DAY: &str = "Say a day such as today, fri or 2026-12-01, before or after one (<fri, \
     >=2026-12-01), today..fri, week, next-week, month, next-month or 7d.";
/// The furthest that a number of days reaches.
const DAYS_LIMIT: u32 = 3_660;

/// Reads which days are meant, in small letters.
pub(super) fn span(piece: &Piece, value: &str) -> Result<Span, Wrong> {
    let wrong = || piece.wrong(NO_DAY);
    match value {
        "week" => return Ok(Span::Week),
        "next-week" | "nextweek" => return Ok(Span::NextWeek),
        "month" => return Ok(Span::Month),
        "next-month" | "nextmonth" => return Ok(Span::NextMonth),
        _ => {}
    }
    if let Some(days) = value.strip_suffix('d').and_then(|days| days.parse::<u32>().ok()) {
        return if (1..=DAYS_LIMIT).contains(&days) { Ok(Span::Days(days)) } else { Err(wrong()) };
    }
    if let Some((from, to)) = value.split_once("..") {
        return day(from).zip(day(to)).map(|(from, to)| Span::Between(from, to)).ok_or_else(wrong);
    }
    let (comparison, rest) = Comparison::cut(value);
    day(rest).map(|day| Span::Day(comparison, day)).ok_or_else(wrong)
}

fn day(text: &str) -> Option<Day> {
    Some(match text {
        "today" => Day::Today,
        "tomorrow" => Day::Tomorrow,
        "yesterday" => Day::Yesterday,
        // The year is one that every database has.
        _ => match text.parse::<NaiveDate>() {
            Ok(date) if (1900..=2200).contains(&date.year()) => Day::Date(date),
            Ok(_) => return None,
            Err(_) => Day::Weekday(text.parse::<Weekday>().ok()?),
        },
    })
}

/// Where the person stands.
#[derive(Debug, Clone, Copy)]
pub struct Calendar {
    /// Their today.
    pub today: NaiveDate,
    /// The first day of their week.
    pub week: NaiveDate,
}

impl Span {
    /// The first day of it, and the first one behind it; none where it is open. `back` when it is
    /// about what has been.
    pub fn dates(self, calendar: Calendar, back: bool) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let later = |date: NaiveDate, days: u64| date.checked_add_days(Days::new(days));
        let next = |date: NaiveDate| later(date, 1);
        let first = calendar.today.with_day(1);
        let month = |months: u32| first.and_then(|day| day.checked_add_months(Months::new(months)));
        match self {
            Self::Day(comparison, day) => {
                let day = day.date(calendar.today, back);
                match comparison {
                    Comparison::Less => (None, Some(day)),
                    Comparison::AtMost => (None, next(day)),
                    Comparison::Equal => (Some(day), next(day)),
                    Comparison::AtLeast => (Some(day), None),
                    Comparison::More => (next(day), None),
                }
            }
            Self::Between(from, to) => {
                let (from, to) = (from.date(calendar.today, back), to.date(calendar.today, back));
                (Some(from), next(to))
            }
            Self::Week => (Some(calendar.week), later(calendar.week, 7)),
            Self::NextWeek => (later(calendar.week, 7), later(calendar.week, 14)),
            Self::Month => (first, month(1)),
            Self::NextMonth => (month(1), month(2)),
            Self::Days(days) if back => {
                let before = Days::new(u64::from(days.saturating_sub(1)));
                (calendar.today.checked_sub_days(before), next(calendar.today))
            }
            Self::Days(days) => (Some(calendar.today), later(calendar.today, u64::from(days))),
        }
    }
}

impl Day {
    fn date(self, today: NaiveDate, back: bool) -> NaiveDate {
        match self {
            Self::Date(date) => Some(date),
            Self::Today => Some(today),
            Self::Tomorrow => today.succ_opt(),
            Self::Yesterday => today.pred_opt(),
            Self::Weekday(day) if back => {
                let since = today.weekday().days_since(day);
                today.checked_sub_days(Days::new(u64::from(since)))
            }
            Self::Weekday(day) => {
                let until = day.days_since(today.weekday());
                today.checked_add_days(Days::new(u64::from(until)))
            }
        }
        .unwrap_or(today)
    }
}
