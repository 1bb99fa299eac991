//! Lists: their order, their filters and their pages.

use domain::task::Task;
use serde_json::json;
use server::error::Error;
use server::operations::agenda::UpcomingAgenda;
use server::operations::events::ListEvents;
use server::operations::expenses::ListExpenses;
use server::operations::tasks::{CompleteTask, ListTasks};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    events_overlap_the_half_open_range,
    all_day_events_are_found_by_date,
    tasks_are_open_first_by_deadline_undated_last,
    pages_follow_each_other_without_gap_or_double,
    words_are_found_whatever_their_case,
    the_agenda_tells_due_from_overdue,
    a_made_up_cursor_is_refused,
);

fn titles(tasks: &[Task]) -> Vec<&str> {
    tasks.iter().map(|task| task.title.as_str()).collect()
}

async fn found_events(person: &Person, from: &str, to: &str) -> Vec<String> {
    let page = person.send::<ListEvents>(json!({ "from": from, "to": to })).await.unwrap().value;
    page.items.into_iter().map(|event| event.title).collect()
}

async fn events_overlap_the_half_open_range(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("before", "2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z").await;
    person.event("into", "2026-11-23T08:30:00Z", "2026-11-23T09:30:00Z").await;
    person.event("instant", "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z").await;
    person.event("after", "2026-11-23T10:00:00Z", "2026-11-23T11:00:00Z").await;
    let found = found_events(&person, "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z").await;
    assert_eq!(found, ["into", "instant"]);
}

async fn all_day_events_are_found_by_date(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let fair = person.event("Fair", "2026-11-24", "2026-11-26").await.value;
    assert!(fair.all_day);
    // Midnight in Berlin is 23:00 UTC of the day before.
    let day = |day: u32| format!("2026-11-{day}T23:00:00Z");
    assert!(found_events(&person, &day(22), &day(23)).await.is_empty(), "the 23rd");
    assert_eq!(found_events(&person, &day(23), &day(24)).await, ["Fair"], "the 24th");
    assert_eq!(found_events(&person, &day(24), &day(25)).await, ["Fair"], "the 25th");
    assert!(found_events(&person, &day(25), &day(26)).await.is_empty(), "the 26th");
    assert_eq!(found_events(&person, "2026-11-25", "2026-11-26").await, ["Fair"]);
}

async fn tasks_are_open_first_by_deadline_undated_last(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("undated", None).await;
    person.task("late", Some("2026-12-24")).await;
    person.task("soon", Some("2026-11-23T08:00:00Z")).await;
    let done = person.task("done", Some("2026-11-01")).await.value;
    person.call::<CompleteTask>(done.id.into()).await.unwrap();
    let all = person.send::<ListTasks>(json!({})).await.unwrap().value.items;
    assert_eq!(titles(&all), ["soon", "late", "undated", "done"]);
    let filter = json!({ "is_complete": false, "due_before": "2026-12-01T00:00:00Z" });
    let some = person.send::<ListTasks>(filter).await.unwrap().value.items;
    assert_eq!(titles(&some), ["soon"]);
    let filter = json!({ "due_after": "2026-11-24" });
    let some = person.send::<ListTasks>(filter).await.unwrap().value.items;
    assert_eq!(titles(&some), ["late"]);
}

async fn pages_follow_each_other_without_gap_or_double(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for index in 0..7 {
        let due = (index % 3 != 0).then_some("2026-12-01");
        let task = person.task(&format!("task {index}"), due).await.value;
        if index % 4 == 3 {
            person.call::<CompleteTask>(task.id.into()).await.unwrap();
        }
        // All at the same moment, so that only the identifier tells them apart.
        person.expense("1.00", "Food", "2026-11-22T08:00:00Z").await;
    }
    let whole = person.send::<ListTasks>(json!({})).await.unwrap().value.items;
    let (mut paged, mut cursor) = (Vec::new(), None);
    loop {
        let filter = json!({ "limit": 2, "cursor": cursor });
        let page = person.send::<ListTasks>(filter).await.unwrap().value;
        assert!(page.items.len() <= 2);
        paged.extend(page.items);
        cursor = page.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(paged, whole);
    let first = person.send::<ListExpenses>(json!({ "limit": 4 })).await.unwrap().value;
    let rest = json!({ "limit": 4, "cursor": first.next });
    let rest = person.send::<ListExpenses>(rest).await.unwrap().value;
    assert_eq!((first.items.len(), rest.items.len(), rest.next), (4, 3, None));
    assert!(first.items.iter().all(|expense| !rest.items.contains(expense)));
}

async fn words_are_found_whatever_their_case(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("Renew PASSPORT 100%", None).await;
    person.task("Buy milk", None).await;
    let find = async |words: &str| {
        let page = person.send::<ListTasks>(json!({ "q": words })).await.unwrap().value;
        page.items.len()
    };
    assert_eq!(find("passport renew").await, 1);
    assert_eq!(find("100%").await, 1);
    assert_eq!(find("1_0").await, 0, "a wildcard is an ordinary character");
    assert_eq!(find("%").await, 1);
}

async fn the_agenda_tells_due_from_overdue(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("yesterday", Some("2026-11-21")).await;
    person.task("this morning", Some("2026-11-22T08:00:00Z")).await;
    person.task("today", Some("2026-11-22")).await;
    person.task("tonight", Some("2026-11-22T20:00:00Z")).await;
    person.task("tomorrow", Some("2026-11-23")).await;
    person.task("someday", None).await;
    let agenda = person.send::<UpcomingAgenda>(json!({ "days": 1 })).await.unwrap().value;
    assert_eq!(titles(&agenda.overdue), ["yesterday", "this morning"]);
    assert_eq!(titles(&agenda.due), ["today", "tonight"]);
    assert_eq!(titles(&agenda.undated), ["someday"]);
}

async fn a_made_up_cursor_is_refused(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for cursor in ["x", "bnVsbA", "WzEsMl0"] {
        let answer = person.send::<ListTasks>(json!({ "cursor": cursor })).await;
        assert!(matches!(answer, Err(Error::Invalid(_))), "{cursor}");
    }
}
