//! Letters that anybody may ask for: so often only, and none is lost with the program.

use std::time::Duration;

use chrono::TimeDelta;
use serde_json::json;
use server::stopping;

use super::guessing::post_from;
use super::letters::{FORGOTTEN, sending, start};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    one_address_asks_only_so_often,
    one_person_gets_only_so_many_and_nobody_learns_it,
    the_end_waits_for_letters_under_way,
    the_end_tries_once_more_what_was_put_off,
);

async fn one_address_asks_only_so_often(database: TestDatabase) {
    let (app, _mail) = start(&database).await;
    let anon = app.client();
    let ask = async |address: &str, number: usize| {
        let wish = json!({ "email": format!("{number}@example.com") });
        post_from(&anon, address, FORGOTTEN, wish).await
    };
    for number in 0..20 {
        assert_eq!(ask("192.0.2.1", number).await.status, 202, "{number}");
    }
    let refused = ask("192.0.2.1", 20).await;
    let wait: i64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=180).contains(&wait), "{wait}");
    refused.problem(429);
    assert_eq!(ask("192.0.2.2", 20).await.status, 202);
    // What is no address costs nothing.
    post_from(&anon, "192.0.2.1", FORGOTTEN, json!({})).await.problem(400);
}

async fn one_person_gets_only_so_many_and_nobody_learns_it(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    app.sign_up("sam@example.com").await;
    mail.letter(0).await;
    // A minute after the other, from everywhere: five at once, and one each quarter of an hour.
    let mut sent = 1;
    for (minute, is_sent) in [
        (0, true),
        (2, true),
        (4, true),
        (6, true),
        (8, true),
        (10, false),
        (12, false),
        (16, true),
    ] {
        let then = app.planner.clock.now() + TimeDelta::minutes(minute);
        let then = sending(&app.at(then), &mail);
        let wish = json!({ "email": "sam@example.com" });
        let place = format!("192.0.2.{minute}");
        assert_eq!(post_from(&then.client(), &place, FORGOTTEN, wish).await.status, 202);
        stopping::stop(&then.planner).await;
        sent += usize::from(is_sent);
        assert_eq!(mail.letters().len(), sent, "after {minute} minutes");
    }
}

async fn the_end_waits_for_letters_under_way(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    app.sign_up("sam@example.com").await;
    app.client().post(FORGOTTEN, json!({ "email": "sam@example.com" })).await;
    stopping::stop(&app.planner).await;
    assert_eq!(mail.letters().len(), 2, "{:?}", mail.letters());
}

async fn the_end_tries_once_more_what_was_put_off(database: TestDatabase) {
    let (app, mail) = start(&database).await;
    app.sign_up("later@example.com").await;
    while !mail.has_put_off() {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(mail.letters().len(), 0);
    stopping::stop(&app.planner).await;
    assert_eq!(mail.letters().len(), 1);
}
