//! Filters find what they say, and their opposites the rest.

use domain::input::Field;
use domain::task::TaskFilter;
use serde_json::json;
use server::error::Error;
use server::operations::saved_filters::{
    CreateSavedFilter, DeleteSavedFilter, ListSavedFilters, PlaceSavedFilter, ReadSavedFilter,
    UpdateSavedFilter,
};
use server::operations::tasks::{ListTasks, UpdateTask};

use super::arranging::{bad, list, task, titles, undo};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    filters_find_what_they_say,
    opposites_find_the_rest,
    filters_are_the_persons_own,
    saved_filters_are_kept,
);

/// Somebody with a task for everything that a filter can look at. It is Sunday 22 November 2026,
/// 10:00 in Berlin, and weeks begin on Monday.
async fn somebody(database: &TestDatabase) -> Person {
    let person = Person::new(&database.open().await).await;
    let work = list(&person, "Work").await;
    let report = json!({
        "title": "Report", "due_date": "2026-11-22", "priority": "high", "list_id": work,
        "labels": "home office", "estimate_minutes": 120, "notes": "100% sure_thing",
    });
    let report = task(&person, report).await;
    for new in [
        json!({ "title": "Charts", "parent_id": report.id }),
        json!({ "title": "Oat milk", "due_date": "2026-11-22T08:00:00Z", "labels": "homes" }),
        json!({ "title": "Milk, oat", "due_date": "2026-11-23T23:30:00Z", "priority": "medium" }),
        json!({ "title": "Rent", "due_date": "2026-11-30", "rrule": "FREQ=MONTHLY" }),
        json!({ "title": "Old", "due_date": "2026-11-20", "priority": "low" }),
    ] {
        task(&person, new).await;
    }
    let ring = task(&person, json!({ "title": "Ring", "due_date": "2026-11-20" })).await;
    let done = json!({ "id": ring.id, "is_complete": true });
    person.send::<UpdateTask>(done).await.unwrap();
    person
}

async fn filters_find_what_they_say(database: TestDatabase) {
    let person = somebody(&database).await;
    for (filter, expected) in [
        ("", "Charts Milk, oat Oat milk Old Rent Report Ring"),
        ("milk", "Milk, oat Oat milk"),
        ("MILK oat", "Milk, oat Oat milk"),
        ("\"oat milk\"", "Oat milk"),
        ("\"0% sure_\"", "Report"),
        ("\"0%sure\" or s_re", ""),
        ("p1", "Report"),
        ("p2 or p3", "Milk, oat Old"),
        ("p4 -is:subtask", "Oat milk Rent Ring"),
        ("#home", "Report"),
        ("label:#Office -#homes", "Report"),
        ("list:work", "Charts Report"),
        ("list:\" WORK \" -is:subtask", "Report"),
        ("list:none due:any -done", "Milk, oat Oat milk Old Rent"),
        ("due:today", "Oat milk Report"),
        ("due:today p1 #home -done", "Report"),
        ("due:sun", "Oat milk Report"),
        // Half past midnight on Tuesday in Berlin.
        ("due:tue", "Milk, oat"),
        ("due:tomorrow", ""),
        ("due:overdue", "Oat milk Old"),
        ("due:week", "Oat milk Old Report Ring"),
        ("due:next-week", "Milk, oat"),
        ("due:month", "Milk, oat Oat milk Old Rent Report Ring"),
        ("due:3d", "Milk, oat Oat milk Report"),
        ("due:<2026-11-22", "Old Ring"),
        ("due:>today -due:>=2026-11-30", "Milk, oat"),
        ("due:2026-11-23..2026-11-30", "Milk, oat Rent"),
        ("due:none", "Charts"),
        ("no:due or is:repeating", "Charts Rent"),
        ("done", "Ring"),
        ("is:done done:today", "Ring"),
        ("done:<today", ""),
        ("estimate:>1h", "Report"),
        ("estimate:<=119", ""),
        ("has:notes has:label has:estimate has:priority has:list has:due", "Report"),
    ] {
        let mut found = titles(&person, json!({ "filter": filter })).await;
        found.sort();
        assert_eq!(found.join(" "), expected, "{filter}");
    }
    // Beside other wishes.
    let both = json!({ "filter": "milk", "due_after": "2026-11-23" });
    assert_eq!(titles(&person, both).await, ["Milk, oat"]);
    for (filter, part) in [
        ("due:soon", "“due:soon” (character 1)"),
        ("p1 list:Wrok", "“Wrok”"),
        ("p1 or", "“or” (character 4)"),
    ] {
        let query = TaskFilter { filter: Field::from(filter), ..TaskFilter::default() };
        let Err(Error::Invalid(invalid)) = person.call::<ListTasks>(query).await else {
            panic!("{filter} is accepted")
        };
        let message = invalid.message("filter").unwrap_or_default();
        assert!(message.contains(part), "{message}");
    }
}

/// Each test of the language is true or false of every task, whatever is empty in it.
async fn opposites_find_the_rest(database: TestDatabase) {
    let person = somebody(&database).await;
    for filter in [
        "milk",
        "sure",
        "p1",
        "p4",
        "#home",
        "list:work",
        "due:today",
        "due:overdue",
        "due:<tomorrow",
        "due:any",
        "due:none",
        "done",
        "is:open",
        "is:repeating",
        "is:subtask",
        "done:today",
        "done:>today",
        "has:list",
        "no:list",
        "has:notes",
        "no:label",
        "has:priority",
        "estimate:120m",
        "estimate:>5",
        "no:estimate",
    ] {
        let found = titles(&person, json!({ "filter": filter })).await;
        let rest = titles(&person, json!({ "filter": format!("-{filter}") })).await;
        assert_eq!(found.len() + rest.len(), 7, "{filter}: {found:?} and {rest:?}");
        assert!(found.iter().all(|title| !rest.contains(title)), "{filter}");
    }
}

async fn filters_are_the_persons_own(database: TestDatabase) {
    let person = somebody(&database).await;
    let stranger = Person::new(&database.open().await).await;
    for filter in ["", "-done", "p1 or -p1", "done or is:open or no:due"] {
        let found = titles(&stranger, json!({ "filter": filter })).await;
        assert_eq!(found, Vec::<String>::new(), "{filter}");
    }
    // A list of that name is nobody else's.
    assert_eq!(bad(stranger.send::<ListTasks>(json!({ "filter": "list:work" })).await), "filter");
    let theirs = list(&stranger, "Work").await;
    assert_eq!(titles(&stranger, json!({ "filter": "list:work" })).await.len(), 0);
    assert_eq!(titles(&person, json!({ "list_id": theirs })).await.len(), 0);
}

async fn saved_filters_are_kept(database: TestDatabase) {
    let person = somebody(&database).await;
    let save = |name: &str, filter: &str| json!({ "name": name, "filter": filter });
    let now = person.send::<CreateSavedFilter>(save("Now", "due:today p1")).await.unwrap();
    let home = person.send::<CreateSavedFilter>(save("Home", "#home")).await.unwrap().value;
    assert_eq!(bad(person.send::<CreateSavedFilter>(save("x", "due:soon")).await), "filter");
    assert_eq!(bad(person.send::<CreateSavedFilter>(save(" ", "p1")).await), "name");
    let id = now.value.id;
    let wrong = json!({ "id": id, "filter": "or" });
    assert_eq!(bad(person.send::<UpdateSavedFilter>(wrong).await), "filter");
    let changed = json!({ "id": id, "filter": "due:today" });
    let changed = person.send::<UpdateSavedFilter>(changed).await.unwrap();
    undo(&person, changed.undo).await;
    let kept = person.call::<ReadSavedFilter>(id.into()).await.unwrap().value;
    assert_eq!((kept.filter.as_str(), kept.version), ("due:today p1", 3));

    let names = async || {
        let all = person.call::<ListSavedFilters>(()).await.unwrap().value;
        all.into_iter().map(|filter| filter.name).collect::<Vec<_>>()
    };
    let place = json!({ "id": home.id, "before": id });
    let placed = person.send::<PlaceSavedFilter>(place).await.unwrap();
    assert_eq!(names().await, ["Home", "Now"]);
    undo(&person, placed.undo).await;
    assert_eq!(names().await, ["Now", "Home"]);
    let gone = person.call::<DeleteSavedFilter>(id.into()).await.unwrap();
    assert_eq!(names().await, ["Home"]);
    undo(&person, gone.undo).await;
    undo(&person, now.undo).await;
    assert_eq!(names().await, ["Home"]);
}
