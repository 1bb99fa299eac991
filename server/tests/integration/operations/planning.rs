//! Free time, and many rows in one step.

use domain::bulk::{BulkChange, Kind, RowId, Shift};
use domain::history::Door;
use serde_json::json;
use server::error::Error;
use server::operations::bulk::{ChangeMany, DeleteMany};
use server::operations::call;
use server::operations::events::ReadEvent;
use server::operations::free_time::FindFreeTime;
use server::operations::history::Undo;
use server::operations::tasks::ReadTask;

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    free_time_is_what_events_leave,
    free_time_keeps_the_wall_clock,
    many_rows_are_changed_and_taken_back_as_one,
    a_stranger_among_them_stops_all,
    many_rows_wait_for_a_yes_in_chat,
);

async fn free(person: &Person, filter: serde_json::Value) -> Vec<(String, String)> {
    let found = person.send::<FindFreeTime>(filter).await.unwrap().value;
    let slots = found.slots.iter();
    slots
        .map(|slot| {
            let time =
                |moment: domain::time::Moment| moment.stored().format("%d %H:%M").to_string();
            (time(slot.start_time), time(slot.end_time))
        })
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
}

async fn free_time_is_what_events_leave(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Workshop", "2026-11-24T13:00", "2026-11-24T17:00").await;
    person.event("Overlap", "2026-11-24T16:00", "2026-11-24T18:00").await;
    person.event("Offsite", "2026-11-24", "2026-11-25").await;
    let tuesday = json!({ "from": "2026-11-24", "to": "2026-11-25" });
    // Berlin is an hour ahead of UTC.
    let expected = pairs(&[("24 07:00", "24 12:00"), ("24 17:00", "24 21:00")]);
    assert_eq!(free(&person, tuesday).await, expected);
    let long = json!({ "from": "2026-11-24", "to": "2026-11-25", "minutes": 300 });
    assert_eq!(free(&person, long).await, pairs(&[("24 07:00", "24 12:00")]));
    let afternoon = json!({
        "from": "2026-11-24", "to": "2026-11-25", "not_before": "12:00", "not_after": "18:00",
    });
    assert_eq!(free(&person, afternoon).await, pairs(&[("24 11:00", "24 12:00")]));
    // It is ten in the morning: what is over is not free any more.
    let today = json!({ "from": "2026-11-22", "to": "2026-11-23" });
    assert_eq!(free(&person, today).await, pairs(&[("22 09:00", "22 21:00")]));
    for bad in [
        json!({ "from": "2026-11-24" }),
        json!({ "from": "2026-11-24", "to": "2027-11-24" }),
        json!({ "from": "2026-11-24", "to": "2026-11-25", "not_before": "9", "minutes": 0 }),
    ] {
        let refused = person.send::<FindFreeTime>(bad.clone()).await;
        assert!(matches!(refused, Err(Error::Invalid(_))), "{bad}");
    }
}

async fn free_time_keeps_the_wall_clock(database: TestDatabase) {
    let mut person = Person::new(&database.open().await).await;
    person.set_now("2026-03-01T09:00:00Z");
    // Clocks go forward in the night to the 29th.
    let days = json!({ "from": "2026-03-28", "to": "2026-03-30" });
    let expected = pairs(&[("28 07:00", "28 21:00"), ("29 06:00", "29 20:00")]);
    assert_eq!(free(&person, days).await, expected);
}

async fn many_rows_are_changed_and_taken_back_as_one(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let event = person.event("Review", "2026-11-24T13:00", "2026-11-24T14:30").await.value;
    let task = person.task("Call mom", Some("2026-11-24")).await.value;
    let rows = vec![RowId::whole(Kind::Event, event.id), RowId::whole(Kind::Task, task.id)];
    let change = BulkChange::Move(Shift::Days(6));
    let input = domain::bulk::ChangeRows { rows: rows.clone(), change };
    let done = person.call::<ChangeMany>(input).await.unwrap();
    let moved = person.call::<ReadEvent>(event.id.into()).await.unwrap().value;
    assert_eq!(moved.start_time.stored().to_rfc3339(), "2026-11-30T12:00:00+00:00");
    assert_eq!(moved.end_time.stored().to_rfc3339(), "2026-11-30T13:30:00+00:00");
    person.send::<Undo>(json!({ "token": done.undo })).await.unwrap();
    let back = person.call::<ReadTask>(task.id.into()).await.unwrap().value;
    assert_eq!(back.due_date, task.due_date);

    let complete = domain::bulk::ChangeRows { rows, change: BulkChange::Complete };
    let refused = person.call::<ChangeMany>(complete).await;
    assert!(matches!(refused, Err(Error::Invalid(_))), "events are not completed");
    let none = domain::bulk::DeleteRows { rows: Vec::new() };
    assert!(matches!(person.call::<DeleteMany>(none).await, Err(Error::Invalid(_))));
}

async fn a_stranger_among_them_stops_all(database: TestDatabase) {
    let open = database.open().await;
    let (person, stranger) = (Person::new(&open).await, Person::new(&open).await);
    let own = person.task("Mine", None).await.value;
    let foreign = stranger.task("Theirs", None).await.value;
    let rows = [own.id, foreign.id].map(|id| RowId::whole(Kind::Task, id)).to_vec();
    let delete = domain::bulk::DeleteRows { rows };
    assert!(matches!(person.call::<DeleteMany>(delete).await, Err(Error::NotFound)));
    assert!(person.call::<ReadTask>(own.id.into()).await.is_ok(), "all or none");
}

async fn many_rows_wait_for_a_yes_in_chat(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let mut rows = Vec::new();
    for title in ["a", "b", "c", "d", "e", "f"] {
        rows.push(RowId::whole(Kind::Task, person.task(title, None).await.value.id));
    }
    let change = BulkChange::Complete;
    let context = person.context(Door::Chat);
    let six = domain::bulk::ChangeRows { rows: rows.clone(), change };
    let unasked = call::<ChangeMany>(&context, six.clone()).await;
    assert!(matches!(unasked, Err(Error::Forbidden(_))));
    assert!(call::<ChangeMany>(&context.confirmed(), six).await.is_ok());
    let one = domain::bulk::DeleteRows { rows: rows[..1].to_vec() };
    assert!(matches!(call::<DeleteMany>(&context, one).await, Err(Error::Forbidden(_))));
    let five = domain::bulk::ChangeRows { rows: rows[..5].to_vec(), change: BulkChange::Reopen };
    assert!(call::<ChangeMany>(&context, five).await.is_ok());
}
