//! Settings, and that each of them acts.

use serde_json::{Value, json};

use crate::support::app::{App, Client};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    settings_begin_as_the_locale_has_them_and_are_kept,
    every_wrong_value_is_named,
    what_was_chosen_is_how_answers_are_written,
    what_was_chosen_is_how_words_are_read,
);

const SETTINGS: &str = "/api/settings";

async fn settings_begin_as_the_locale_has_them_and_are_kept(database: TestDatabase) {
    let (app, _, user) = App::with_user(&database).await;
    insta::assert_json_snapshot!("settings", user.get(SETTINGS).await.json());
    let wish = json!({
        "time_zone": "America/New_York", "locale": "en_us", "currency": "usd",
        "week_start": "saturday", "clock": "24", "date_order": "day_first",
        "work_from": "08:00", "work_until": "00:00", "buffer_minutes": 15, "week_numbers": true,
        "event_minutes": 30, "morning": "08:00", "afternoon": "13:00", "evening": "17:30",
        "night": "21:15",
    });
    let mut kept = wish.clone();
    kept["locale"] = "en-US".into();
    kept["currency"] = "USD".into();
    assert_eq!(user.patch(SETTINGS, wish).await.json(), kept);
    assert_eq!(user.get(SETTINGS).await.json(), kept);
    // Nobody else's changed, and what is not named stays.
    let other = app.sign_up("kim@example.com").await;
    assert_eq!(other.get(SETTINGS).await.json()["currency"], "EUR");
    kept["clock"] = "12".into();
    assert_eq!(user.patch(SETTINGS, json!({ "clock": "12" })).await.json(), kept);
}

async fn every_wrong_value_is_named(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let before = user.get(SETTINGS).await.json();
    let wrong = json!({
        "currency": "XYZ", "week_start": "friday", "clock": 13, "date_order": true,
        "buffer_minutes": 241, "event_minutes": 4, "morning": "noon",
    });
    let mut named = user.patch(SETTINGS, wrong).await.bad_fields();
    named.sort();
    let all = [
        "buffer_minutes",
        "clock",
        "currency",
        "date_order",
        "event_minutes",
        "morning",
        "week_start",
    ];
    assert_eq!(named, all);
    for (wrong, field) in [
        (json!({ "time_zone": "Mars/Olympus" }), "time_zone"),
        (json!({ "locale": "<script>" }), "locale"),
        (json!({ "work_until": "08:00" }), "work_until"),
        (json!({ "morning": "12:00" }), "morning"),
        (json!({ "afternoon": "11:59" }), "afternoon"),
        (json!({ "evening": "14:00" }), "evening"),
        (json!({ "night": "17:59" }), "night"),
        (json!({ "afternoon": "18:30" }), "evening"),
    ] {
        assert_eq!(user.patch(SETTINGS, wrong.clone()).await.bad_fields(), [field], "{wrong}");
    }
    assert_eq!(user.get(SETTINGS).await.json(), before);
}

/// What the assistant did, in words.
async fn said(user: &Client, message: &str) -> String {
    let answer = user.post("/api/chat", json!({ "message": message })).await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    let actions = answer.json()["actions"].as_array().cloned().unwrap_or_default();
    let said = actions.iter().filter_map(|action| action["summary"].as_str());
    said.collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
}

async fn set(user: &Client, wish: Value) {
    assert_eq!(user.patch(SETTINGS, wish.clone()).await.status, 200, "{wish}");
}

async fn what_was_chosen_is_how_answers_are_written(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    let event = "dentist friday at 3pm for 2 hours";
    assert!(said(&user, event).await.contains("Fri 27 Nov, 15:00–17:00"));
    set(&user, json!({ "clock": "12", "date_order": "month_first" })).await;
    assert!(said(&user, event).await.contains("Fri, Nov 27, 3:00 PM–5:00 PM"));
    let lunch = "spent 12.50 on lunch";
    assert!(said(&user, lunch).await.contains("12,50 €"));
    set(&user, json!({ "locale": "en-GB", "currency": "GBP" })).await;
    assert!(said(&user, lunch).await.contains("£12.50"));
    // The region decides what was left to it only.
    assert!(said(&user, event).await.contains("Nov 27, 3:00 PM"));
    set(&user, json!({ "clock": "locale", "date_order": "locale" })).await;
    assert!(said(&user, event).await.contains("27 Nov, 15:00"));
}

async fn what_was_chosen_is_how_words_are_read(database: TestDatabase) {
    let (_, _, user) = App::with_user(&database).await;
    // Germans write the day first; now is Sunday 22 November 2026.
    assert!(said(&user, "dentist 3/12 at 3pm").await.contains("Thu 3 Dec, 15:00–16:00"));
    set(&user, json!({ "date_order": "month_first", "event_minutes": 30 })).await;
    assert!(said(&user, "dentist 3/12 at 3pm").await.contains("Fri, Mar 12, 2027, 15:00–15:30"));
    set(&user, json!({ "date_order": "day_first" })).await;
    let call = "call with Kim tomorrow morning";
    assert!(said(&user, call).await.contains("Mon 23 Nov), 09:00–09:30"));
    set(&user, json!({ "morning": "07:45" })).await;
    assert!(said(&user, call).await.contains("Mon 23 Nov), 07:45–08:15"));
    // On a Sunday, the next week is the one that begins tomorrow, or in seven days.
    let gym = "gym next friday at 5pm";
    assert!(said(&user, gym).await.contains("Fri 27 Nov, 17:00"));
    set(&user, json!({ "week_start": "sunday" })).await;
    assert!(said(&user, gym).await.contains("Fri 4 Dec, 17:00"));
}
