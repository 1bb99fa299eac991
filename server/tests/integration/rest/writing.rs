//! Adding, changing, removing and taking back.

use serde_json::json;

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_post_with_an_id_changes_that_task,
    amounts_are_exact_or_refused,
    a_change_is_taken_back_once,
    what_changed_since_is_not_taken_back,
);

async fn a_post_with_an_id_changes_that_task(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = user.post("/api/tasks", json!({ "title": "Pay rent", "priority": "high" })).await;
    let done = user.post("/api/tasks", json!({ "id": task.id(), "is_complete": true })).await;
    assert_eq!(done.status, 200);
    let answer = done.json();
    assert_eq!((&answer["is_complete"], &answer["title"]), (&json!(true), &json!("Pay rent")));
    assert_eq!((&answer["priority"], &answer["version"]), (&json!("high"), &json!(2)));
    assert!(done.headers.contains_key("undo-token"));
    assert_eq!(user.get("/api/tasks").await.json().as_array().unwrap().len(), 1);

    let unknown = "00000000-0000-4000-8000-000000000000";
    user.post("/api/tasks", json!({ "id": unknown, "is_complete": true })).await.problem(404);
    let malformed = json!({ "id": "the first", "title": "" });
    assert_eq!(user.post("/api/tasks", malformed).await.bad_fields(), ["id", "title"]);
    let created = user.post("/api/tasks", json!({ "id": null, "title": "New" })).await;
    assert_eq!(created.status, 201);
}

async fn amounts_are_exact_or_refused(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let post = |amount: serde_json::Value| {
        let user = user.clone();
        async move { user.post("/api/expenses", json!({ "amount": amount, "category": "Food" })).await }
    };
    for (amount, exact) in [
        (json!("12.50"), "12.50"),
        (json!(12.5), "12.50"),
        (json!(1), "1.00"),
        (json!(0.1), "0.10"),
        (json!("99999999.99"), "99999999.99"),
        (json!(99999999.99), "99999999.99"),
    ] {
        assert_eq!(post(amount.clone()).await.json()["amount"], exact, "{amount}");
    }
    for amount in [
        json!("12.505"),
        json!(0.001),
        json!(0),
        json!("-1"),
        json!(-1),
        json!("100000000"),
        json!(1e300),
        json!("1e3"),
        json!("abc"),
        json!(true),
        json!([1]),
        json!(null),
    ] {
        assert_eq!(post(amount.clone()).await.bad_fields(), ["amount"], "{amount}");
    }
}

async fn a_change_is_taken_back_once(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = user.post("/api/tasks", json!({ "title": "Pay rent" })).await;
    let row = format!("/api/tasks/{}", task.id());
    let changed = user.patch(&row, json!({ "title": "Pay the rent" })).await;
    let undo = format!("/api/undo/{}", changed.header("undo-token"));
    assert_eq!(user.post(&undo, json!({})).await.status, 200);
    assert_eq!(user.get(&row).await.json()["title"], "Pay rent");
    user.post(&undo, json!({})).await.problem(409);
    // A body is not needed.
    let undo = format!("/api/undo/{}", task.header("undo-token"));
    let answer = user.send(axum::http::Method::POST, &undo, Vec::new()).await;
    assert_eq!(answer.json()["removed"], json!([task.id()]));
    user.get(&row).await.problem(404);
}

async fn what_changed_since_is_not_taken_back(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let task = user.post("/api/tasks", json!({ "title": "Pay rent" })).await;
    let row = format!("/api/tasks/{}", task.id());
    user.patch(&row, json!({ "title": "Pay the rent" })).await;
    let undo = format!("/api/undo/{}", task.header("undo-token"));
    user.post(&undo, json!({})).await.problem(409);
    assert_eq!(user.get(&row).await.json()["title"], "Pay the rent");
    // A change that changes nothing has nothing to take back.
    let same = user.patch(&row, json!({ "title": "Pay the rent" })).await;
    assert!(!same.headers.contains_key("undo-token"));
}
