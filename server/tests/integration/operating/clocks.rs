//! A clock that is set back or forward: nobody is locked out, nothing is done twice.

use axum::http::HeaderName;
use chrono::TimeDelta;
use serde_json::json;
use server::jobs::prune;

use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(a_clock_set_back_locks_nobody_out, a_jump_forward_ends_what_it_should);

async fn a_clock_set_back_locks_nobody_out(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let named = user.clone().with(HeaderName::from_static("idempotency-key"), "one");
    let body = json!({ "title": "Plants" });
    let first = named.post("/api/tasks", body.clone()).await;
    let id = first.id();
    for hours in [1, 24, 24 * 400] {
        let back = app.at(app.planner.clock.now() - TimeDelta::hours(hours));
        let again = named.moved_to(&back).post("/api/tasks", body.clone()).await;
        assert_eq!((again.status.as_u16(), again.id()), (201, id.clone()), "{hours} hours back");
        let user = user.moved_to(&back);
        let renamed = user.patch(&format!("/api/tasks/{id}"), json!({ "title": "Ferns" })).await;
        assert_eq!(renamed.status, 200, "{hours} hours back");
        let taken_back = format!("/api/undo/{}", renamed.header("undo-token"));
        assert_eq!(user.post(&taken_back, json!({})).await.status, 200, "{hours} hours back");
        assert_eq!(prune(&back.planner).await.unwrap().sessions, 0);
    }
    let tasks = user.get("/api/tasks").await.json();
    assert_eq!(tasks.as_array().unwrap().len(), 1);
}

async fn a_jump_forward_ends_what_it_should(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    let named = user.clone().with(HeaderName::from_static("idempotency-key"), "one");
    named.post("/api/tasks", json!({ "title": "Plants" })).await;
    let ahead = app.at(app.planner.clock.now() + TimeDelta::days(400));
    user.moved_to(&ahead).get("/api/tasks").await.problem(401);
    // Once the clock is right again, whoever signed in meanwhile still is.
    let meanwhile = ahead.sign_up("kim@example.com").await;
    assert_eq!(meanwhile.moved_to(&app).get("/api/tasks").await.status, 200);
}
