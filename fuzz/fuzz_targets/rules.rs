//! Rules of repeats: one that is read is kept as a text that is the same rule, one that passes
//! the check has occurrences, in order, none before its start, and costs little.
#![no_main]

use ai_planner_fuzz::repeat::{Expansion, Pattern, Span, check};
use chrono::{DateTime, NaiveDate, TimeDelta};
use chrono_tz::Tz;
use domain::repeat::{Dates, Rule};
use domain::time::Moment;
use libfuzzer_sys::fuzz_target;

const ZONES: [Tz; 4] =
    [Tz::UTC, Tz::America__New_York, Tz::Australia__Lord_Howe, Tz::Pacific__Apia];

fuzz_target!(|data: (u16, u8, &str)| {
    let (day, zone, text) = data;
    let _ = <Dates as domain::input::FromScalar>::from_scalar(domain::input::Scalar::Text(
        text.to_owned(),
    ));
    let Ok(rule) = Rule::parse(text) else { return };
    assert_eq!(Rule::parse(rule.text()).as_ref(), Ok(&rule));
    let first = NaiveDate::from_ymd_opt(1990, 1, 1).expect("a day");
    let date = first + TimeDelta::days(i64::from(day));
    let start = date.and_hms_opt(9, 30, 0).expect("a time");
    if check(&rule, start).is_err() {
        return;
    }
    let pattern = Pattern::new(rule.clone(), start);
    let mut last = None;
    for next in pattern.between(start, start + TimeDelta::days(800)).take(1_000) {
        assert!(next >= start && last.is_none_or(|last| next > last), "{text}: {next} {last:?}");
        last = Some(next);
    }
    let zone = ZONES[usize::from(zone) % ZONES.len()];
    let from: DateTime<chrono::Utc> = ai_planner_fuzz::zone::instant(zone, start);
    let span = Span { from: from + TimeDelta::days(300), to: from + TimeDelta::days(700) };
    for start in [Moment::Instant(from), Moment::Date(date)] {
        let expansion = Expansion::new(&rule, start, zone, None);
        for occurrence in expansion.within(span).take(1_000) {
            assert!((span.from..span.to).contains(&occurrence.stored()), "{text}: {occurrence:?}");
        }
    }
});
