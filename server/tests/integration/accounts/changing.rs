//! Another address, another password.

use serde_json::json;

use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_new_address_and_a_new_password_sign_in,
    nothing_changes_without_the_password,
    what_is_refused_at_sign_up_is_refused_here,
);

const ACCOUNT: &str = "/api/auth/account";

async fn signs_in(app: &App, email: &str, password: &str) -> bool {
    let body = json!({ "email": email, "password": password });
    app.client().post("/api/auth/sign-in", body).await.status == 200
}

async fn is_in(client: &Client) -> bool {
    client.get("/api/auth/session").await.status == 200
}

async fn a_new_address_and_a_new_password_sign_in(database: TestDatabase) {
    let (app, anon, user) = App::with_user(&database).await;
    let kim = app.sign_up("kim@example.com").await;
    let body = json!({ "email": "sam@example.com", "password": PASSWORD });
    let other = anon.post("/api/auth/sign-in", body).await.json();
    let other = app.client().with_bearer(other["token"].as_str().unwrap());

    let wish = json!({ "current_password": PASSWORD, "email": " New@Example.com " });
    let answer = user.patch(ACCOUNT, wish).await;
    assert_eq!(answer.json()["email"], "new@example.com", "{}", answer.text());
    // Whoever else was signed in has to know the new way; nobody else is touched.
    assert!(is_in(&user).await && is_in(&kim).await && !is_in(&other).await);
    assert!(signs_in(&app, "new@example.com", PASSWORD).await);
    assert!(!signs_in(&app, "sam@example.com", PASSWORD).await);

    let wish = json!({ "current_password": PASSWORD, "new_password": "seven dry herons" });
    assert_eq!(user.patch(ACCOUNT, wish).await.status, 200);
    assert!(signs_in(&app, "new@example.com", "seven dry herons").await);
    assert!(!signs_in(&app, "new@example.com", PASSWORD).await);
    assert!(signs_in(&app, "kim@example.com", PASSWORD).await);
}

async fn nothing_changes_without_the_password(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    for (password, email) in [("wrong horse", "new@example.com"), ("", "new@example.com")] {
        let wish = json!({ "current_password": password, "email": email });
        assert_eq!(user.patch(ACCOUNT, wish).await.bad_fields(), ["current_password"]);
    }
    let wish = json!({ "new_password": "seven dry herons" });
    assert_eq!(user.patch(ACCOUNT, wish).await.bad_fields(), ["current_password"]);
    assert!(signs_in(&app, "sam@example.com", PASSWORD).await);
}

async fn what_is_refused_at_sign_up_is_refused_here(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    app.sign_up("kim@example.com").await;
    for (name, value) in [
        ("email", "nobody"),
        ("new_password", "short"),
        ("new_password", "password"),
        ("new_password", "Sam@example.com"),
    ] {
        let wish = json!({ "current_password": PASSWORD, name: value });
        assert_eq!(user.patch(ACCOUNT, wish).await.bad_fields(), [name], "{value}");
    }
    let taken = json!({ "current_password": PASSWORD, "email": "KIM@example.com" });
    let problem = user.patch(ACCOUNT, taken).await.problem(409);
    assert_eq!(problem["errors"][0]["field"], "email");
    assert!(signs_in(&app, "sam@example.com", PASSWORD).await);
}
