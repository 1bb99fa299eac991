//! What a token opens, how it is kept, and when it ends.

use axum::http::header::AUTHORIZATION;
use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::EntityTrait;
use serde_json::json;
use server::entity::sessions::{Entity, Model};
use server::jobs::prune;
use sha2::{Digest, Sha256};

use crate::support::app::{Answer, App, Client, NOW, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    one_token_works_as_cookie_and_as_bearer,
    only_the_hash_of_a_token_is_stored,
    the_cookie_is_careful,
    signing_in_renews_the_identifier,
    signing_out_ends_the_session_everywhere,
    a_session_ends_thirty_days_after_it_began,
    a_session_ends_after_fourteen_idle_days,
    expired_sessions_are_swept,
    a_useless_token_is_nobodys,
);

const SESSION: &str = "/api/auth/session";

async fn sign_in(client: &Client) -> Answer {
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    let answer = client.post("/api/auth/sign-in", body).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer
}

fn token(answer: &Answer) -> String {
    answer.json()["token"].as_str().unwrap().to_owned()
}

async fn rows(app: &App) -> Vec<Model> {
    Entity::find().all(app.planner.database.reader()).await.unwrap()
}

fn days_later(days: i64) -> DateTime<Utc> {
    NOW.parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(days)
}

async fn one_token_works_as_cookie_and_as_bearer(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let answer = sign_in(&anon).await;
    let token = token(&answer);
    assert!(answer.cookie("session").starts_with(&format!("session={token};")));
    let (cookie, bearer) = (app.client().with_cookie(&token), app.client().with_bearer(&token));
    assert_eq!(cookie.get(SESSION).await.body, bearer.get(SESSION).await.body);
    let task = cookie.post("/api/tasks", json!({ "title": "Water the plants" })).await;
    assert_eq!(task.status, 201);
    assert_eq!(bearer.get(&format!("/api/tasks/{}", task.id())).await.status, 200);
    // A read touches no cookie.
    assert!(!cookie.get(SESSION).await.headers.contains_key("set-cookie"));
}

async fn only_the_hash_of_a_token_is_stored(database: TestDatabase) {
    let (app, anon) = App::start(&database).await;
    app.sign_up("sam@example.com").await;
    let token = token(&sign_in(&anon).await);
    let rows = rows(&app).await;
    assert!(!format!("{rows:?}").contains(&token));
    let hash = hex::encode(Sha256::digest(&token));
    let row = rows.iter().find(|row| row.token_hash == hash).expect("a row of that hash");
    assert!(row.user_id.is_some());
    // 43 characters of base64url are 256 bits and two to spare.
    assert_eq!(token.len(), 43);
}

async fn the_cookie_is_careful(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let cookie = sign_in(&anon).await.cookie("session").to_owned();
    let attributes: Vec<&str> = cookie.split("; ").skip(1).collect();
    assert_eq!(attributes, ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"]);
    let secure = sign_in(&app.https().client()).await;
    assert!(secure.cookie("session").contains("; Secure"));
}

async fn signing_in_renews_the_identifier(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let first = token(&sign_in(&anon).await);
    let browser = app.client().with_cookie(&first);
    let second = token(&sign_in(&browser).await);
    assert_ne!(first, second);
    browser.get(SESSION).await.problem(401);
    assert_eq!(app.client().with_cookie(&second).get(SESSION).await.status, 200);
    // A token that somebody planted is never taken over.
    let planted = "A".repeat(43);
    let third = token(&sign_in(&app.client().with_cookie(&planted)).await);
    assert_ne!(third, planted);
    app.client().with_cookie(&planted).get(SESSION).await.problem(401);
}

async fn signing_out_ends_the_session_everywhere(database: TestDatabase) {
    let (app, anon, other) = App::with_user(&database).await;
    let token = token(&sign_in(&anon).await);
    let (cookie, bearer) = (app.client().with_cookie(&token), app.client().with_bearer(&token));
    let answer = cookie.post("/api/auth/sign-out", json!({})).await;
    assert_eq!(answer.status, 204);
    assert!(answer.cookie("session").starts_with("session=; "));
    assert!(answer.cookie("session").contains("Max-Age=0"));
    cookie.get(SESSION).await.problem(401);
    bearer.get(SESSION).await.problem(401);
    // Other sessions of the same person go on, and doing it twice does no harm.
    assert_eq!(other.get(SESSION).await.status, 200);
    assert_eq!(cookie.post("/api/auth/sign-out", json!({})).await.status, 204);
    assert_eq!(rows(&app).await.len(), 1);
}

async fn a_session_ends_thirty_days_after_it_began(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let token = token(&sign_in(&anon).await);
    let on_day = |days| app.at(days_later(days)).client().with_bearer(&token);
    // Used often enough never to be idle.
    for day in [10, 20, 29] {
        assert_eq!(on_day(day).get(SESSION).await.status, 200, "day {day}");
    }
    on_day(30).get(SESSION).await.problem(401);
    // The row went with it, so no clock brings it back.
    on_day(29).get(SESSION).await.problem(401);
}

async fn a_session_ends_after_fourteen_idle_days(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let (used, idle) = (token(&sign_in(&anon).await), token(&sign_in(&anon).await));
    let day = |days| app.at(days_later(days)).client();
    assert_eq!(day(13).with_bearer(&used).get(SESSION).await.status, 200);
    day(14).with_bearer(&idle).get(SESSION).await.problem(401);
    assert_eq!(day(26).with_bearer(&used).get(SESSION).await.status, 200);
    // Use is written down once an hour, not with every request.
    let minutes = |minutes| app.at(days_later(26) + TimeDelta::minutes(minutes));
    minutes(59).client().with_bearer(&used).get(SESSION).await;
    assert!(rows(&app).await.iter().any(|row| row.last_used_at == days_later(26)));
    minutes(60).client().with_bearer(&used).get(SESSION).await;
    assert!(!rows(&app).await.iter().any(|row| row.last_used_at == days_later(26)));
}

async fn expired_sessions_are_swept(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    sign_in(&anon).await;
    assert_eq!(prune(&app.at(days_later(13)).planner).await.unwrap().sessions, 0);
    assert_eq!(prune(&app.at(days_later(14)).planner).await.unwrap().sessions, 2);
    assert!(rows(&app).await.is_empty());
}

async fn a_useless_token_is_nobodys(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let good = token(&sign_in(&anon).await);
    for token in ["", "x", "\t", "%00", "ÿ", &"A".repeat(43), &"A".repeat(100_000)] {
        app.client().with_bearer(token).get(SESSION).await.problem(401);
        app.client().with_cookie(token).get(SESSION).await.problem(401);
    }
    // A program that sends a token means that one, and not the cookie.
    let both = app.client().with_cookie(&good).with_bearer("x");
    both.get(SESSION).await.problem(401);
    // A proxy's own scheme does not hide the cookie.
    let proxied = app.client().with_cookie(&good).with(AUTHORIZATION, "Basic eDp5");
    assert_eq!(proxied.get(SESSION).await.status, 200);
    let problem = anon.get(SESSION).await;
    assert_eq!(problem.header("www-authenticate"), "Bearer");
    problem.problem(401);
}
