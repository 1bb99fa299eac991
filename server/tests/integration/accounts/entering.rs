//! Who may make an account: anybody, whoever is invited, or nobody more.

use chrono::TimeDelta;
use serde_json::{Value, json};
use server::accounts;

use crate::support::app::{App, PASSWORD};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    an_invitation_makes_one_account,
    an_invitation_is_not_spent_on_a_mistake,
    of_two_at_once_one_uses_the_invitation,
    a_closed_planner_takes_nobody,
);

const SIGN_UP: &str = "/api/auth/sign-up";

fn wish(email: &str, invitation: Option<&str>) -> Value {
    json!({ "email": email, "password": PASSWORD, "invitation": invitation })
}

fn carried(link: &str) -> String {
    let start = "http://planner.example/sign-up?invitation=";
    link.strip_prefix(start).unwrap_or_else(|| panic!("{link}")).to_owned()
}

async fn an_invitation_makes_one_account(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let app = app.set(&[("SIGN_UP", "invitation")]);
    let anon = app.client();
    // Somebody has to be the first.
    assert_eq!(anon.post(SIGN_UP, wish("sam@example.com", None)).await.status, 201);
    let problem = anon.post(SIGN_UP, wish("kim@example.com", None)).await.problem(403);
    assert!(problem["detail"].as_str().unwrap().contains("takes an invitation"), "{problem}");
    // Nobody learns here who has an account.
    anon.post(SIGN_UP, wish("sam@example.com", Some("nonsense"))).await.problem(403);

    let invitation = carried(&accounts::invite(&app.planner, 7).await.unwrap());
    let late = app.at(app.planner.clock.now() + TimeDelta::days(7));
    let late = late.set(&[("SIGN_UP", "invitation")]).client();
    late.post(SIGN_UP, wish("kim@example.com", Some(&invitation))).await.problem(403);
    let kim = anon.post(SIGN_UP, wish("kim@example.com", Some(&invitation))).await;
    assert_eq!(kim.status, 201, "{}", kim.text());
    let problem = anon.post(SIGN_UP, wish("eve@example.com", Some(&invitation))).await.problem(403);
    assert!(problem["detail"].as_str().unwrap().contains("has been used"), "{problem}");
}

async fn an_invitation_is_not_spent_on_a_mistake(database: TestDatabase) {
    let (app, _, _) = App::with_user(&database).await;
    let app = app.set(&[("SIGN_UP", "invitation")]);
    let invitation = carried(&accounts::invite(&app.planner, 1).await.unwrap());
    let anon = app.client();
    let taken = wish("sam@example.com", Some(&invitation));
    anon.post(SIGN_UP, taken).await.problem(409);
    let weak = json!({
        "email": "kim@example.com", "password": "password", "invitation": invitation,
    });
    assert_eq!(anon.post(SIGN_UP, weak).await.bad_fields(), ["password"]);
    assert_eq!(anon.post(SIGN_UP, wish("kim@example.com", Some(&invitation))).await.status, 201);
}

async fn of_two_at_once_one_uses_the_invitation(database: TestDatabase) {
    let (app, _, _) = App::with_user(&database).await;
    let app = app.set(&[("SIGN_UP", "invitation")]);
    let invitation = carried(&accounts::invite(&app.planner, 1).await.unwrap());
    let anon = app.client();
    let both = ["kim@example.com", "eve@example.com"]
        .map(|email| anon.post(SIGN_UP, wish(email, Some(&invitation))));
    let answers = futures::future::join_all(both).await;
    let mut statuses: Vec<u16> = answers.iter().map(|answer| answer.status.as_u16()).collect();
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 403]);
}

async fn a_closed_planner_takes_nobody(database: TestDatabase) {
    let (app, _) = App::start(&database).await;
    let closed = app.set(&[("SIGN_UP", "closed")]);
    let invitation = carried(&accounts::invite(&closed.planner, 1).await.unwrap());
    for invitation in [None, Some(invitation.as_str())] {
        let answer = closed.client().post(SIGN_UP, wish("sam@example.com", invitation)).await;
        assert_eq!(answer.problem(403)["detail"], "This planner takes no new accounts.");
    }
    // Whoever is there signs in as ever.
    let user = app.sign_up("sam@example.com").await;
    assert_eq!(user.moved_to(&closed).get("/api/tasks").await.status, 200);
    let sign_in = json!({ "email": "sam@example.com", "password": PASSWORD });
    assert_eq!(closed.client().post("/api/auth/sign-in", sign_in).await.status, 200);
}
