//! Repeating events, collisions, zones and free time with a language model.

use domain::event::Event;
use serde_json::{Value, json};
use server::operations::events::{CreateEvent, ListEvents};

use super::{Script, Talk, words};

/// A call and then words.
fn calls(name: &str, arguments: Value) -> [Script; 2] {
    [Script::calls(&[(name, arguments)]), Script::says("All right.")]
}

async fn with_standup(name: &str, arguments: Value) -> Talk {
    let talk = Talk::playing(calls(name, arguments)).await;
    let standup = json!({
        "title": "Standup", "start_time": "2026-11-02T09:00", "end_time": "2026-11-02T09:15",
        "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    });
    talk.person.send::<CreateEvent>(standup).await.unwrap();
    talk
}

async fn starts(talk: &Talk) -> Vec<String> {
    let range = json!({ "from": "2026-11-23", "to": "2026-11-28" });
    let events = talk.person.send::<ListEvents>(range).await.unwrap().value.items;
    let start = |event: &Event| event.start_time.stored().format("%-d %H:%M").to_string();
    events.iter().map(start).collect()
}

/// What the model was told of its call.
fn told(talk: &Talk) -> String {
    talk.provider.asked().last().unwrap().body.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_day_and_how_much_is_meant_are_words_of_the_person() {
    let arguments =
        json!({ "target": "standup", "on": "friday", "scope": "this", "time": "11:00" });
    let talk = with_standup("update_event", arguments).await;
    let answer = talk.say("friday's standup is at 11 this once").await;
    assert!(answer.actions[0].summary.ends_with(", only Fri 27 Nov."), "{answer:?}");
    assert_eq!(starts(&talk).await, ["23 08:00", "24 08:00", "25 08:00", "26 08:00", "27 10:00"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn from_a_day_on_and_all_of_them() {
    for (arguments, expected) in [
        (
            json!({ "target": "standup", "on": "wednesday", "scope": "following", "time": "10:00" }),
            ["23 08:00", "24 08:00", "25 09:00", "26 09:00", "27 09:00"],
        ),
        (
            json!({ "target": "standup", "scope": "all", "time": "10:00" }),
            ["23 09:00", "24 09:00", "25 09:00", "26 09:00", "27 09:00"],
        ),
    ] {
        let talk = with_standup("update_event", arguments).await;
        let answer = talk.say("standup at 10").await;
        assert_eq!(answer.actions.len(), 1, "{answer:?}");
        assert_eq!(starts(&talk).await, expected);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_model_leaves_open_is_asked() {
    let talk = with_standup("update_event", json!({ "target": "standup", "time": "10:00" })).await;
    let answer = talk.say("move standup to 10").await;
    assert!(answer.actions.is_empty());
    let labels: Vec<&str> = answer.choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(labels[1..], ["From tomorrow (Mon 23 Nov) on", "All of them"]);
    assert!(words(&answer).contains("It repeats. Which do you mean?"), "{}", words(&answer));
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_one_out_waits_for_a_yes() {
    let arguments = json!({ "target": "standup", "on": "next tuesday", "scope": "this" });
    let talk = with_standup("delete_event", arguments).await;
    let answer = talk.say("skip next tuesday's standup").await;
    assert_eq!(answer.confirm[0].summary, "Delete only “Standup”, Tue 24 Nov, 09:00–09:15?");
    assert_eq!(starts(&talk).await.len(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_collision_is_told_to_the_model_and_to_the_person() {
    let arguments = json!({ "title": "Dentist", "when": "tomorrow 9:10" });
    let talk = with_standup("create_event", arguments).await;
    let answer = talk.say("dentist tomorrow 9:10").await;
    assert!(told(&talk).contains("overlaps"), "{}", told(&talk));
    assert!(answer.actions[0].summary.contains(" It overlaps “Standup”, 09:00–09:15."));
    assert!(words(&answer).starts_with("All right."), "{}", words(&answer));
    assert!(words(&answer).contains("\n1. Move it to "), "{}", words(&answer));
    assert!(!answer.choices.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_zone_in_a_phrase_is_kept() {
    let arguments = json!({ "title": "Call", "when": "friday 3pm London time" });
    let talk = with_standup("create_event", arguments).await;
    let answer = talk.say("call friday 3pm London time").await;
    let summary = "Added “Call”, Fri 27 Nov, 16:00–17:00 (15:00–16:00 London time).";
    assert_eq!(answer.actions[0].summary, summary);
    assert!(told(&talk).contains("London time"), "{}", told(&talk));
}

#[tokio::test(flavor = "multi_thread")]
async fn free_time_lies_within_working_hours() {
    let talk = with_standup("free_time", json!({ "period": "tomorrow", "minutes": 60 })).await;
    talk.say("when am i free tomorrow for an hour").await;
    let told = told(&talk);
    assert!(told.contains("09:15") && told.contains("17:00") && !told.contains("22:00"), "{told}");
}
