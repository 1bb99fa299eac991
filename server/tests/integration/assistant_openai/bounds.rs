//! Calls that are wrong, and models that do not stop.

use serde_json::json;
use server::operations::tasks::{ListTasks, ReadTask};

use super::{Script, Talk, done, words};

/// The answers that the model read to its calls.
async fn answered(calls: Script) -> Vec<serde_json::Value> {
    let talk = Talk::playing([calls, Script::says("Sorry.")]).await;
    let answer = talk.say("do it").await;
    assert!(answer.actions.is_empty(), "{answer:?}");
    assert_eq!(words(&answer), "Sorry.");
    talk.provider.asked()[1].outcomes()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_is_answered_the_wrong_ones_with_the_reason() {
    let script = Script::stream()
        .call(0, "a", "launch_rocket", "{}")
        .call(1, "b", "create_task", r#"{"title": "#)
        .call(2, "c", "create_task", r#"{"title": {"a": 1}}"#)
        .call(3, "d", "create_task", "[]")
        .call(4, "e", "create_event", r#"{"title": "x", "when": "the 30th of february"}"#)
        .call(5, "f", "record_expense", r#"{"amount": "lots"}"#)
        .call(6, "g", "", "{}")
        .end("tool_calls");
    let outcomes = answered(script).await;
    assert_eq!(outcomes.len(), 7);
    for (outcome, part) in outcomes.iter().zip([
        "launch_rocket",
        "no JSON object",
        "expected a string",
        "no JSON object",
        "no such date",
        "amount",
        "no tool",
    ]) {
        let error = outcome["error"].as_str().unwrap_or_default();
        let error = error.to_lowercase();
        assert!(error.contains(&part.to_lowercase()), "{part}: {outcome}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_weekday_that_disagrees_with_its_date_is_an_error() {
    let call = json!({ "title": "x", "when": "Friday 24 November 2026 at 1pm" });
    let outcomes = answered(Script::calls(&[("create_event", call)])).await;
    assert!(outcomes[0]["error"].as_str().unwrap().contains("is a Tuesday"), "{outcomes:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn arguments_in_pieces_and_twice_the_same_identifier() {
    let mut script = Script::stream();
    for letter in r#"{"title":"Call mom"}"#.chars() {
        script = script.call(0, "same", "create_task", &letter.to_string());
    }
    let script = script.call(1, "same", "create_task", r#"{"title":"Call dad"}"#);
    let talk = Talk::playing([script.end("tool_calls"), Script::says("Both.")]).await;
    let answer = talk.say("call mom and dad").await;
    assert_eq!(done(&answer), ["create_task", "create_task"]);
    let asked = talk.provider.asked();
    let ids: Vec<&str> =
        asked[1].messages().iter().filter_map(|message| message["tool_call_id"].as_str()).collect();
    assert_eq!(ids.len(), 2);
    assert_ne!(ids[0], ids[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_persons_row_does_not_exist() {
    let talk = Talk::playing([]).await;
    let open = talk.person.context(domain::history::Door::Web).database;
    let stranger = crate::support::person::Person::new(&open).await;
    let secret = stranger.task("Secret", None).await.value;
    let calls = ["complete_task", "delete_task", "update_task"]
        .map(|tool| (tool, json!({ "id": secret.id, "title": "Mine" })));
    let provider =
        super::Provider::playing([Script::calls(&calls), Script::says("Not found.")]).await;
    let model =
        server::assistant::language_model(super::settings(&provider.base_url()), super::PATIENCE);
    let assistant = server::assistant::Assistant::new(model.unwrap());
    let answer = super::whole(super::events(&assistant, &talk.person, "do it").await);
    assert!(answer.actions.is_empty() && answer.confirm.is_empty());
    for outcome in provider.asked()[1].outcomes() {
        let error = outcome["error"].as_str().unwrap_or_default();
        assert!(!error.is_empty() && !outcome.to_string().contains("Secret"), "{outcome}");
    }
    let kept = stranger.call::<ReadTask>(secret.id.into()).await.unwrap().value;
    assert_eq!(kept, secret);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_of_reads_ends_after_eight_rounds() {
    let talk = Talk::playing([Script::calls(&[("list_tasks", json!({}))])]).await;
    let answer = talk.say("go on for ever").await;
    assert_eq!(talk.provider.asked().len(), 8);
    assert!(words(&answer).contains("too many steps"), "{}", words(&answer));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_loop_of_the_same_write_writes_once() {
    let talk =
        Talk::playing([Script::calls(&[("create_task", json!({ "title": "Again" }))])]).await;
    let answer = talk.say("go on for ever").await;
    assert_eq!(done(&answer).len(), 1);
    assert_eq!(talk.person.send::<ListTasks>(json!({})).await.unwrap().value.items.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_write_twice_in_one_answer_is_meant() {
    let coffee = || ("record_expense", json!({ "amount": "3.50", "category": "Food" }));
    let talk = Talk::playing([Script::calls(&[coffee(), coffee()]), Script::says("Cheers.")]).await;
    assert_eq!(done(&talk.say("two coffees, 3.50 each").await).len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_changes_are_enough() {
    let titles: Vec<_> = (0..30)
        .map(|number| ("create_task", json!({ "title": format!("Task {number}") })))
        .collect();
    let talk = Talk::playing([Script::calls(&titles)]).await;
    let answer = talk.say("add thirty tasks").await;
    assert_eq!(answer.actions.len(), 20);
    assert!(words(&answer).contains("What is listed above is done."), "{}", words(&answer));
}
