//! What holds for any rule that is accepted.

use std::time::{Duration, Instant};

use chrono::{Days, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use domain::repeat::Rule;
use domain::time::Moment;
use proptest::prelude::*;
use server::repeat::{Expansion, Pattern, Span, check, horizon};

const ZONES: [Tz; 6] = [
    chrono_tz::Europe::Berlin,
    chrono_tz::America::New_York,
    chrono_tz::America::Santiago,
    chrono_tz::Asia::Kolkata,
    chrono_tz::Australia::Lord_Howe,
    chrono_tz::Pacific::Auckland,
];

fn numbers(name: &'static str, range: std::ops::RangeInclusive<i32>) -> BoxedStrategy<String> {
    let list = prop::collection::btree_set(range, 1..4);
    let list = list.prop_map(|set| set.into_iter().filter(|n| *n != 0).map(|n| n.to_string()));
    let part = list.prop_map(|list| list.collect::<Vec<_>>().join(","));
    prop_oneof![
        2 => Just(String::new()),
        1 => part.prop_map(move |list| {
            if list.is_empty() { list } else { format!(";{name}={list}") }
        }),
    ]
    .boxed()
}

/// Texts of rules, most of them acceptable.
fn rules() -> impl Strategy<Value = String> {
    let frequency = prop::sample::select(vec!["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
    let days =
        prop_oneof![Just(""), Just(";BYDAY=MO"), Just(";BYDAY=TU,TH,SU"), Just(";BYDAY=1MO,-1FR"),];
    let end = prop_oneof![
        3 => Just(String::new()),
        1 => (1..200_u32).prop_map(|count| format!(";COUNT={count}")),
        1 => (2027..2060_u32).prop_map(|year| format!(";UNTIL={year}0615")),
        1 => (2027..2060_u32).prop_map(|year| format!(";UNTIL={year}0615T103000Z")),
    ];
    (
        (frequency, 1..20_u32, days),
        numbers("BYMONTHDAY", -31..=31),
        numbers("BYMONTH", 1..=12),
        numbers("BYSETPOS", -2..=2),
        numbers("BYWEEKNO", -53..=53),
        numbers("BYHOUR", 1..=23),
        end,
    )
        .prop_map(|((frequency, interval, days), month_days, months, places, weeks, hours, end)| {
            format!("FREQ={frequency};INTERVAL={interval}{days}{month_days}{months}{places}{weeks}{hours}{end}")
        })
}

fn starts() -> impl Strategy<Value = NaiveDateTime> {
    (0..20_000_u64, 0..1440_i64).prop_map(|(day, minute)| {
        let first: NaiveDateTime = "1996-01-01T00:00:00".parse().unwrap();
        first + Days::new(day) + TimeDelta::minutes(minute)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// Once each, in order, within the stretch, and the same in one stretch as in two.
    #[test]
    fn stretches_add_up(
        rule in rules(), start in starts(), zone in prop::sample::select(ZONES.to_vec()),
        after in 0..9_000_i64, length in 1..400_i64, cut in 0..400_i64,
    ) {
        let Ok(rule) = Rule::parse(&rule) else { return Ok(()) };
        if check(&rule, start).is_err() {
            return Ok(());
        }
        let first = server::zone::instant(zone, start);
        let expansion = Expansion::new(&rule, Moment::Instant(first), zone, None);
        let from = first + TimeDelta::days(after);
        let to = from + TimeDelta::days(length);
        let middle = from + TimeDelta::days(cut.min(length));
        let within = |from, to| expansion.within(Span { from, to }).collect::<Vec<_>>();
        let whole = within(from, to);
        let mut parts = within(from, middle);
        parts.extend(within(middle, to));
        prop_assert_eq!(&whole, &parts);
        let mut unique = whole.clone();
        unique.sort();
        unique.dedup();
        prop_assert_eq!(unique.len(), whole.len());
        for at in &whole {
            prop_assert!((from..to).contains(&at.stored()) && at.stored() >= first);
            prop_assert!(expansion.contains(*at));
        }
    }

    /// Checking and expanding any text costs little, whatever it says.
    #[test]
    fn any_rule_is_answered_soon(rule in rules(), start in starts()) {
        let Ok(rule) = Rule::parse(&rule) else { return Ok(()) };
        let begun = Instant::now();
        let verdict = check(&rule, start);
        // Generous for a debug build on a busy machine; it is about never ending.
        prop_assert!(begun.elapsed() < Duration::from_secs(20), "{rule}");
        if verdict.is_ok() {
            let begun = Instant::now();
            let late = horizon() - TimeDelta::days(3_650);
            Pattern::new(rule.clone(), start).between(late, late + TimeDelta::days(31)).count();
            prop_assert!(begun.elapsed() < Duration::from_secs(5), "{rule}");
        }
    }
}
