//! Wall-clock times stay over daylight saving, in zones of many kinds.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::repeat::Rule;
use domain::time::Moment;
use server::repeat::{Expansion, Span};

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn expansion(rule: &str, start: Moment, zone: Tz) -> Expansion {
    Expansion::new(&Rule::parse(rule).unwrap(), start, zone, None)
}

/// The starts within a stretch, as instants.
fn starts(rule: &str, start: &str, zone: Tz, from: &str, to: &str) -> Vec<String> {
    let span = Span { from: instant(from), to: instant(to) };
    expansion(rule, Moment::Instant(instant(start)), zone)
        .within(span)
        .map(|at| at.stored().format("%m-%dT%H:%MZ").to_string())
        .collect()
}

#[test]
fn nine_stays_nine() {
    use chrono_tz::America::{New_York, Santiago};
    use chrono_tz::Asia::Kolkata;
    use chrono_tz::Australia::Lord_Howe;
    use chrono_tz::Europe::{Berlin, London};
    use chrono_tz::Pacific::{Auckland, Chatham};
    // Every zone's first start at 9:00 on 1 January 2026 on its own clock.
    for zone in [Berlin, London, New_York, Santiago, Kolkata, Lord_Howe, Auckland, Chatham] {
        let nine = "2026-01-01T09:00:00".parse().unwrap();
        let start = Moment::Instant(server::zone::instant(zone, nine));
        let span = Span { from: start.stored(), to: instant("2027-01-01T00:00:00Z") };
        let all: Vec<_> = expansion("FREQ=DAILY", start, zone).within(span).collect();
        assert!((364..=366).contains(&all.len()), "{zone}: {}", all.len());
        for at in all {
            let local = at.stored().with_timezone(&zone);
            assert_eq!(local.format("%H:%M").to_string(), "09:00", "{zone} {local}");
        }
    }
}

#[test]
fn a_time_that_does_not_exist_moves_forward_by_the_gap() {
    let berlin = chrono_tz::Europe::Berlin;
    let found = starts(
        "FREQ=DAILY",
        "2026-03-27T01:30:00Z",
        berlin,
        "2026-03-28T00:00:00Z",
        "2026-03-31T00:00:00Z",
    );
    // 2:30, then 3:30 instead of 2:30, then 2:30 of summer time.
    assert_eq!(found, ["03-28T01:30Z", "03-29T01:30Z", "03-30T00:30Z"]);
    // Half an hour: 2:15 becomes 2:45.
    let found = starts(
        "FREQ=DAILY",
        "2026-10-02T15:45:00Z",
        chrono_tz::Australia::Lord_Howe,
        "2026-10-03T12:00:00Z",
        "2026-10-05T00:00:00Z",
    );
    assert_eq!(found, ["10-03T15:45Z", "10-04T15:15Z"]);
    // In Santiago midnight itself does not exist on 6 September 2026.
    let found = starts(
        "FREQ=DAILY",
        "2026-09-04T04:00:00Z",
        chrono_tz::America::Santiago,
        "2026-09-05T00:00:00Z",
        "2026-09-08T00:00:00Z",
    );
    assert_eq!(found, ["09-05T04:00Z", "09-06T04:00Z", "09-07T03:00Z"]);
}

#[test]
fn a_time_that_exists_twice_takes_the_first() {
    let found = starts(
        "FREQ=DAILY",
        "2026-10-30T05:30:00Z",
        chrono_tz::America::New_York,
        "2026-10-31T00:00:00Z",
        "2026-11-03T00:00:00Z",
    );
    // 1:30 in summer time on the day itself, in winter time from the next one on.
    assert_eq!(found, ["10-31T05:30Z", "11-01T05:30Z", "11-02T06:30Z"]);
    let found = starts(
        "FREQ=WEEKLY",
        "2026-03-28T13:30:00Z",
        chrono_tz::Pacific::Auckland,
        "2026-04-04T00:00:00Z",
        "2026-04-12T00:00:00Z",
    );
    assert_eq!(found, ["04-04T13:30Z", "04-11T14:30Z"]);
}

/// Hours that fall onto the same instant are one occurrence.
#[test]
fn nothing_takes_place_twice_at_once() {
    let found = starts(
        "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30",
        "2026-03-28T01:30:00Z",
        chrono_tz::Europe::Berlin,
        "2026-03-29T00:00:00Z",
        "2026-03-30T00:00:00Z",
    );
    assert_eq!(found, ["03-29T01:30Z"]);
}

#[test]
fn dates_never_shift() {
    let start = Moment::Date("2026-11-30".parse().unwrap());
    let span = Span { from: instant("2026-12-01T00:00:00Z"), to: instant("2026-12-15T00:00:00Z") };
    for zone in [chrono_tz::Pacific::Kiritimati, chrono_tz::Pacific::Niue, chrono_tz::UTC] {
        let found: Vec<_> = expansion("FREQ=WEEKLY;BYDAY=MO", start, zone).within(span).collect();
        let expected = ["2026-12-07", "2026-12-14"].map(|date| Moment::Date(date.parse().unwrap()));
        assert_eq!(found, expected, "{zone}");
    }
}

/// `UNTIL` is the last moment: a whole day of the row's zone, or an instant.
#[test]
fn the_end_is_part_of_it() {
    let zone = chrono_tz::America::Santiago;
    let count = |rule: &str| {
        let (from, to) = ("2026-06-01T00:00:00Z", "2027-01-01T00:00:00Z");
        starts(rule, "2026-06-02T01:00:00Z", zone, from, to).len()
    };
    // 21:00 in Santiago is the next day in UTC already.
    assert_eq!(count("FREQ=DAILY;UNTIL=20260603"), 3);
    assert_eq!(count("FREQ=DAILY;UNTIL=20260603T010000Z"), 2);
    assert_eq!(count("FREQ=DAILY;UNTIL=20260603T005959Z"), 1);
    assert_eq!(count("FREQ=DAILY;COUNT=4"), 4);
}
