//! Lists, filters and what tasks say beside their deadline, as integrations see them.

use serde_json::json;

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    lists_are_kept_and_taken_back,
    tasks_say_where_they_belong,
    filters_find_tasks,
    several_tasks_change_at_once,
    several_expenses_change_at_once,
);

async fn lists_are_kept_and_taken_back(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let made = user.post("/api/lists", json!({ "name": "Work" })).await;
    assert_eq!(made.status, 201);
    let uri = made.header("location").to_owned();
    assert_eq!(uri, format!("/api/lists/{}", made.id()));
    let row = user.get(&uri).await;
    assert_eq!(row.json(), made.json());
    assert!(row.header("etag").starts_with("W/\"v1-"));
    assert_eq!(user.post("/api/lists", json!({ "name": "WORK" })).await.bad_fields(), ["name"]);
    assert_eq!(user.post("/api/lists", json!({})).await.bad_fields(), ["name"]);

    let play = user.post("/api/lists", json!({ "name": "Play" })).await.id();
    let moved = user.post(&format!("{uri}/move"), json!({ "after": play })).await;
    assert_eq!(moved.status, 200);
    let lists = user.get("/api/lists").await;
    assert_eq!(
        (&lists.json()[0]["name"], &lists.json()[1]["name"]),
        (&json!("Play"), &json!("Work"))
    );
    let known = user.clone().with(axum::http::header::IF_NONE_MATCH, lists.header("etag"));
    assert_eq!(known.get("/api/lists").await.status, 304);

    let task = user.post("/api/tasks", json!({ "title": "x", "list_id": made.id() })).await;
    let gone = user.delete(&uri).await;
    assert_eq!(gone.status, 204);
    let task = format!("/api/tasks/{}", task.id());
    assert_eq!(user.get(&task).await.json()["list_id"], json!(null));
    let undo = format!("/api/undo/{}", gone.header("undo-token"));
    assert_eq!(user.post(&undo, json!({})).await.status, 200);
    assert_eq!(user.get(&task).await.json()["list_id"], json!(made.id()));
    let renamed = user.patch(&uri, json!({ "name": "Office" })).await;
    assert_eq!(renamed.json()["name"], "Office");
}

async fn tasks_say_where_they_belong(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    // The documented form and nothing else.
    let plain = user.post("/api/tasks", json!({ "title": "Plain" })).await.json();
    assert_eq!(plain["labels"], json!([]));
    for field in ["list_id", "parent_id", "estimate_minutes"] {
        assert_eq!(plain[field], json!(null), "{field}");
    }
    let full = json!({
        "title": "Full", "labels": ["Home", "#errands"], "estimate_minutes": 30,
        "parent_id": plain["id"],
    });
    let full = user.post("/api/tasks", full).await;
    assert_eq!(full.json()["labels"], json!(["home", "errands"]));
    assert_eq!(full.json()["parent_id"], plain["id"]);
    // POST with an id changes the same fields.
    let change = json!({ "id": full.id(), "labels": [], "estimate_minutes": "45" });
    let changed = user.post("/api/tasks", change).await;
    assert_eq!(
        (&changed.json()["labels"], &changed.json()["estimate_minutes"]),
        (&json!([]), &json!(45))
    );
    let bad = json!({ "title": "x", "labels": ["a b"], "estimate_minutes": -1, "parent_id": 1 });
    let mut fields = user.post("/api/tasks", bad).await.bad_fields();
    fields.sort();
    assert_eq!(fields, ["estimate_minutes", "parent_id"], "labels part at spaces");

    let parts = user.get(&format!("/api/tasks?parent_id={}", plain["id"].as_str().unwrap())).await;
    assert_eq!(parts.json().as_array().unwrap().len(), 1);
    let uri = format!("/api/tasks/{}/move", full.id());
    let moved = user.post(&uri, json!({ "parent_id": null, "day": "2026-11-25" })).await.json();
    assert_eq!((&moved["parent_id"], &moved["due_date"]), (&json!(null), &json!("2026-11-25")));
    assert_eq!(user.post(&uri, json!({})).await.bad_fields(), ["after"]);
}

async fn filters_find_tasks(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    for title in ["Milk", "Bread"] {
        let task = json!({ "title": title, "due_date": "2026-11-22", "labels": ["home"] });
        user.post("/api/tasks", task).await;
    }
    let found = user.get("/api/tasks?filter=due:today%20%23home%20-milk").await.json();
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["title"], "Bread");
    let wrong = user.get("/api/tasks?filter=due:soon").await;
    assert_eq!(wrong.bad_fields(), ["filter"]);
    assert!(wrong.text().contains("“due:soon” (character 1)"), "{}", wrong.text());

    // The order by hand goes on over pages.
    let first = user.get("/api/tasks?order=hand&limit=1&filter=%23home").await;
    assert_eq!(first.json()[0]["title"], "Milk");
    let next = first.header("link").split(['<', '>']).nth(1).unwrap().to_owned();
    let second = user.get(&next).await;
    assert_eq!(second.json()[0]["title"], "Bread");
    assert!(!second.headers.contains_key("link"));

    let saved = json!({ "name": "Home today", "filter": "due:today #home" });
    let saved = user.post("/api/filters", saved).await;
    assert_eq!(saved.status, 201);
    let uri = format!("/api/filters/{}", saved.id());
    let patch = user.patch(&uri, json!({ "filter": "due:" })).await;
    assert_eq!(patch.bad_fields(), ["filter"]);
    assert_eq!(user.get("/api/filters").await.json(), json!([saved.json()]));
    assert_eq!(user.delete(&uri).await.status, 204);
    user.get(&uri).await.problem(404);
}

async fn several_tasks_change_at_once(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let mut ids = Vec::new();
    for title in ["a", "b"] {
        ids.push(user.post("/api/tasks", json!({ "title": title })).await.id());
    }
    let many = json!({ "ids": ids, "change": { "add_label": "Home" } });
    let changed = user.post("/api/tasks/bulk", many).await;
    assert_eq!(changed.status, 200);
    assert_eq!(changed.json()[1]["labels"], json!(["home"]));
    assert_eq!(
        user.get("/api/tasks/counts").await.json()["labels"],
        json!([{ "of": "home", "open": 2 }])
    );
    let undo = format!("/api/undo/{}", changed.header("undo-token"));
    assert_eq!(user.post(&undo, json!({})).await.status, 200);
    assert_eq!(user.get("/api/tasks?filter=%23home").await.json(), json!([]));
    let none = json!({ "ids": [], "change": "complete" });
    assert_eq!(user.post("/api/tasks/bulk", none).await.bad_fields(), ["rows"]);
    user.post("/api/tasks/bulk", json!({ "ids": ids, "change": { "add_label": "a b" } }))
        .await
        .problem(400);
}

async fn several_expenses_change_at_once(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let mut ids = Vec::new();
    for amount in [1, 2, 3] {
        let expense = json!({ "amount": amount, "category": "Food" });
        ids.push(user.post("/api/expenses", expense).await.id());
    }
    let many = json!({ "ids": ids[..2], "category": "Home" });
    let changed = user.post("/api/expenses/bulk", many).await;
    assert_eq!(changed.status, 200);
    assert_eq!(changed.json()[1]["category"], json!("Home"));
    let home = user.get("/api/expenses?category=Home").await.json();
    assert_eq!(home.as_array().map(Vec::len), Some(2));
    let undo = format!("/api/undo/{}", changed.header("undo-token"));
    assert_eq!(user.post(&undo, json!({})).await.status, 200);
    assert_eq!(user.get("/api/expenses?category=Home").await.json(), json!([]));
    let none = user.post("/api/expenses/bulk", json!({ "ids": [], "category": "" })).await;
    assert_eq!(none.bad_fields(), ["ids", "category"]);
}
