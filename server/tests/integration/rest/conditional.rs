//! Entity tags: what a client has already is not sent again, and what has changed
//! meanwhile is not written over.

use axum::http::{Method, header};
use serde_json::json;

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    what_is_known_is_not_sent_again,
    a_head_request_has_no_body,
    a_row_that_changed_meanwhile_is_left_alone
);

async fn get_if_changed(user: &Client, uri: &str, tag: &str) -> u16 {
    let answer = user.clone().with(header::IF_NONE_MATCH, tag).get(uri).await;
    if answer.status == 304 {
        assert!(answer.body.is_empty());
        assert!(tag.contains(answer.header("etag")));
        assert!(!answer.headers.contains_key("content-type"));
    }
    answer.status.as_u16()
}

async fn what_is_known_is_not_sent_again(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = user.post("/api/tasks", json!({ "title": "Pay rent" })).await;
    let row = format!("/api/tasks/{}", task.id());
    for uri in [row.as_str(), "/api/tasks", "/api/tasks?limit=1", "/api/expenses/summary"] {
        let answer = user.get(uri).await;
        let tag = answer.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{tag}");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(get_if_changed(&user, uri, &tag).await, 304);
        assert_eq!(get_if_changed(&user, uri, &format!("\"other\", {tag}")).await, 304);
        assert_eq!(get_if_changed(&user, uri, "W/\"other\"").await, 200);
    }
    let (of_row, of_list) = (
        user.get(&row).await.header("etag").to_owned(),
        user.get("/api/tasks").await.header("etag").to_owned(),
    );
    assert!(of_row.starts_with("W/\"v1-"), "{of_row}");
    assert_eq!(task.header("etag"), of_row);
    user.patch(&row, json!({ "title": "Pay the rent" })).await;
    assert_eq!(get_if_changed(&user, &row, &of_row).await, 200);
    assert_eq!(get_if_changed(&user, "/api/tasks", &of_list).await, 200);
    // A tag guards reading only.
    let posted = user.clone().with(header::IF_NONE_MATCH, "*");
    assert_eq!(posted.post("/api/tasks", json!({ "title": "Two" })).await.status, 201);
    assert_eq!(get_if_changed(&user, "/api/tasks/none", "*").await, 404);
}

async fn a_head_request_has_no_body(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let head = user.send(Method::HEAD, "/api/tasks", Vec::new()).await;
    assert_eq!((head.status.as_u16(), head.body.len()), (200, 0));
    assert_eq!(head.header("etag"), user.get("/api/tasks").await.header("etag"));
}

async fn a_row_that_changed_meanwhile_is_left_alone(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = json!({ "title": "x", "start_time": "2026-11-23", "end_time": "2026-11-24" });
    let rows = [
        ("/api/events", event, json!({ "title": "y" }), json!({ "title": "z" })),
        ("/api/tasks", json!({ "title": "x" }), json!({ "title": "y" }), json!({ "title": "z" })),
        (
            "/api/expenses",
            json!({ "amount": 1, "category": "x" }),
            json!({ "amount": 2 }),
            json!({ "amount": 3 }),
        ),
        ("/api/budgets", json!({ "amount": 1 }), json!({ "amount": 2 }), json!({ "amount": 3 })),
        ("/api/lists", json!({ "name": "x" }), json!({ "name": "y" }), json!({ "name": "z" })),
        (
            "/api/filters",
            json!({ "name": "x", "filter": "p1" }),
            json!({ "name": "y" }),
            json!({ "name": "z" }),
        ),
    ];
    for (list, new, first, second) in rows {
        let row = format!("{list}/{}", user.post(list, new).await.id());
        let holding = |tag: &str| user.clone().with(header::IF_MATCH, tag);
        let read = user.get(&row).await.header("etag").to_owned();
        assert_eq!(holding(&read).patch(&row, first).await.status, 200, "{row}");
        let now = user.get(&row).await;
        // The one who read before that change.
        let stale = holding(&read).patch(&row, second.clone()).await.problem(412);
        assert!(stale["detail"].as_str().unwrap().contains("changed since"), "{stale}");
        holding("\"of another program\"").patch(&row, second.clone()).await.problem(412);
        holding(&read).delete(&row).await.problem(412);
        assert_eq!(user.get(&row).await.json(), now.json(), "{row}");
        assert_eq!(holding("*").patch(&row, second).await.status, 200, "{row}");
        let last = user.get(&row).await.header("etag").to_owned();
        let either = format!("W/\"v99-a\", {last}");
        assert_eq!(holding(&either).delete(&row).await.status, 204, "{row}");
    }
}
