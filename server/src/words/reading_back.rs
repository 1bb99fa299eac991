//! What is written here, the language front end reads: dates, times, stretches and repeats.

use chrono::{DateTime, Days, NaiveDate, TimeDelta};
use domain::{repeat::Rule, time::Moment};
use proptest::prelude::*;

use super::{Words, tests::words};
use crate::language::{
    Direction, Reference,
    when::{self, Moment as Read, When},
};

/// Day before month and a 24-hour clock, month before day and a 12-hour clock.
const LOCALES: [&str; 2] = ["en-GB", "en-US"];

fn reference(words: &Words) -> Reference {
    Reference::at(words.now.with_timezone(&words.actor.zone))
}

fn read(words: &Words, text: &str, direction: Direction) -> When {
    let read = when::read(text, &reference(words), direction);
    read.unwrap_or_else(|error| panic!("{text}: {error}")).unwrap_or_else(|| panic!("{text}"))
}

/// A day within eight years ahead; today is 22 November 2026.
fn ahead() -> impl Strategy<Value = NaiveDate> {
    (0_u64..8 * 366)
        .prop_map(|days| NaiveDate::from_ymd_opt(2026, 11, 22).unwrap() + Days::new(days))
}

/// A minute ahead of now within eight years, as an instant.
fn instant() -> impl Strategy<Value = DateTime<chrono::Utc>> {
    (1_i64..8 * 366 * 24 * 60).prop_map(|minutes| {
        "2026-11-22T09:00:00Z".parse::<DateTime<chrono::Utc>>().unwrap()
            + TimeDelta::minutes(minutes)
    })
}

/// Whether the clock of Berlin shows a time twice, so that no writing of it tells which is meant.
fn is_twice(words: &Words, instant: DateTime<chrono::Utc>) -> bool {
    let local = instant.with_timezone(&words.actor.zone).naive_local();
    local.and_local_timezone(words.actor.zone).single().is_none()
}

/// Rules as the front end writes them, one for each way a repeat is said.
fn rule() -> impl Strategy<Value = String> {
    let weekdays = prop::sample::subsequence(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"], 1..=4);
    let every = |interval: u32| {
        if interval > 1 { format!(";INTERVAL={interval}") } else { String::new() }
    };
    let unit = prop::sample::select(vec!["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    let plain = (unit, 1_u32..9).prop_map(move |(unit, n)| format!("FREQ={unit}{}", every(n)));
    let weekly = (weekdays, 1_u32..4)
        .prop_map(move |(days, n)| format!("FREQ=WEEKLY{};BYDAY={}", every(n), days.join(",")));
    let place = prop::sample::select(vec!["1", "2", "3", "4", "-1"]);
    let day = prop::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]);
    let placed = (place, day).prop_map(|(place, day)| format!("FREQ=MONTHLY;BYDAY={place}{day}"));
    let of_month = (1_u32..=31).prop_map(|day| format!("FREQ=MONTHLY;BYMONTHDAY={day}"));
    let last = Just("FREQ=MONTHLY;BYMONTHDAY=-1".to_owned());
    let of_year = (1_u32..=12, 1_u32..=28)
        .prop_map(|(month, day)| format!("FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"));
    let end = prop_oneof![
        Just(String::new()),
        (2_u32..40).prop_map(|count| format!(";COUNT={count}")),
        ahead().prop_map(|day| format!(";UNTIL={}", day.format("%Y%m%d"))),
    ];
    (prop_oneof![plain, weekly, placed, of_month, last, of_year], end)
        .prop_map(|(rule, end)| rule + &end)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_date_reads_back(date in ahead()) {
        for words in LOCALES.map(words) {
            for text in [words.exactly(date), words.long(date), words.moment_exactly(Moment::Date(date))] {
                let read = read(&words, &text, Direction::Forward);
                prop_assert_eq!((read.start, read.end), (Read::Day(date), None), "{}", text);
            }
        }
    }

    #[test]
    fn a_time_reads_back(instant in instant()) {
        for words in LOCALES.map(words).into_iter().filter(|words| !is_twice(words, instant)) {
            let meant = Read::At(instant.with_timezone(&words.actor.zone));
            for text in [words.moment_exactly(Moment::Instant(instant)), words.moment_in_full(Moment::Instant(instant))] {
                let read = read(&words, &text, Direction::Forward);
                prop_assert_eq!(read.start, meant, "{}", text);
            }
        }
    }

    #[test]
    fn a_stretch_of_days_reads_back(first in ahead(), length in 1_u64..60) {
        let last = first + Days::new(length);
        for words in LOCALES.map(words) {
            let text = words.range(first, last);
            let read = read(&words, &text, Direction::Forward);
            prop_assert_eq!((read.start, read.end), (Read::Day(first), Some(Read::Day(last))), "{}", text);
        }
    }

    #[test]
    fn a_stretch_of_hours_reads_back(start in instant(), minutes in 1_i64..720) {
        let end = start + TimeDelta::minutes(minutes);
        for words in LOCALES.map(words) {
            if is_twice(&words, start) || is_twice(&words, end) || words.local(start).date() != words.local(end).date() {
                continue;
            }
            let text = format!("{}–{}", words.moment_exactly(Moment::Instant(start)), words.time(words.local(end).time()));
            let read = read(&words, &text, Direction::Forward);
            let at = |instant: DateTime<chrono::Utc>| Read::At(instant.with_timezone(&words.actor.zone));
            prop_assert_eq!((read.start, read.end), (at(start), Some(at(end))), "{}", text);
        }
    }

    #[test]
    fn a_repeat_reads_back(rule in rule()) {
        let known = Rule::parse(&rule).unwrap();
        for words in LOCALES.map(words) {
            let text = words.repeat(&known);
            let read = read(&words, &text, Direction::Forward);
            prop_assert_eq!(read.rule.as_deref(), Some(rule.as_str()), "{}", text);
        }
    }
}
