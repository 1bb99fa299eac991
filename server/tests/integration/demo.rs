//! The example account: full, the same on the same day, and never over somebody's own.

use serde_json::{Value, json};
use server::demo::{self, Demo};

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    an_example_is_full_and_the_same_on_the_same_day,
    an_account_is_replaced_on_purpose_only,
);

fn wish(email: &str) -> Demo {
    Demo {
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
        locale: "en-IE".to_owned(),
        replace: false,
    }
}

async fn signed_in(app: &App, email: &str) -> Client {
    let body = json!({ "email": email, "password": PASSWORD });
    let answer = app.client().post("/api/auth/sign-in", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    app.client().with_bearer(answer.json()["token"].as_str().unwrap())
}

async fn listed(user: &Client, path: &str) -> Vec<Value> {
    user.get(path).await.json().as_array().unwrap().clone()
}

fn told(rows: &[Value], fields: &[&str]) -> Vec<String> {
    let row = |row: &Value| fields.iter().map(|name| row[*name].to_string()).collect::<String>();
    rows.iter().map(row).collect()
}

async fn an_example_is_full_and_the_same_on_the_same_day(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let mut before = None;
    for email in ["one@example.com", "two@example.com"] {
        demo::seed(&app.planner, &wish(email)).await.unwrap();
        let user = signed_in(&app, email).await;
        let expenses = listed(&user, "/api/expenses?limit=1000").await;
        assert!((400..1000).contains(&expenses.len()), "{} expenses", expenses.len());
        let months = user.get("/api/expenses/summary?by=month").await.json();
        assert!(months["groups"].as_array().unwrap().len() >= 12, "{months}");
        let week = "/api/events?from=2026-11-16&to=2026-11-30";
        let events = listed(&user, week).await;
        assert!(events.len() >= 20, "{} events", events.len());
        let tasks = listed(&user, "/api/tasks").await;
        assert!(tasks.iter().any(|task| task["is_complete"] == true));
        assert!(tasks.iter().any(|task| !task["parent_id"].is_null()));
        assert_eq!(listed(&user, "/api/budgets").await.len(), 5);
        assert_eq!(listed(&user, "/api/lists").await.len(), 3);
        assert_eq!(listed(&user, "/api/filters").await.len(), 1);
        assert_eq!(listed(&user, "/api/conversations").await.len(), 2);
        // The assistant did what it was asked.
        let said: Vec<&Value> = expenses.iter().filter(|row| row["amount"] == "18.40").collect();
        assert_eq!(said[0]["door"], "chat");
        assert!(tasks.iter().any(|task| task["title"] == "call grandma"));
        // Nothing is of a day that has not come.
        let now = "2026-11-22T09:00:00Z";
        for row in expenses.iter().chain(&tasks) {
            assert!(row["created_at"].as_str().unwrap() <= now, "{row}");
        }
        assert!(expenses.iter().all(|row| row["incurred_at"].as_str().unwrap() <= now));
        let mut all = told(&expenses, &["amount", "category", "description", "incurred_at"]);
        all.extend(told(&events, &["title", "start_time", "end_time"]));
        all.extend(told(&tasks, &["title", "due_date", "priority", "labels"]));
        all.sort();
        if let Some(before) = before.replace(all.clone()) {
            assert_eq!(all, before);
        }
    }
}

async fn an_account_is_replaced_on_purpose_only(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    user.post("/api/tasks", json!({ "title": "My own" })).await;
    let demo = wish("Sam@example.com");
    assert!(demo::seed(&app.planner, &demo).await.is_err());
    assert_eq!(listed(&user, "/api/tasks").await.len(), 1);
    demo::seed(&app.planner, &Demo { replace: true, ..demo }).await.unwrap();
    user.get("/api/tasks").await.problem(401);
    let user = signed_in(&app, "sam@example.com").await;
    let tasks = listed(&user, "/api/tasks").await;
    assert!(tasks.len() > 20 && tasks.iter().all(|task| task["title"] != "My own"));
}
