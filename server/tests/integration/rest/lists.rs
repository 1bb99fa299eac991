//! Lists: bare arrays, their order, filters and pages.

use serde_json::{Value, json};

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(pages_are_linked, filters_apply, dates_are_the_persons);

async fn titles(user: &Client, uri: &str) -> Vec<String> {
    let answer = user.get(uri).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let Value::Array(rows) = answer.json() else { panic!("no bare array: {}", answer.text()) };
    rows.iter()
        .map(|row| {
            let name = row.get("title").or_else(|| row.get("category"));
            name.and_then(Value::as_str).unwrap().to_owned()
        })
        .collect()
}

async fn pages_are_linked(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    for number in 1..=5 {
        let due = format!("2026-12-0{number}");
        user.post("/api/tasks", json!({ "title": format!("t{number}"), "due_date": due })).await;
    }
    let mut uri = "/api/tasks?limit=2&is_complete=false&q=t".to_owned();
    let mut seen = Vec::new();
    let mut pages = 0;
    loop {
        let answer = user.get(&uri).await;
        let rows = answer.json();
        seen.extend(rows.as_array().unwrap().iter().map(|row| row["title"].clone()));
        pages += 1;
        if !answer.headers.contains_key("link") {
            break;
        }
        let link = answer.header("link");
        uri = link.strip_prefix('<').unwrap().strip_suffix(">; rel=\"next\"").unwrap().to_owned();
        assert!(uri.starts_with("/api/tasks?limit=2&is_complete=false&q=t&cursor="), "{link}");
        assert_eq!(uri.matches("cursor=").count(), 1, "{link}");
    }
    assert_eq!(pages, 3);
    assert_eq!(seen, ["t1", "t2", "t3", "t4", "t5"]);
    for (query, field) in [
        ("limit=0", "limit"),
        ("limit=1001", "limit"),
        ("limit=-1", "limit"),
        ("limit=99999999999999999999", "limit"),
        ("cursor=nonsense", "cursor"),
    ] {
        let answer = user.get(&format!("/api/tasks?{query}")).await;
        assert_eq!(answer.bad_fields(), [field], "{query}");
    }
    assert_eq!(user.get("/api/tasks?limit=&cursor=").await.status, 200);
}

async fn filters_apply(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    for (title, start, end) in [
        ("Breakfast", "2026-11-23T07:00:00Z", "2026-11-23T08:00:00Z"),
        ("Lunch", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z"),
        ("Night train", "2026-11-23T22:00:00Z", "2026-11-24T06:00:00Z"),
    ] {
        let event = json!({ "title": title, "start_time": start, "end_time": end });
        assert_eq!(user.post("/api/events", event).await.status, 201);
    }
    let range = "/api/events?from=2026-11-23T08:00:00Z&to=2026-11-23T22:00:00Z";
    assert_eq!(titles(&user, range).await, ["Lunch"]);
    let range = "/api/events?from=2026-11-24T00:00:00%2B00:00";
    assert_eq!(titles(&user, range).await, ["Night train"]);
    assert_eq!(titles(&user, "/api/events?q=LUNCH").await, ["Lunch"]);
    assert_eq!(titles(&user, "/api/events?q=%25").await, Vec::<String>::new());

    for (title, due, done) in [
        ("Late", Some("2026-11-20"), false),
        ("Soon", Some("2026-11-24T10:00:00Z"), false),
        ("Done", Some("2026-11-21"), true),
        ("Undated", None, false),
    ] {
        let task = json!({ "title": title, "due_date": due, "is_complete": done });
        assert_eq!(user.post("/api/tasks", task).await.status, 201);
    }
    assert_eq!(titles(&user, "/api/tasks").await, ["Late", "Soon", "Undated", "Done"]);
    assert_eq!(titles(&user, "/api/tasks?is_complete=true").await, ["Done"]);
    let before = "/api/tasks?due_before=2026-11-22&is_complete=false";
    assert_eq!(titles(&user, before).await, ["Late"]);
    assert_eq!(titles(&user, "/api/tasks?due_after=2026-11-22").await, ["Soon"]);

    for (category, when) in [("Food", "2026-11-01"), ("Rent", "2026-11-02")] {
        let expense = json!({ "amount": 1, "category": category, "incurred_at": when });
        assert_eq!(user.post("/api/expenses", expense).await.status, 201);
    }
    assert_eq!(titles(&user, "/api/expenses").await, ["Rent", "Food"]);
    assert_eq!(titles(&user, "/api/expenses?category=food").await, ["Food"]);
    let range = "/api/expenses?from=2026-11-02&to=2026-11-03";
    assert_eq!(titles(&user, range).await, ["Rent"]);
    let backwards = user.get("/api/expenses?from=2026-11-03&to=2026-11-02").await;
    assert_eq!(backwards.bad_fields(), ["to"]);
}

/// A plain date means the person's day, which in Berlin begins an hour before UTC's.
async fn dates_are_the_persons(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let expense = json!({
        "amount": 1, "category": "Night bus", "incurred_at": "2026-11-30T23:30:00Z",
    });
    user.post("/api/expenses", expense).await;
    assert_eq!(titles(&user, "/api/expenses?from=2026-12-01").await, ["Night bus"]);
    let months = user.get("/api/expenses/summary?by=month").await.json();
    assert_eq!(months["groups"][0]["key"], "2026-12");
}
