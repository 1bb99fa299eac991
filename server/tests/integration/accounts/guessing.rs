//! Guessing passwords: slowed down everywhere, and nobody is locked out by it.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderName, Method, Request, header};
use chrono::TimeDelta;
use sea_orm::{EntityTrait, PaginatorTrait};
use serde_json::{Value, json};
use server::entity::{attempts, known_devices};
use server::jobs::prune;

use crate::support::app::{Answer, App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    guessing_is_slowed_down,
    an_address_that_tries_many_accounts_is_slowed_down,
    nobody_is_locked_out_by_others,
    many_at_once_are_no_way_around,
    a_new_browser_is_known_by_a_new_token,
    the_password_is_said_again_only_so_often,
    accounts_are_made_only_so_fast,
    what_was_counted_is_forgotten,
);

const SIGN_IN: &str = "/api/auth/sign-in";

/// Posts JSON from an address.
pub(super) async fn post_from(client: &Client, address: &str, path: &str, body: Value) -> Answer {
    let peer: SocketAddr = SocketAddr::new(address.parse().unwrap(), 4_711);
    let mut request = Request::new(Body::from(body.to_string()));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = path.parse().unwrap();
    request.extensions_mut().insert(ConnectInfo(peer));
    client.as_json().send_request(request).await
}

async fn try_from(client: &Client, address: &str, email: &str, password: &str) -> Answer {
    post_from(client, address, SIGN_IN, json!({ "email": email, "password": password })).await
}

/// Tries until it is told to wait; answers how often it could.
async fn use_up(client: &Client, address: &str, email: &str) -> usize {
    for tried in 0..200 {
        let answer = try_from(client, address, email, "a wrong guess").await;
        if answer.status == 429 {
            return tried;
        }
        answer.problem(401);
    }
    panic!("nothing was ever refused");
}

async fn guessing_is_slowed_down(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    assert_eq!(use_up(&anon, "192.0.2.1", "sam@example.com").await, 20);
    let known = try_from(&anon, "192.0.2.1", "Sam@Example.com", PASSWORD).await;
    let problem = known.problem(429);
    let wait: i64 = known.header("retry-after").parse().unwrap();
    assert!((1..=180).contains(&wait), "{wait}");
    // Nobody learns whether there is such an account.
    assert_eq!(use_up(&anon, "192.0.2.2", "nobody@example.com").await, 20);
    let unknown = try_from(&anon, "192.0.2.2", "nobody@example.com", PASSWORD).await;
    assert_eq!(unknown.problem(429), problem);
    // Another process of the same planner counts on.
    let other = anon.moved_to(&app.at(app.planner.clock.now()));
    try_from(&other, "192.0.2.1", "sam@example.com", PASSWORD).await.problem(429);
    // By and by one may try again; being right costs nothing.
    let later = app.at(app.planner.clock.now() + TimeDelta::seconds(wait));
    let later = anon.moved_to(&later);
    for _ in 0..3 {
        let answer = try_from(&later, "192.0.2.1", "sam@example.com", PASSWORD).await;
        assert_eq!(answer.status, 200, "{}", answer.text());
    }
}

async fn an_address_that_tries_many_accounts_is_slowed_down(database: TestDatabase) {
    let (_, anon, _) = App::with_user(&database).await;
    for tried in 0..100 {
        // One customer's network.
        let address = format!("2001:db8:1:2::{tried:x}");
        let email = format!("{tried}@example.com");
        try_from(&anon, &address, &email, "a wrong guess").await.problem(401);
    }
    try_from(&anon, "2001:db8:1:2::ffff", "more@example.com", "guess").await.problem(429);
    try_from(&anon, "2001:db8:1:3::1", "more@example.com", "guess").await.problem(401);
    // What a client says of itself counts nothing.
    let claims = anon.clone().with(HeaderName::from_static("x-forwarded-for"), "198.51.100.1");
    try_from(&claims, "2001:db8:1:2::1", "more@example.com", "guess").await.problem(429);
}

async fn nobody_is_locked_out_by_others(database: TestDatabase) {
    let (_, anon, _) = App::with_user(&database).await;
    let first = try_from(&anon, "203.0.113.5", "sam@example.com", PASSWORD).await;
    let device = first.cookie("device").split(';').next().unwrap().to_owned();
    let own = anon.clone().with(header::COOKIE, &device);
    // One attacker does not even slow down whoever is elsewhere.
    use_up(&anon, "192.0.2.1", "sam@example.com").await;
    let elsewhere = try_from(&anon, "203.0.113.6", "sam@example.com", PASSWORD).await;
    assert_eq!(elsewhere.status, 200);
    // Many do, but not where Sam has signed in before, whatever the address.
    use_up(&anon, "192.0.2.2", "sam@example.com").await;
    use_up(&anon, "192.0.2.3", "sam@example.com").await;
    try_from(&anon, "203.0.113.6", "sam@example.com", PASSWORD).await.problem(429);
    let answer = try_from(&own, "192.0.2.1", "sam@example.com", PASSWORD).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let next = answer.cookie("device").split(';').next().unwrap().to_owned();
    // The old token was exchanged for it.
    try_from(&own, "203.0.113.6", "sam@example.com", PASSWORD).await.problem(429);
    // A known browser has a budget as well, and it is for its own person only.
    let own = anon.clone().with(header::COOKIE, &next);
    assert_eq!(use_up(&own, "203.0.113.7", "sam@example.com").await, 20);
    let planted = anon.clone().with(header::COOKIE, &format!("device={}", "A".repeat(43)));
    try_from(&planted, "203.0.113.8", "sam@example.com", PASSWORD).await.problem(429);
}

async fn many_at_once_are_no_way_around(database: TestDatabase) {
    let (_, anon, _) = App::with_user(&database).await;
    let tries = (0..60).map(|_| try_from(&anon, "192.0.2.1", "sam@example.com", "a wrong guess"));
    let answers = futures::future::join_all(tries).await;
    let tried = answers.iter().filter(|answer| answer.status == 401).count();
    assert_eq!(tried, 20);
    assert!(answers.iter().all(|answer| matches!(answer.status.as_u16(), 401 | 429)));
}

async fn a_new_browser_is_known_by_a_new_token(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let answer = try_from(&anon, "192.0.2.1", "sam@example.com", PASSWORD).await;
    let cookie = answer.cookie("device");
    assert!(cookie.contains("; HttpOnly; SameSite=Lax; Path=/"), "{cookie}");
    let secure = anon.moved_to(&app.https());
    let secure = try_from(&secure, "192.0.2.1", "sam@example.com", PASSWORD).await;
    assert!(secure.cookie("__Host-device").contains("; Secure"));
    // It opens nothing.
    let token = cookie.split(['=', ';']).nth(1).unwrap();
    for client in [anon.clone().with_bearer(token), anon.clone().with_cookie(token)] {
        client.get("/api/tasks").await.problem(401);
    }
    for _ in 0..25 {
        try_from(&anon, "192.0.2.1", "sam@example.com", PASSWORD).await;
    }
    let kept = known_devices::Entity::find().count(app.planner.database.reader()).await.unwrap();
    assert_eq!(kept, 20);
}

async fn the_password_is_said_again_only_so_often(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let wish =
        |password: &str| json!({ "current_password": password, "new_password": "nine wet otters" });
    for _ in 0..10 {
        assert_eq!(user.patch("/api/auth/account", wish("wrong")).await.status, 400);
    }
    user.patch("/api/auth/account", wish(PASSWORD)).await.problem(429);
    let leave = json!({ "current_password": PASSWORD, "confirm": "delete" });
    user.post("/api/auth/delete-account", leave).await.problem(429);
    // A session that was stolen keeps nobody from changing the password in another.
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    let other = app.client().post(SIGN_IN, body).await.json();
    let other = app.client().with_bearer(other["token"].as_str().unwrap());
    assert_eq!(other.patch("/api/auth/account", wish(PASSWORD)).await.status, 200);
}

async fn accounts_are_made_only_so_fast(database: TestDatabase) {
    let (_, anon) = App::start(&database).await;
    let wish = |n: usize| json!({ "email": format!("{n}@example.com"), "password": "short" });
    for n in 0..40 {
        post_from(&anon, "192.0.2.1", "/api/auth/sign-up", wish(n)).await.problem(400);
    }
    post_from(&anon, "192.0.2.1", "/api/auth/sign-up", wish(41)).await.problem(429);
    post_from(&anon, "192.0.2.2", "/api/auth/sign-up", wish(41)).await.problem(400);
}

async fn what_was_counted_is_forgotten(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    for n in 0..5 {
        try_from(&anon, "192.0.2.1", &format!("{n}@example.com"), "a wrong guess").await;
    }
    let later = app.at(app.planner.clock.now() + TimeDelta::hours(1));
    prune(&later.planner).await.unwrap();
    let left = attempts::Entity::find().count(app.planner.database.reader()).await.unwrap();
    assert_eq!(left, 0);
}
