//! The same answers as python-dateutil (`tests/data/repeats.py` made them).

use chrono::NaiveDateTime;
use domain::repeat::Rule;
use serde::Deserialize;
use server::repeat::{Pattern, check};

const ANSWERS: &str = include_str!("../../data/repeats.jsonl");
/// How many of dateutil's answers each list holds at most.
const FIRST: usize = 24;
const LATE: usize = 12;

/// Where dateutil's answers end, too.
fn horizon() -> NaiveDateTime {
    "2200-01-01T00:00:00".parse().unwrap()
}

#[derive(Deserialize)]
struct Answer {
    start: NaiveDateTime,
    rule: String,
    first: Vec<NaiveDateTime>,
    late_from: NaiveDateTime,
    late: Vec<NaiveDateTime>,
}

fn answers() -> impl Iterator<Item = Answer> {
    ANSWERS.lines().map(|line| serde_json::from_str(line).unwrap())
}

#[test]
fn rules_give_what_dateutil_gives() {
    let mut compared = 0;
    let mut wrong = Vec::new();
    let mut refused = Vec::new();
    for answer in answers() {
        let Ok(rule) = Rule::parse(&answer.rule) else {
            refused.push(answer.rule);
            continue;
        };
        if answer.first.is_empty() {
            // It never takes place, and is refused (see below).
            continue;
        }
        compared += 1;
        let pattern = Pattern::new(rule, answer.start);
        let from = |at, most| pattern.between(at, horizon()).take(most).collect::<Vec<_>>();
        let (first, late) = (from(answer.start, FIRST), from(answer.late_from, LATE));
        if (&first, &late) != (&answer.first, &answer.late) {
            let expected = (answer.first, answer.late);
            wrong.push(format!(
                "{} {}\n  {expected:?}\n  {:?}",
                answer.start,
                answer.rule,
                (first, late)
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {compared}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(compared >= 500, "only {compared} rules were compared");
    let why = |text: &String| text.contains("MINUTELY") || text.contains("BYMINUTE=0,20,40");
    let unexpected: Vec<_> = refused.iter().filter(|text| !why(text)).collect();
    assert!(unexpected.is_empty(), "{} {unexpected:#?}", unexpected.len());
}

/// A stretch in the middle never needs what comes before or after it.
#[test]
fn a_stretch_is_the_same_wherever_it_begins() {
    for answer in answers() {
        let Ok(rule) = Rule::parse(&answer.rule) else { continue };
        if answer.first.is_empty() {
            continue;
        }
        let pattern = Pattern::new(rule, answer.start);
        let all: Vec<_> = pattern.between(answer.start, horizon()).take(FIRST).collect();
        assert_eq!(all, answer.first);
        for at in 1..all.len() {
            let stretch: Vec<_> = pattern.between(all[at - 1], all[at]).collect();
            assert_eq!(stretch, [all[at - 1]], "{} {}", answer.start, answer.rule);
        }
    }
}

/// What never takes place is refused, and of the rest only what rests for long.
#[test]
fn only_rules_that_take_place_are_kept() {
    for answer in answers() {
        let Ok(rule) = Rule::parse(&answer.rule) else { continue };
        let verdict = check(&rule, answer.start);
        if answer.first.is_empty() {
            assert!(verdict.is_err(), "{} {}", answer.start, answer.rule);
        } else if verdict.is_err() {
            let pairs = answer.first.windows(2);
            let rests = pairs.map(|pair| (pair[1] - pair[0]).num_days());
            let widest = rests.max().unwrap_or_else(|| (answer.first[0] - answer.start).num_days());
            assert!(widest > 400, "{} {}", answer.start, answer.rule);
        }
    }
}
