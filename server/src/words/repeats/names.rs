//! The names in a repeat: weekdays, months, places in the month, and lists of them.

use chrono::{NaiveDate, Weekday};
use domain::repeat::Day;

/// `Friday`, `first Friday`, `last Friday`.
pub(super) fn place(day: Day) -> String {
    let name = weekday(day.weekday);
    match day.place {
        None => name.to_owned(),
        Some(-1) => format!("last {name}"),
        Some(1) => format!("first {name}"),
        Some(place) if place < 0 => format!("{} to last {name}", ordinal(place.into())),
        Some(place) => format!("{} {name}", ordinal(place.into())),
    }
}

pub(super) fn month_days(days: &[i16]) -> String {
    let words: Vec<String> = days
        .iter()
        .map(|day| match day {
            -1 => "last day".to_owned(),
            day if *day < 0 => format!("{} to last day", ordinal(*day)),
            day => ordinal(*day),
        })
        .collect();
    list(&words)
}

/// `2nd`, `11th`, `23rd`; the sign is not written.
fn ordinal(number: i16) -> String {
    let number = number.unsigned_abs();
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

pub(super) fn months(months: &[i16]) -> String {
    let name = |month: &i16| {
        let date = NaiveDate::from_ymd_opt(2000, (*month).try_into().ok()?, 1)?;
        Some(date.format("%B").to_string())
    };
    list(&months.iter().filter_map(name).collect::<Vec<_>>())
}

/// The weekday in full.
pub(crate) fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn list(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}
