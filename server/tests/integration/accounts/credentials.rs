//! Signing in: who gets in, and what everybody else learns.

use std::time::{Duration, Instant};

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use server::entity::users;

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_person_signs_in,
    nobody_learns_which_was_wrong,
    a_hash_is_renewed_when_the_parameters_have_risen,
);

const SIGN_IN: &str = "/api/auth/sign-in";

async fn a_person_signs_in(database: TestDatabase) {
    let (app, anon, _) = App::with_user(&database).await;
    let body = json!({ "email": "SAM@example.com", "password": PASSWORD });
    let answer = anon.post(SIGN_IN, body).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.header("cache-control"), "no-store");
    let token = answer.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(app.client().with_bearer(&token).get("/api/auth/session").await.status, 200);
    assert_eq!(anon.post(SIGN_IN, json!({})).await.bad_fields(), ["email", "password"]);
}

async fn nobody_learns_which_was_wrong(database: TestDatabase) {
    let (_, anon, _) = App::with_user(&database).await;
    let unknown = attempt(&anon, "nobody@example.com", PASSWORD).await;
    let wrong = attempt(&anon, "sam@example.com", "four dry otters").await;
    assert_eq!(unknown.0, wrong.0);
    assert!(unknown.0.contains("Wrong e-mail or password."), "{}", unknown.0);
    // One that skips the hash answers in a fraction of the time. The machine may
    // be busy, so only the fastest of several attempts are compared.
    let (mut known, mut stranger) = (Duration::MAX, Duration::MAX);
    for _ in 0..5 {
        known = known.min(attempt(&anon, "sam@example.com", "four dry otters").await.1);
        stranger = stranger.min(attempt(&anon, "nobody@example.com", PASSWORD).await.1);
    }
    assert!(stranger * 4 > known, "a stranger takes {stranger:?}, a known person {known:?}");
}

async fn attempt(anon: &Client, email: &str, password: &str) -> (String, Duration) {
    let begin = Instant::now();
    let answer = anon.post(SIGN_IN, json!({ "email": email, "password": password })).await;
    let took = begin.elapsed();
    answer.problem(401);
    (answer.text(), took)
}

async fn a_hash_is_renewed_when_the_parameters_have_risen(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let weak =
        Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(4_096, 1, 1, None).unwrap());
    let weak: PasswordHash = weak.hash_password(PASSWORD.as_bytes()).unwrap();
    let transaction = app.planner.database.begin_write().await.unwrap();
    users::Entity::update_many()
        .col_expr(users::Column::HashedPassword, Expr::value(weak.to_string()))
        .filter(users::Column::Email.eq("sam@example.com"))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();

    attempt(&anon, "sam@example.com", "four dry otters").await;
    assert!(stored_hash(&app).await.contains("m=4096"), "a wrong password renewed the hash");
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    assert_eq!(anon.post(SIGN_IN, body.clone()).await.status, 200);
    let renewed = stored_hash(&app).await;
    assert!(renewed.contains("m=19456,t=2,p=1"), "{renewed}");
    assert_eq!(anon.post(SIGN_IN, body).await.status, 200);
    assert_eq!(stored_hash(&app).await, renewed, "a good hash was made again");
    // It was the same password all along, so earlier sessions go on.
    assert_eq!(user.get("/api/auth/session").await.status, 200);
}

async fn stored_hash(app: &App) -> String {
    let user = users::Entity::find().one(app.planner.database.reader()).await.unwrap();
    user.unwrap().hashed_password
}
