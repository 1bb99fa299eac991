//! Nothing that a client sends is an error of the server.

use axum::http::Method;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(strange_values_are_refused_or_stored, strange_queries_are_read_or_refused);

/// How many requests of each kind are made up.
const TRIES: usize = 150;

/// Values that have broken servers before, and anything else.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(json!("\u{0}")),
        Just(json!("a\u{0}b")),
        Just(json!("\u{202e}\u{feff}")),
        Just(json!(u64::MAX)),
        Just(json!(i64::MIN)),
        Just(json!(f64::MAX)),
        Just(json!("9999-12-31T23:59:59Z")),
        Just(json!("0000-01-01")),
        Just(json!("2026-11-23T13:00:00+23:59")),
        Just(json!("-1-1-1")),
        Just(json!({ "a": [null] })),
        Just(json!("' OR 1=1 --")),
        Just(json!("FREQ=SECONDLY;BYDAY=MO,MO")),
        Just(json!("FREQ=WEEKLY;BYDAY=MO")),
        any::<String>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
    ]
}

/// Bodies of any of the known fields.
fn body() -> impl Strategy<Value = Value> {
    let field = prop::sample::select(vec![
        "title",
        "description",
        "start_time",
        "end_time",
        "all_day",
        "location",
        "time_zone",
        "rrule",
        "repeat_from",
        "notes",
        "is_complete",
        "due_date",
        "priority",
        "amount",
        "currency",
        "category",
        "incurred_at",
        "email",
        "password",
        "locale",
        "list_id",
        "parent_id",
        "labels",
        "estimate_minutes",
        "name",
        "filter",
        "after",
        "day",
        "unknown",
    ]);
    prop::collection::btree_map(field, value(), 0..6).prop_map(|fields| json!(fields))
}

async fn strange_values_are_refused_or_stored(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    let mut runner = TestRunner::deterministic();
    let event = json!({ "title": "x", "start_time": "2026-11-23", "end_time": "2026-11-24" });
    let event = user.post("/api/events", event).await.id();
    let task = user.post("/api/tasks", json!({ "title": "x" })).await.id();
    for _ in 0..TRIES {
        let body = body().new_tree(&mut runner).unwrap().current();
        for answer in [
            user.post("/api/events", body.clone()).await,
            user.post("/api/tasks", body.clone()).await,
            user.post("/api/expenses", body.clone()).await,
            user.post("/api/lists", body.clone()).await,
            user.post("/api/filters", body.clone()).await,
            user.post("/api/tasks/bulk", body.clone()).await,
            user.post("/api/expenses/bulk", body.clone()).await,
            user.post(&format!("/api/tasks/{task}/move"), body.clone()).await,
            user.patch(&format!("/api/events/{event}"), body.clone()).await,
            anon.post("/api/auth/sign-in", body.clone()).await,
        ] {
            assert!(answer.status.as_u16() < 500, "{body}: {}", answer.text());
        }
    }
}

async fn strange_queries_are_read_or_refused(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    user.post("/api/tasks", json!({ "title": "x", "due_date": "2026-11-23" })).await;
    let mut queries: Vec<String> = [
        "filter=%00", "filter=%22", "filter=or", "filter=due:%3C", "filter=list:%27%20OR%201", "filter=-",
        "filter=%23home+-p1", "order=hand&cursor=W2ZhbHNlLDEsIngiXQ", "order=done", "order=x",
        "q=%00", "q=%FF%FE", "q=%", "q=%zz", "q=a&q=b", "&&&", "=", "q", "q=%25_%5C",
        "from=%00&to=%00", "from=2026-11-23T10:00:00+01:00", "limit=%31", "cursor=AAAA",
        "cursor=bnVsbA", "cursor=W10", "due_before=9999-12-31", "to=1900-01-01",
        // A cursor of the right form with values that no row has.
        "cursor=W2ZhbHNlLCItMjYyMTQzLTAxLTAxVDAwOjAwOjAwWiIsIjAwMDAwMDAwLTAwMDAtNDAwMC04MDAwLTAwMDAwMDAwMDAwMCJd",
    ]
    .map(str::to_owned)
    .into();
    let mut runner = TestRunner::deterministic();
    let strategy = "(q|from|to|due_after|cursor|category|by|filter|order|list_id)=([A-Za-z0-9:.+-]|%[0-9A-F]{2}){0,12}";
    let strategy = proptest::string::string_regex(strategy).unwrap();
    queries.extend((0..TRIES).map(|_| strategy.new_tree(&mut runner).unwrap().current()));
    for query in queries {
        for list in ["events", "tasks", "expenses", "expenses/summary"] {
            let uri = format!("/api/{list}?{query}");
            let answer = user.send(Method::GET, &uri, Vec::new()).await;
            assert!(matches!(answer.status.as_u16(), 200 | 400), "{uri}: {}", answer.text());
        }
    }
}
