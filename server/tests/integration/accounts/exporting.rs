//! Everything in one file, and nothing of anybody else.

use serde_json::{Value, json};

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(the_file_holds_what_the_lists_hold, more_than_a_page_of_rows_is_whole);

async fn export(user: &Client) -> Value {
    let answer = user.get("/api/export").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.header("content-disposition"),
        "attachment; filename=\"planner-2026-11-22.json\""
    );
    answer.json()
}

fn by_id(rows: &Value) -> Vec<Value> {
    let mut rows = rows.as_array().unwrap().clone();
    rows.sort_by_key(|row| row["id"].as_str().unwrap().to_owned());
    rows
}

async fn fill(user: &Client) {
    for message in ["dentist friday at 3pm", "buy milk tomorrow", "spent 12.50 on lunch"] {
        user.post("/api/chat", json!({ "message": message })).await;
    }
    user.post(
        "/api/events",
        json!({
            "title": "Standup", "start_time": "2026-11-23T08:00:00Z",
            "end_time": "2026-11-23T08:15:00Z", "rrule": "FREQ=DAILY",
        }),
    )
    .await;
    user.post("/api/budgets", json!({ "amount": 300, "category": "Food" })).await;
    user.post("/api/lists", json!({ "name": "Home" })).await;
    user.post("/api/filters", json!({ "name": "Soon", "filter": "due:week" })).await;
}

async fn the_file_holds_what_the_lists_hold(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let kim = app.sign_up("kim@example.com").await;
    fill(&user).await;
    fill(&kim).await;
    let file = export(&user).await;
    assert_eq!(file["account"]["email"], "sam@example.com");
    assert_eq!(file["account"]["settings"], user.get("/api/settings").await.json());
    for kind in ["events", "tasks", "lists", "filters", "expenses", "budgets"] {
        let listed = user.get(&format!("/api/{kind}")).await.json();
        assert!(!by_id(&listed).is_empty(), "{kind}");
        let (kept, listed) = (by_id(&file[kind]), by_id(&listed));
        assert_eq!(kept.len(), listed.len(), "{kind}");
        // A list may tell more, such as what is left of a budget this month.
        for (kept, listed) in kept.iter().zip(&listed) {
            let fields = kept.as_object().unwrap();
            assert!(fields.iter().all(|(name, value)| listed[name] == *value), "{kept} {listed}");
        }
    }
    let said = file["conversations"].to_string();
    assert!(said.contains("dentist friday at 3pm"), "{said}");
    let text = file.to_string();
    assert!(!text.contains("kim@example.com") && !text.contains("argon2"));
    app.client().get("/api/export").await.problem(401);
}

async fn more_than_a_page_of_rows_is_whole(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    assert_eq!(export(&user).await["tasks"], json!([]));
    for at in 0..501 {
        user.post("/api/tasks", json!({ "title": format!("Task {at}") })).await;
    }
    let file = export(&user).await;
    let mut titles: Vec<&str> =
        file["tasks"].as_array().unwrap().iter().filter_map(|row| row["title"].as_str()).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), 501);
}
