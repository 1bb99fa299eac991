//! Tokens of programs: what they open, and that they have no say in the account.

use axum::http::{Method, StatusCode, header};
use chrono::TimeDelta;
use sea_orm::EntityTrait;
use serde_json::{Value, json};
use server::entity::api_tokens;

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_token_is_told_once_and_opens_the_rows,
    a_token_that_reads_changes_nothing_on_any_route,
    a_token_has_no_say_in_the_account,
    a_token_ends_when_it_is_revoked_or_its_time_is_over,
    use_is_written_down_by_the_hour,
    what_is_asked_for_is_checked,
);

const TOKENS: &str = "/api/tokens";

/// A program with a token of that scope.
async fn program(app: &App, user: &Client, scope: &str) -> Client {
    let made = user.post(TOKENS, json!({ "name": scope, "scope": scope })).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text());
    app.client().with_bearer(made.json()["token"].as_str().unwrap())
}

async fn a_token_is_told_once_and_opens_the_rows(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let made = user.post(TOKENS, json!({ "name": " Backup ", "expires_in_days": 30 })).await;
    assert_eq!(made.header("cache-control"), "no-store");
    assert_eq!(made.header("location"), format!("{TOKENS}/{}", made.id()));
    let mut row = made.json();
    let token = row.as_object_mut().unwrap().remove("token").unwrap();
    let token = token.as_str().unwrap();
    assert!(token.starts_with("planner_") && token.len() == 8 + 43, "{token}");
    assert_eq!((&row["name"], &row["scope"]), (&json!("Backup"), &json!("read")));
    assert_eq!(row["expires_at"], "2026-12-22T09:00:00Z");
    // Afterwards nobody knows it.
    let list = user.get(TOKENS).await;
    assert_eq!(list.json(), json!([row]));
    let stored = api_tokens::Entity::find().one(app.planner.database.reader()).await.unwrap();
    let stored = format!("{:?}", stored.unwrap());
    assert!(!stored.contains(&token[8..]), "{stored}");

    user.post("/api/tasks", json!({ "title": "Pay rent" })).await;
    let program = app.client().with_bearer(token);
    assert_eq!(program.get("/api/tasks").await.json()[0]["title"], "Pay rent");
    assert_eq!(program.get("/api/export").await.status, 200);
    let who = program.get("/api/auth/session").await;
    assert_eq!(who.json()["user"]["email"], "sam@example.com");
    assert!(who.headers.get(header::SET_COOKIE).is_none());
    // It is no session: not as a cookie, and not without its first letters.
    app.client().with_cookie(token).get("/api/tasks").await.problem(401);
    app.client().with_bearer(&token[8..]).get("/api/tasks").await.problem(401);
    let writes = self::program(&app, &user, "write").await;
    assert_eq!(writes.post("/api/tasks", json!({ "title": "Buy milk" })).await.status, 201);
    assert_eq!(user.get("/api/tasks").await.json().as_array().unwrap().len(), 2);
}

/// Every documented route that changes something, with an identifier where one belongs.
fn changes() -> Vec<(Method, String)> {
    let document = serde_json::to_value(server::rest::openapi_document()).unwrap();
    let paths = document["paths"].as_object().unwrap().clone();
    let mut changes = Vec::new();
    for (path, item) in paths {
        let shape = path.replace("{id}", &domain::Uuid::nil().to_string());
        let shape = shape.replace("{token}", &domain::Uuid::nil().to_string());
        for method in item.as_object().unwrap().keys() {
            let method: Method = method.to_uppercase().parse().unwrap();
            if !method.is_safe() {
                changes.push((method, shape.clone()));
            }
        }
    }
    changes
}

async fn everything(user: &Client) -> Vec<Value> {
    let mut lists = Vec::new();
    for list in ["tasks", "events", "expenses", "conversations", "settings", "tokens"] {
        lists.push(user.get(&format!("/api/{list}")).await.json());
    }
    lists
}

async fn a_token_that_reads_changes_nothing_on_any_route(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let reader = program(&app, &user, "read").await;
    assert_eq!(reader.get("/api/tasks").await.status, 200);
    let before = everything(&user).await;
    for (method, path) in changes() {
        let answer = reader.as_json().send(method.clone(), &path, b"{}".to_vec()).await;
        let problem = answer.problem(403);
        let words = problem["detail"].as_str().unwrap();
        assert!(words.starts_with("This token may only read."), "{method} {path}: {words}");
    }
    assert_eq!(everything(&user).await, before);
}

async fn a_token_has_no_say_in_the_account(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let writes = program(&app, &user, "write").await;
    let sessions = user.get("/api/auth/sessions").await.json();
    let session = sessions[0]["id"].as_str().unwrap();
    let token = user.get(TOKENS).await.json()[0]["id"].as_str().unwrap().to_owned();
    let account = json!({ "current_password": PASSWORD, "new_password": "seven dry herons" });
    let leave = json!({ "current_password": PASSWORD, "confirm": "delete" });
    let mut tried = 0;
    for (method, path) in changes() {
        let is_own = path.starts_with("/api/auth/") || path.starts_with(TOKENS);
        // Whoever knows the password signs in, and whoever has a link follows it, with or
        // without a token.
        let doors = ["sign-in", "sign-up", "forgotten-password", "reset-password", "confirm-email"];
        let is_door = doors.iter().any(|door| path.ends_with(door));
        if !is_own || is_door {
            continue;
        }
        let id = if path.starts_with(TOKENS) { &token } else { session };
        let path = path.replace(&domain::Uuid::nil().to_string(), id);
        let body = match path.as_str() {
            "/api/auth/account" => account.clone(),
            "/api/auth/delete-account" => leave.clone(),
            _ => json!({ "name": "Another", "scope": "write" }),
        };
        let answer = writes.as_json().send(method.clone(), &path, body.to_string().into()).await;
        let words = answer.problem(403)["detail"].clone();
        assert_eq!(words, "A token has no say in the account. Sign in for that.", "{path}");
        tried += 1;
    }
    assert!(tried >= 7, "{tried}");
    assert_eq!(user.get("/api/auth/session").await.status, 200);
    assert_eq!(user.get(TOKENS).await.json().as_array().unwrap().len(), 1);
}

async fn a_token_ends_when_it_is_revoked_or_its_time_is_over(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let made = user.post(TOKENS, json!({ "name": "A week", "expires_in_days": 7 })).await;
    let program = app.client().with_bearer(made.json()["token"].as_str().unwrap());
    let after = |days| app.at(app.planner.clock.now() + TimeDelta::days(days));
    assert_eq!(program.moved_to(&after(6)).get("/api/tasks").await.status, 200);
    program.moved_to(&after(7)).get("/api/tasks").await.problem(401);

    let row = format!("{TOKENS}/{}", made.id());
    assert_eq!(program.get("/api/tasks").await.status, 200);
    assert_eq!(user.delete(&row).await.status, 204);
    program.get("/api/tasks").await.problem(401);
    user.delete(&row).await.problem(404);
}

async fn use_is_written_down_by_the_hour(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let program = program(&app, &user, "read").await;
    let used = async || user.get(TOKENS).await.json()[0]["last_used_at"].clone();
    assert_eq!(used().await, Value::Null);
    let later = |minutes| app.at(app.planner.clock.now() + TimeDelta::minutes(minutes));
    for (minutes, written) in [(0, "09:00"), (59, "09:00"), (60, "10:00")] {
        program.moved_to(&later(minutes)).get("/api/tasks").await;
        assert_eq!(used().await, format!("2026-11-22T{written}:00Z"), "after {minutes} minutes");
    }
}

async fn what_is_asked_for_is_checked(database: TestDatabase) {
    let (_, anon, user) = App::with_user(&database).await;
    let wish = json!({ "name": " ", "scope": "all", "expires_in_days": 0 });
    let wrong = user.post(TOKENS, wish).await.bad_fields();
    assert_eq!(wrong, ["name", "scope", "expires_in_days"]);
    anon.post(TOKENS, json!({ "name": "x" })).await.problem(401);
    for _ in 0..100 {
        assert_eq!(user.post(TOKENS, json!({ "name": "x" })).await.status, 201);
    }
    user.post(TOKENS, json!({ "name": "x" })).await.problem(409);
}
