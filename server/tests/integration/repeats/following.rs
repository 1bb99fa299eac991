//! What holds for any series that is kept and changed: every occurrence once and at its hour, and
//! none lost or doubled where it is split.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveTime, Timelike, Utc};
use chrono_tz::Tz;
use domain::event::Event;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};
use server::operations::events::{CreateEvent, DeleteEvent, ListEvents, UpdateEvent};
use server::operations::history::Undo;

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    each_occurrence_is_there_once_and_at_its_hour,
    a_split_loses_none_and_doubles_none,
);

/// How many random series each test tries.
const CASES: usize = 24;
const RULES: [&str; 9] = [
    "FREQ=DAILY",
    "FREQ=DAILY;INTERVAL=3;COUNT=40",
    "FREQ=WEEKLY;BYDAY=MO,WE,FR",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU",
    "FREQ=WEEKLY;COUNT=20",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=-1FR",
    "FREQ=WEEKLY;BYDAY=SA;UNTIL=20270401",
    "FREQ=DAILY;INTERVAL=2;UNTIL=20270310T000000Z",
];
const ZONES: [&str; 6] = [
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Auckland",
];

/// A random series, and which of its occurrences is changed.
#[derive(Debug, Clone)]
struct Case {
    rule: &'static str,
    zone: &'static str,
    start: String,
    pick: usize,
    cancelled: usize,
}

fn cases() -> Vec<Case> {
    let mut runner = TestRunner::deterministic();
    let day = (1..29_u32, 0..24_u32, prop::sample::select(vec![0_u32, 15, 30]));
    let case = (
        prop::sample::select(RULES.to_vec()),
        prop::sample::select(ZONES.to_vec()),
        day,
        0..30_usize,
        0..30_usize,
    );
    let case = case.prop_map(|(rule, zone, (day, hour, minute), pick, cancelled)| Case {
        rule,
        zone,
        start: format!("2026-10-{day:02}T{hour:02}:{minute:02}"),
        pick,
        cancelled,
    });
    (0..CASES).map(|_| case.new_tree(&mut runner).unwrap().current()).collect()
}

async fn add(person: &Person, case: &Case) -> Event {
    let zone: Tz = case.zone.parse().unwrap();
    let start = server::zone::instant(zone, format!("{}:00", case.start).parse().unwrap());
    let event = json!({
        "title": "Series", "start_time": start, "end_time": start + chrono::TimeDelta::minutes(45),
        "time_zone": case.zone, "rrule": case.rule,
    });
    person.send::<CreateEvent>(event).await.unwrap().value
}

async fn planned(person: &Person) -> Vec<Event> {
    let range = json!({ "from": "2026-09-01", "to": "2027-06-01" });
    person.send::<ListEvents>(range).await.unwrap().value.items
}

fn starts(events: &[Event]) -> Vec<DateTime<Utc>> {
    let mut starts: Vec<_> = events.iter().map(|event| event.start_time.stored()).collect();
    starts.sort_unstable();
    starts
}

async fn each_occurrence_is_there_once_and_at_its_hour(database: TestDatabase) {
    let open = database.open().await;
    for case in cases() {
        let person = Person::new(&open).await;
        add(&person, &case).await;
        let found = planned(&person).await;
        assert!(!found.is_empty(), "{case:?}");
        let handles: BTreeSet<_> = found.iter().map(|event| event.occurrence).collect();
        assert_eq!(handles.len(), found.len(), "one twice: {case:?}");
        let zone: Tz = case.zone.parse().unwrap();
        let said: NaiveTime = format!("{}:00", &case.start[11..]).parse().unwrap();
        for event in &found {
            let local = event.start_time.stored().with_timezone(&zone).naive_local();
            // An hour that the clocks skip moves forward by the gap, at most an hour here.
            let gap = server::zone::instant(zone, local.date().and_time(said));
            assert_eq!(event.start_time.stored(), gap, "{case:?}");
            let late = (local.time() - said).num_minutes();
            assert!(late == 0 || (1..=60).contains(&late) && local.hour() < 4, "{case:?} {local}");
        }
    }
}

async fn a_split_loses_none_and_doubles_none(database: TestDatabase) {
    let open = database.open().await;
    for case in cases() {
        let person = Person::new(&open).await;
        let series = add(&person, &case).await;
        // One is left out before, so that exceptions are shared out as well.
        let all = planned(&person).await;
        let left_out = &all[case.cancelled % all.len()];
        let part = |event: &Event, scope: &str| json!({ "id": series.id, "scope": scope, "occurrence": event.occurrence });
        person.send::<DeleteEvent>(part(left_out, "this")).await.unwrap();
        let before = planned(&person).await;
        let Some(picked) = before.get(case.pick % before.len().max(1)) else { continue };
        let mut rename = part(picked, "following");
        rename["title"] = Value::from("Later");
        let done = person.send::<UpdateEvent>(rename).await.unwrap();
        let after = planned(&person).await;
        assert_eq!(starts(&after), starts(&before), "{case:?}");
        let from = picked.start_time.stored();
        for event in &after {
            // Where nothing is left before the picked one, all of it is renamed.
            let later = event.start_time.stored() >= from;
            assert_eq!(event.title == "Later", later, "{case:?}");
        }
        person.send::<Undo>(json!({ "token": done.undo })).await.unwrap();
        assert_eq!(planned(&person).await.len(), before.len(), "{case:?}");
        // And what is deleted from there on leaves exactly what was before it.
        let gone = person.send::<DeleteEvent>(part(picked, "following")).await.unwrap();
        let left = planned(&person).await;
        let expected: Vec<_> = starts(&before).into_iter().filter(|at| *at < from).collect();
        assert_eq!(starts(&left), expected, "{case:?}");
        person.send::<Undo>(json!({ "token": gone.undo })).await.unwrap();
        assert_eq!(starts(&planned(&person).await), starts(&before), "{case:?}");
    }
}
