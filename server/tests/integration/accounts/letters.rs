//! Letters: a forgotten password, and addresses that are to be confirmed. They go to a
//! mail server that speaks SMTP.

use chrono::TimeDelta;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use server::accounts;
use server::entity::users;

use super::mail_server::MailServer;
use crate::support::app::{App, Client, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    a_forgotten_password_is_replaced_by_a_letter,
    an_unknown_address_is_answered_alike_and_gets_no_letter,
    only_the_newest_link_is_good_and_not_for_long,
    a_link_is_made_for_the_person_at_the_shell,
    a_new_account_is_asked_for_its_address,
    another_address_counts_once_it_is_confirmed,
    an_address_that_is_taken_meanwhile_is_refused,
    a_box_that_does_not_exist_harms_nothing,
    without_a_mail_server_nothing_is_asked,
);

pub(super) const FORGOTTEN: &str = "/api/auth/forgotten-password";
const RESET: &str = "/api/auth/reset-password";
const CONFIRM: &str = "/api/auth/confirm-email";
const NEW: &str = "seven dry herons";

/// A planner that sends letters, and its mail server.
pub(super) async fn start(database: &TestDatabase) -> (App, MailServer) {
    let (app, _) = App::start(database).await;
    let mail = MailServer::start().await;
    (sending(&app, &mail), mail)
}

pub(super) fn sending(app: &App, mail: &MailServer) -> App {
    app.set(&[("SMTP_URL", &mail.url())])
}

async fn signs_in(app: &App, email: &str, password: &str) -> bool {
    let body = json!({ "email": email, "password": password });
    app.client().post("/api/auth/sign-in", body).await.status == 200
}

async fn is_in(client: &Client) -> bool {
    client.get("/api/auth/session").await.status == 200
}

async fn is_confirmed(app: &App, email: &str) -> bool {
    let person = users::Entity::find().filter(users::Column::Email.eq(email));
    let person = person.one(app.planner.database.reader()).await.unwrap();
    person.unwrap().email_verified_at.is_some()
}

async fn a_forgotten_password_is_replaced_by_a_letter(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    let sam = app.sign_up("sam@example.com").await;
    let kim = app.sign_up("kim@example.com").await;
    mail.letter(1).await;
    let token = sam.post("/api/tokens", json!({ "name": "Backup" })).await.json();
    let program = app.client().with_bearer(token["token"].as_str().unwrap());
    let answer = app.client().post(FORGOTTEN, json!({ "email": " Sam@Example.com " })).await;
    assert_eq!((answer.status.as_u16(), answer.text().as_str()), (202, ""));

    let letter = mail.letter(2).await;
    assert_eq!(
        (letter.to.as_str(), letter.from.as_str()),
        ("sam@example.com", "planner@planner.example")
    );
    for part in ["Subject: Choose a new password", "text/plain", "text/html", "sam@example.com"] {
        assert!(letter.text.contains(part), "{part}: {}", letter.text);
    }
    let token = letter.token("reset-password");
    // What is refused leaves the link as it is.
    for bad in ["short", "password1", "Sam@example.com"] {
        let wish = json!({ "token": token, "password": bad });
        assert_eq!(app.client().post(RESET, wish).await.bad_fields(), ["password"], "{bad}");
    }
    assert!(is_in(&sam).await && !is_confirmed(&app, "sam@example.com").await);
    let wish = json!({ "token": token, "password": NEW });
    assert_eq!(app.client().post(RESET, wish.clone()).await.status, 204);
    assert!(signs_in(&app, "sam@example.com", NEW).await);
    assert!(!signs_in(&app, "sam@example.com", PASSWORD).await);
    // Whoever was in is out, and nobody else.
    assert!(!is_in(&sam).await && !is_in(&program).await && is_in(&kim).await);
    // Whoever follows the link can read the letter.
    assert!(is_confirmed(&app, "sam@example.com").await);
    let problem = app.client().post(RESET, wish).await.problem(410);
    assert!(problem["detail"].as_str().unwrap().contains("has been used"), "{problem}");
}

async fn an_unknown_address_is_answered_alike_and_gets_no_letter(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    app.sign_up("sam@example.com").await;
    mail.letter(0).await;
    let anon = app.client();
    let unknown = anon.post(FORGOTTEN, json!({ "email": "eve@example.com" })).await;
    let known = anon.post(FORGOTTEN, json!({ "email": "sam@example.com" })).await;
    assert_eq!((unknown.status, unknown.body), (known.status, known.body));
    assert_eq!(mail.letter(1).await.to, "sam@example.com");
    // Another one so soon would only fill the box.
    anon.post(FORGOTTEN, json!({ "email": "sam@example.com" })).await;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(mail.letters().len(), 2, "{:?}", mail.letters());
    assert_eq!(anon.post(FORGOTTEN, json!({})).await.bad_fields(), ["email"]);
}

async fn only_the_newest_link_is_good_and_not_for_long(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    let sam = app.sign_up("sam@example.com").await;
    mail.letter(0).await;
    let asked = json!({ "email": "sam@example.com" });
    let later = |minutes| app.planner.clock.now() + TimeDelta::minutes(minutes);
    app.client().post(FORGOTTEN, asked.clone()).await;
    let first = mail.letter(1).await.token("reset-password");
    let second = sending(&app.at(later(5)), &mail);
    second.client().post(FORGOTTEN, asked.clone()).await;
    let newest = mail.letter(2).await.token("reset-password");
    let reset = |token: &str| json!({ "token": token, "password": NEW });
    for bad in [first.as_str(), "nonsense", &"x".repeat(43)] {
        second.client().post(RESET, reset(bad)).await.problem(410);
    }
    let hour = app.at(later(65));
    hour.client().post(RESET, reset(&newest)).await.problem(410);
    // A link to confirm an address opens no account.
    let confirm = mail.letter(0).await.token("confirm-email");
    second.client().post(RESET, reset(&confirm)).await.problem(410);
    // Neither does one from before the password was changed by hand.
    let change = json!({ "current_password": PASSWORD, "new_password": "nine blue whales" });
    assert_eq!(sam.patch("/api/auth/account", change).await.status, 200);
    second.client().post(RESET, reset(&newest)).await.problem(410);
    assert!(is_in(&sam).await);
}

async fn a_link_is_made_for_the_person_at_the_shell(database: TestDatabase) {
    let (app, anon, sam) = App::with_user(&database).await;
    let problem = anon.post(FORGOTTEN, json!({ "email": "sam@example.com" })).await.problem(403);
    assert!(problem["detail"].as_str().unwrap().contains("sends no letters"), "{problem}");
    let link = accounts::reset_link(&app.planner, "SAM@example.com").await.unwrap();
    let token = link.strip_prefix("http://planner.example/reset-password?token=").unwrap();
    let wish = json!({ "token": token, "password": NEW });
    assert_eq!(anon.post(RESET, wish).await.status, 204);
    assert!(signs_in(&app, "sam@example.com", NEW).await && !is_in(&sam).await);
    // It came by no letter, so it proves nothing.
    assert!(!is_confirmed(&app, "sam@example.com").await);
    assert!(accounts::reset_link(&app.planner, "eve@example.com").await.is_err());
}

async fn a_new_account_is_asked_for_its_address(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    let sam = app.sign_up("sam@example.com").await;
    let letter = mail.letter(0).await;
    assert_eq!(letter.to, "sam@example.com");
    // Everything works before.
    assert_eq!(sam.post("/api/tasks", json!({ "title": "Pay rent" })).await.status, 201);
    assert!(!is_confirmed(&app, "sam@example.com").await);
    let again = sam.post("/api/auth/send-confirmation", json!({})).await;
    again.problem(429);
    assert!(again.headers.contains_key("retry-after"));
    let later = sending(&app.at(app.planner.clock.now() + TimeDelta::minutes(2)), &mail);
    let sent = sam.moved_to(&later).post("/api/auth/send-confirmation", json!({})).await;
    assert_eq!(sent.status, 202, "{}", sent.text());
    let token = mail.letter(1).await.token("confirm-email");
    let old = json!({ "token": letter.token("confirm-email") });
    later.client().post(CONFIRM, old).await.problem(410);
    assert_eq!(later.client().post(CONFIRM, json!({ "token": token })).await.status, 204);
    assert!(is_confirmed(&app, "sam@example.com").await);
    later.client().post(CONFIRM, json!({ "token": token })).await.problem(410);
}

async fn another_address_counts_once_it_is_confirmed(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    let sam = app.sign_up("sam@example.com").await;
    mail.letter(0).await;
    let wish = json!({ "current_password": PASSWORD, "email": "New@example.com" });
    let answer = sam.patch("/api/auth/account", wish).await;
    assert_eq!(answer.json()["email"], "sam@example.com", "{}", answer.text());
    let letter = mail.letter(1).await;
    assert_eq!(letter.to, "new@example.com");
    assert!(signs_in(&app, "sam@example.com", PASSWORD).await);
    assert!(!signs_in(&app, "new@example.com", PASSWORD).await);
    let token = letter.token("confirm-email");
    assert_eq!(app.client().post(CONFIRM, json!({ "token": token })).await.status, 204);
    assert!(signs_in(&app, "new@example.com", PASSWORD).await);
    assert!(!signs_in(&app, "sam@example.com", PASSWORD).await);
    assert!(is_confirmed(&app, "new@example.com").await);
    // The old address hears of it.
    let told = mail.letter(2).await;
    assert_eq!(told.to, "sam@example.com");
    assert!(told.text.contains("Your address has changed"), "{}", told.text);
}

async fn an_address_that_is_taken_meanwhile_is_refused(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    let sam = app.sign_up("sam@example.com").await;
    let wish = json!({ "current_password": PASSWORD, "email": "kim@example.com" });
    assert_eq!(sam.patch("/api/auth/account", wish.clone()).await.status, 200);
    let token = mail.letter(1).await.token("confirm-email");
    app.sign_up("kim@example.com").await;
    app.client().post(CONFIRM, json!({ "token": token })).await.problem(409);
    assert!(signs_in(&app, "sam@example.com", PASSWORD).await);
    let problem = sam.patch("/api/auth/account", wish).await.problem(409);
    assert_eq!(problem["errors"][0]["field"], "email");
}

async fn a_box_that_does_not_exist_harms_nothing(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    let nobody = app.sign_up("nobody@example.com").await;
    app.sign_up("sam@example.com").await;
    assert_eq!(mail.letter(0).await.to, "sam@example.com");
    assert!(is_in(&nobody).await);
}

async fn without_a_mail_server_nothing_is_asked(database: TestDatabase) {
    let (_, _, sam) = App::with_user(&database).await;
    let wish = json!({ "current_password": PASSWORD, "email": "new@example.com" });
    let answer = sam.patch("/api/auth/account", wish).await;
    assert_eq!(answer.json()["email"], "new@example.com");
    sam.post("/api/auth/send-confirmation", json!({})).await.problem(403);
}
