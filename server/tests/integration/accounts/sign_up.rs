//! Making an account.

use sea_orm::EntityTrait;
use serde_json::{Value, json};
use server::entity::users;

use crate::support::app::{App, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_person_signs_up,
    an_address_has_one_account,
    of_two_at_once_one_gets_the_address,
    every_bad_field_is_named,
    what_the_browser_reports_keeps_nobody_out,
);

const SIGN_UP: &str = "/api/auth/sign-up";

async fn a_person_signs_up(database: TestDatabase) {
    let (app, anon) = App::start(&database).await;
    let answer = anon
        .post(
            SIGN_UP,
            json!({
                "email": " Sam@Example.com ", "password": PASSWORD,
                "time_zone": "Europe/Berlin", "locale": "de-DE",
            }),
        )
        .await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.header("location"), "/api/auth/session");
    let session = answer.json();
    insta::assert_json_snapshot!("session", session, {
        ".token" => "[token]", ".user.id" => "[uuid]",
    });
    let user = app.client().with_bearer(session["token"].as_str().unwrap());
    assert_eq!(user.get("/api/auth/session").await.json()["user"], session["user"]);

    let stored = stored(&app).await;
    assert_eq!((stored.email.as_str(), stored.locale.as_str()), ("sam@example.com", "de-DE"));
    assert!(stored.hashed_password.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    assert!(!answer.text().contains("hash"));
}

async fn stored(app: &App) -> users::Model {
    users::Entity::find().one(app.planner.database.reader()).await.unwrap().unwrap()
}

async fn an_address_has_one_account(database: TestDatabase) {
    let (_, anon, _) = App::with_user(&database).await;
    let again = json!({ "email": "SAM@example.com", "password": "another sort of otter" });
    let problem = anon.post(SIGN_UP, again).await.problem(409);
    assert_eq!(problem["detail"], "This e-mail address has an account already.");
    assert_eq!(problem["errors"][0]["field"], "email");
}

async fn of_two_at_once_one_gets_the_address(database: TestDatabase) {
    let (_, anon) = App::start(&database).await;
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    let (one, two) = tokio::join!(anon.post(SIGN_UP, body.clone()), anon.post(SIGN_UP, body));
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

async fn every_bad_field_is_named(database: TestDatabase) {
    let (_, anon) = App::start(&database).await;
    let refused = |body: Value| {
        let anon = anon.clone();
        async move { anon.post(SIGN_UP, body).await.bad_fields() }
    };
    assert_eq!(refused(json!({})).await, ["email", "password"]);
    assert_eq!(
        refused(json!({ "email": "sam", "password": "password" })).await,
        ["email", "password"]
    );
    assert_eq!(
        refused(json!({ "email": ["x"], "password": "short" })).await,
        ["email", "password"]
    );
    for password in ["1234567", "12345678", "P@ssw0rd", "sam@example.com", "SAM@example.com"] {
        let body = json!({ "email": "sam@example.com", "password": password });
        assert_eq!(refused(body).await, ["password"], "{password}");
    }
    for password in ["x".repeat(129), "\u{1f9a6}".repeat(129)] {
        let body = json!({ "email": "sam@example.com", "password": password });
        assert_eq!(refused(body).await, ["password"]);
    }
    let body = json!({ "email": "nul\u{0}@example.com", "password": PASSWORD });
    assert_eq!(refused(body).await, ["email"]);
}

async fn what_the_browser_reports_keeps_nobody_out(database: TestDatabase) {
    let (app, anon) = App::start(&database).await;
    let body = json!({
        "email": "sam@example.com", "password": "Grüße an die Otter ",
        "time_zone": "Mars/Olympus", "locale": "<script>",
    });
    let user = anon.post(SIGN_UP, body).await.json()["user"].clone();
    assert_eq!((&user["time_zone"], &user["currency"]), (&json!("UTC"), &json!("USD")));
    assert_eq!(stored(&app).await.locale, "en-US");
    // The password was taken as typed, Unicode and space included.
    let sign_in = |password: &str| {
        let body = json!({ "email": "sam@example.com", "password": password });
        let anon = anon.clone();
        async move { anon.post("/api/auth/sign-in", body).await.status.as_u16() }
    };
    assert_eq!(sign_in("Grüße an die Otter ").await, 200);
    assert_eq!(sign_in("Grüße an die Otter").await, 401);
}
