//! Series: their occurrences in ranges, and changes of one, the following and all.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::event::Event;
use serde_json::{Value, json};
use server::error::Error;
use server::operations::agenda::UpcomingAgenda;
use server::operations::bulk::{ChangeMany, DeleteMany};
use server::operations::events::{CreateEvent, DeleteEvent, ListEvents, ReadEvent, UpdateEvent};
use server::operations::free_time::FindFreeTime;
use server::operations::history::Undo;

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_range_holds_its_occurrences,
    pages_of_occurrences_add_up,
    pages_of_rows_add_up,
    bulk_steps_act_on_single_occurrences,
    one_occurrence_is_moved_and_renamed,
    one_occurrence_is_left_out,
    the_following_ones_split_off,
    a_counted_series_splits_without_losing_any,
    deleting_the_following_ends_it,
    all_of_it_moves_with_its_exceptions,
    a_changed_rule_keeps_the_exceptions_that_still_fit,
    extra_dates_and_dates_left_out,
    agenda_and_free_time_see_occurrences,
    bulk_moves_take_the_rule_along,
    bad_parts_are_refused,
);

/// A standup on weekdays at 9:00 in Berlin, from Monday 23 November 2026 on.
async fn standup(person: &Person, rule: &str) -> Event {
    let event = json!({
        "title": "Standup", "start_time": "2026-11-23T09:00", "end_time": "2026-11-23T09:15",
        "rrule": rule,
    });
    person.send::<CreateEvent>(event).await.unwrap().value
}

async fn list(person: &Person, from: &str, to: &str) -> Vec<Event> {
    let filter = json!({ "from": from, "to": to });
    person.send::<ListEvents>(filter).await.unwrap().value.items
}

/// Title and start on the wall clock of UTC.
async fn starts(person: &Person, from: &str, to: &str) -> Vec<String> {
    let events = list(person, from, to).await;
    let start = |event: &Event| event.start_time.stored().format("%m-%d %H:%M").to_string();
    events.iter().map(|event| format!("{} {}", event.title, start(event))).collect()
}

/// The handle of the occurrence that starts on a day.
async fn handle(person: &Person, day: &str) -> Value {
    let next: chrono::NaiveDate = day.parse().unwrap();
    let next = next.succ_opt().unwrap().to_string();
    let found = list(person, day, &next).await;
    json!(found[0].occurrence.unwrap())
}

async fn undo(person: &Person, token: Option<Uuid>) {
    person.send::<Undo>(json!({ "token": token })).await.unwrap();
}

const MONTH: (&str, &str) = ("2026-11-23", "2026-12-21");

async fn month(person: &Person) -> Vec<String> {
    starts(person, MONTH.0, MONTH.1).await
}

async fn a_range_holds_its_occurrences(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY;BYDAY=MO,WE").await;
    person.event("Lunch", "2026-11-24T12:00", "2026-11-24T13:00").await;
    let found = starts(&person, "2026-11-23", "2026-12-01").await;
    let expected =
        ["Standup 11-23 08:00", "Lunch 11-24 11:00", "Standup 11-25 08:00", "Standup 11-30 08:00"];
    assert_eq!(found, expected);
    // An endless rule answers in its fiftieth year too; Berlin keeps summer time.
    let late = list(&person, "2076-07-01", "2076-07-08").await;
    assert_eq!(late.len(), 2);
    assert!(late.iter().all(|one| one.id == event.id && one.occurrence == Some(one.start_time)));
    assert_eq!(late[0].start_time.stored().format("%H:%M").to_string(), "07:00");
    // Overlap, not only starts: it is under way.
    assert_eq!(list(&person, "2026-11-23T08:10:00Z", "2026-11-23T08:11:00Z").await.len(), 1);
    assert_eq!(list(&person, "2026-11-23T08:15:00Z", "2026-11-23T08:16:00Z").await.len(), 0);
    // Without a range, and when asked for, the rows themselves.
    let rows = person.send::<ListEvents>(json!({})).await.unwrap().value.items;
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0].occurrence, None);
    let filter = json!({ "from": "2027-01-01", "to": "2028-01-01", "expand": false });
    let rows = person.send::<ListEvents>(filter).await.unwrap().value.items;
    assert_eq!(rows, [event]);
}

async fn pages_of_occurrences_add_up(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    standup(&person, "FREQ=DAILY").await;
    standup(&person, "FREQ=HOURLY;INTERVAL=7;COUNT=50").await;
    person.event("Lunch", "2026-11-24T12:00", "2026-11-24T13:00").await;
    let (from, to) = MONTH;
    let whole = list(&person, from, to).await;
    let (mut paged, mut cursor) = (Vec::new(), Value::Null);
    loop {
        let filter = json!({ "from": from, "to": to, "limit": 7, "cursor": cursor });
        let page = person.send::<ListEvents>(filter).await.unwrap().value;
        paged.extend(page.items);
        match page.next {
            Some(next) => cursor = json!(next),
            None => break,
        }
    }
    assert_eq!(paged, whole);
    assert_eq!(whole.len(), 28 + 50 + 1);
    // Open-ended: the first ones only, and where to go on.
    let open = json!({ "from": from, "limit": 3, "q": "standup" });
    let page = person.send::<ListEvents>(open).await.unwrap().value;
    assert_eq!((page.items.len(), page.next.is_some()), (3, true));
}

async fn pages_of_rows_add_up(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for (title, day, rule) in [
        ("one", "2026-11-24", None),
        ("old", "2024-01-02", Some("FREQ=WEEKLY")),
        ("over", "2024-01-03", Some("FREQ=WEEKLY;COUNT=3")),
        ("two", "2026-11-26", None),
        ("new", "2026-11-25", Some("FREQ=DAILY")),
        ("late", "2027-11-25", Some("FREQ=DAILY")),
        ("three", "2026-11-27", None),
    ] {
        let event = json!({
            "title": title, "start_time": format!("{day}T09:00"), "end_time": format!("{day}T10:00"),
            "rrule": rule,
        });
        person.send::<CreateEvent>(event).await.unwrap();
    }
    for limit in [1, 2, 3, 10] {
        let (mut titles, mut cursor) = (Vec::new(), Value::Null);
        loop {
            let filter = json!({
                "from": "2026-11-22", "to": "2026-12-22", "expand": false, "limit": limit,
                "cursor": cursor,
            });
            let page = person.send::<ListEvents>(filter).await.unwrap().value;
            titles.extend(page.items.into_iter().map(|event| event.title));
            let Some(next) = page.next else { break };
            cursor = json!(next);
        }
        assert_eq!(titles, ["old", "one", "new", "two", "three"], "pages of {limit}");
    }
}

async fn bulk_steps_act_on_single_occurrences(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=DAILY;COUNT=4").await;
    let before = month(&person).await;
    let handles: Vec<Value> = list(&person, "2026-01-01", "2027-12-31")
        .await
        .iter()
        .map(|event| json!({ "kind": "event", "id": event.id, "occurrence": event.occurrence }))
        .collect();
    let shift = json!({ "move": { "minutes": 60 } });
    let input = json!({ "rows": handles[1..3], "change": shift });
    let moved = person.send::<ChangeMany>(input).await.unwrap();
    assert_eq!(moved.value.len(), 2);
    let after = month(&person).await;
    assert_eq!((after.len(), &after[0], &after[3]), (4, &before[0], &before[3]));
    assert!(after[1] != before[1] && after[2] != before[2]);
    undo(&person, moved.undo).await;
    assert_eq!(month(&person).await, before);
    let context = person.context(domain::history::Door::Web);
    let input = serde_json::from_value(json!({ "rows": handles[1..3] })).unwrap();
    let gone = server::operations::call::<DeleteMany>(&context, input).await.unwrap();
    assert_eq!(month(&person).await, [before[0].clone(), before[3].clone()]);
    undo(&person, gone.undo).await;
    assert_eq!(month(&person).await, before);
    let never = json!([{ "kind": "event", "id": event.id, "occurrence": "1999-01-01T00:00:00Z" }]);
    let input = json!({ "rows": never, "change": shift });
    assert!(person.send::<ChangeMany>(input).await.is_err());
}

async fn one_occurrence_is_moved_and_renamed(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY;BYDAY=MO").await;
    let before = month(&person).await;
    let handle = handle(&person, "2026-11-30").await;
    let patch = json!({
        "id": event.id, "scope": "this", "occurrence": handle, "title": "Retro",
        "start_time": "2026-12-01T10:00", "end_time": "2026-12-01T11:00",
    });
    let done = person.send::<UpdateEvent>(patch).await.unwrap();
    assert_eq!((done.value.id, done.value.version), (event.id, 2));
    assert_eq!(json!(done.value.occurrence), handle);
    let expected =
        ["Standup 11-23 08:00", "Retro 12-01 09:00", "Standup 12-07 08:00", "Standup 12-14 08:00"];
    assert_eq!(month(&person).await, expected);
    // Found where it is now and under its own name, and not where it was.
    assert_eq!(starts(&person, "2026-12-01", "2026-12-02").await, ["Retro 12-01 09:00"]);
    assert!(starts(&person, "2026-11-30", "2026-12-01").await.is_empty());
    let named = json!({ "from": "2026-11-01", "to": "2026-12-31", "q": "retro" });
    let named = person.send::<ListEvents>(named).await.unwrap().value.items;
    assert_eq!(named.len(), 1);
    // The handle still names it.
    let again = json!({
        "id": event.id, "scope": "this", "occurrence": handle, "location": "Kitchen",
    });
    let again = person.send::<UpdateEvent>(again).await.unwrap();
    assert_eq!(
        (again.value.title.as_str(), again.value.location.as_deref()),
        ("Retro", Some("Kitchen"))
    );
    undo(&person, again.undo).await;
    assert_eq!(month(&person).await, expected);
    undo(&person, done.undo).await;
    assert_eq!(month(&person).await, before);
}

async fn one_occurrence_is_left_out(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY;COUNT=3").await;
    let handle = handle(&person, "2026-11-30").await;
    let target = json!({ "id": event.id, "scope": "this", "occurrence": handle });
    let target: domain::event::EventTarget = serde_json::from_value(target).unwrap();
    let done = person.call::<DeleteEvent>(target.clone()).await.unwrap();
    assert_eq!(month(&person).await, ["Standup 11-23 08:00", "Standup 12-07 08:00"]);
    let gone = person.call::<DeleteEvent>(target).await.unwrap_err();
    assert!(matches!(&gone, Error::Invalid(bad) if bad.message("occurrence").is_some()));
    undo(&person, done.undo).await;
    assert_eq!(month(&person).await.len(), 3);
    // Removing the whole of it, and putting it back, keeps what was left out.
    let filter = json!({ "id": event.id, "scope": "this", "occurrence": handle });
    person.send::<DeleteEvent>(filter).await.unwrap();
    let all = person.call::<DeleteEvent>(event.id.into()).await.unwrap();
    assert!(month(&person).await.is_empty());
    undo(&person, all.undo).await;
    assert_eq!(month(&person).await, ["Standup 11-23 08:00", "Standup 12-07 08:00"]);
}

async fn the_following_ones_split_off(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY;BYDAY=MO,TH").await;
    let before = month(&person).await;
    let early = handle(&person, "2026-11-26").await;
    let late = handle(&person, "2026-12-14").await;
    for (occurrence, title) in [(&early, "Early"), (&late, "Late")] {
        let patch =
            json!({ "id": event.id, "scope": "this", "occurrence": occurrence, "title": title });
        person.send::<UpdateEvent>(patch).await.unwrap();
    }
    let handle = handle(&person, "2026-12-03").await;
    let patch = json!({
        "id": event.id, "scope": "following", "occurrence": handle,
        "start_time": "2026-12-04T10:00", "end_time": "2026-12-04T10:30", "title": "Sync",
    });
    let done = person.send::<UpdateEvent>(patch).await.unwrap();
    assert_ne!(done.value.id, event.id);
    // A day later: Mondays and Thursdays became Tuesdays and Fridays.
    assert_eq!(done.value.rrule.as_deref(), Some("FREQ=WEEKLY;BYDAY=TU,FR"));
    let expected = [
        "Standup 11-23 08:00",
        "Early 11-26 08:00",
        "Standup 11-30 08:00",
        "Sync 12-04 09:00",
        "Sync 12-08 09:00",
        "Sync 12-11 09:00",
        "Late 12-15 09:00",
        "Sync 12-18 09:00",
    ];
    assert_eq!(month(&person).await, expected);
    undo(&person, done.undo).await;
    assert_eq!(month(&person).await.len(), before.len());
    assert!(matches!(person.call::<ReadEvent>(done.value.id.into()).await, Err(Error::NotFound)));
    // From the first one on it is all of it: no second row.
    let first = json!(event.start_time);
    let patch = json!({ "id": event.id, "scope": "following", "occurrence": first, "title": "X" });
    assert_eq!(person.send::<UpdateEvent>(patch).await.unwrap().value.id, event.id);
}

/// Whatever the cut, the two parts together are the whole.
async fn a_counted_series_splits_without_losing_any(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for rule in [
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;COUNT=7;WKST=SU",
        "FREQ=MONTHLY;COUNT=5",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=6",
        "FREQ=DAILY;INTERVAL=3;UNTIL=20261224",
        "FREQ=YEARLY;BYMONTH=1,11;BYMONTHDAY=-1;COUNT=4",
        "FREQ=HOURLY;INTERVAL=5;COUNT=9",
    ] {
        let event = standup(&person, rule).await;
        let (from, to) = ("2026-11-01", "2030-01-01");
        let times =
            |events: Vec<Event>| events.into_iter().map(|one| one.start_time).collect::<Vec<_>>();
        let whole = times(list(&person, from, to).await);
        assert!(whole.len() > 3, "{rule}");
        for at in &whole {
            let patch =
                json!({ "id": event.id, "scope": "following", "occurrence": at, "title": "Later" });
            let done = person.send::<UpdateEvent>(patch).await.unwrap();
            assert_eq!(times(list(&person, from, to).await), whole, "{rule} {at:?}");
            undo(&person, done.undo).await;
            assert_eq!(times(list(&person, from, to).await), whole, "{rule} {at:?}");
        }
        person.call::<DeleteEvent>(event.id.into()).await.unwrap();
    }
}

async fn deleting_the_following_ends_it(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY").await;
    let handle = handle(&person, "2026-12-07").await;
    let part = json!({ "id": event.id, "scope": "following", "occurrence": handle });
    let done = person.send::<DeleteEvent>(part).await.unwrap();
    assert_eq!(month(&person).await, ["Standup 11-23 08:00", "Standup 11-30 08:00"]);
    undo(&person, done.undo).await;
    assert_eq!(month(&person).await.len(), 4);
}

async fn all_of_it_moves_with_its_exceptions(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY").await;
    let skipped = handle(&person, "2026-11-30").await;
    let part = json!({ "id": event.id, "scope": "this", "occurrence": skipped });
    person.send::<DeleteEvent>(part).await.unwrap();
    let moved = handle(&person, "2026-12-07").await;
    let patch = json!({
        "id": event.id, "scope": "this", "occurrence": moved, "start_time": "2026-12-08T12:00",
        "end_time": "2026-12-08T12:15",
    });
    person.send::<UpdateEvent>(patch).await.unwrap();
    // "Move all standups to 10", said of the one on 14 December.
    let patch = json!({
        "id": event.id, "scope": "all", "occurrence": handle(&person, "2026-12-14").await,
        "start_time": "2026-12-14T10:00", "end_time": "2026-12-14T10:15",
    });
    let done = person.send::<UpdateEvent>(patch).await.unwrap();
    let expected = ["Standup 11-23 09:00", "Standup 12-08 11:00", "Standup 12-14 09:00"];
    assert_eq!(month(&person).await, expected);
    undo(&person, done.undo).await;
    let expected = ["Standup 11-23 08:00", "Standup 12-08 11:00", "Standup 12-14 08:00"];
    assert_eq!(month(&person).await, expected);
}

async fn a_changed_rule_keeps_the_exceptions_that_still_fit(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY;BYDAY=MO,TH").await;
    for day in ["2026-11-26", "2026-11-30"] {
        let part = json!({
            "id": event.id, "scope": "this", "occurrence": handle(&person, day).await,
        });
        person.send::<DeleteEvent>(part).await.unwrap();
    }
    let patch = json!({ "id": event.id, "rrule": "FREQ=WEEKLY;BYDAY=MO" });
    let changed = person.send::<UpdateEvent>(patch).await.unwrap().value;
    assert_eq!(changed.exceptions.len(), 1);
    let expected = ["Standup 11-23 08:00", "Standup 12-07 08:00", "Standup 12-14 08:00"];
    assert_eq!(month(&person).await, expected);
    let patch = json!({ "id": event.id, "rrule": null });
    assert!(person.send::<UpdateEvent>(patch).await.unwrap().value.exceptions.is_empty());
    assert_eq!(month(&person).await, ["Standup 11-23 08:00"]);
}

async fn extra_dates_and_dates_left_out(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = json!({
        "title": "Market", "start_time": "2026-11-28", "end_time": "2026-11-29",
        "rrule": "FREQ=WEEKLY", "rdate": "2026-12-09", "exdate": "2026-12-05,2026-12-06",
    });
    let event = person.send::<CreateEvent>(event).await.unwrap().value;
    let days = |events: Vec<Event>| {
        let date = |one: &Event| one.start_time.stored().format("%m-%d").to_string();
        events.iter().map(date).collect::<Vec<_>>()
    };
    let (from, to) = MONTH;
    assert_eq!(days(list(&person, from, to).await), ["11-28", "12-09", "12-12", "12-19"]);
    let patch = json!({ "id": event.id, "exdate": null, "rdate": "2026-12-09,2026-12-10" });
    person.send::<UpdateEvent>(patch).await.unwrap();
    let expected = ["11-28", "12-05", "12-09", "12-10", "12-12", "12-19"];
    assert_eq!(days(list(&person, from, to).await), expected);
    let extra = json!({ "id": event.id, "scope": "this", "occurrence": "2026-12-10" });
    person.send::<DeleteEvent>(extra).await.unwrap();
    assert_eq!(days(list(&person, from, to).await).len(), 5);
}

async fn agenda_and_free_time_see_occurrences(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = json!({
        "title": "Focus", "start_time": "2020-01-01T09:00", "end_time": "2020-01-01T12:00",
        "rrule": "FREQ=DAILY",
    });
    person.send::<CreateEvent>(event).await.unwrap();
    let agenda = json!({ "from": "2026-11-23", "days": 3 });
    let agenda = person.send::<UpcomingAgenda>(agenda).await.unwrap().value;
    assert_eq!(agenda.events.len(), 3);
    let filter = json!({ "from": "2026-11-24", "to": "2026-11-25", "minutes": 60 });
    let free = person.send::<FindFreeTime>(filter).await.unwrap().value;
    let starts: Vec<DateTime<Utc>> =
        free.slots.iter().map(|slot| slot.start_time.stored()).collect();
    // Until nine, and from noon in Berlin on.
    let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
    let expected = ["2026-11-24T07:00:00Z", "2026-11-24T11:00:00Z"].map(at);
    assert_eq!(starts, expected);
}

async fn bulk_moves_take_the_rule_along(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY;BYDAY=MO").await;
    let input = json!({ "rows": [{ "kind": "event", "id": event.id }], "change": { "move": { "days": 2 } } });
    let done = person.send::<ChangeMany>(input).await.unwrap();
    let found = starts(&person, "2026-11-23", "2026-12-07").await;
    assert_eq!(found, ["Standup 11-25 08:00", "Standup 12-02 08:00"]);
    undo(&person, done.undo).await;
    assert_eq!(starts(&person, "2026-11-23", "2026-11-30").await, ["Standup 11-23 08:00"]);
}

async fn bad_parts_are_refused(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = standup(&person, "FREQ=WEEKLY").await;
    for (patch, field) in [
        (json!({ "scope": "this", "title": "x" }), "occurrence"),
        (json!({ "scope": "some", "occurrence": "2026-11-30" }), "scope"),
        (json!({ "scope": "this", "occurrence": "2026-11-30T10:00", "title": "x" }), "occurrence"),
        (json!({ "scope": "following", "occurrence": "2026-11-29", "title": "x" }), "occurrence"),
        (
            json!({ "scope": "this", "occurrence": "2026-11-30T09:00", "rrule": "FREQ=DAILY" }),
            "rrule",
        ),
        (json!({ "rrule": "FREQ=DAILY;INTERVAL=7;BYDAY=TU" }), "rrule"),
        (json!({ "rrule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29" }), "rrule"),
    ] {
        let mut input = patch.clone();
        input["id"] = json!(event.id);
        let refused = person.send::<UpdateEvent>(input).await.unwrap_err();
        assert!(matches!(&refused, Error::Invalid(bad) if bad.message(field).is_some()), "{patch}");
    }
}
