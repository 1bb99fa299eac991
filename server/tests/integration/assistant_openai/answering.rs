//! What is sent to the model, what it may answer, and what becomes of it.

use domain::chat::ChatEvent;
use serde_json::json;
use server::operations::tasks::ReadTask;

use super::{Script, Talk, done, words};

#[tokio::test(flavor = "multi_thread")]
async fn words_are_heard_and_kept() {
    let talk = Talk::playing([Script::says("Nothing is planned today.")]).await;
    let events = talk.events("what about today?").await;
    let pieces: String = events
        .iter()
        .filter_map(|event| match event {
            ChatEvent::Text(delta) => Some(delta.delta.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(pieces, "Nothing is planned today.");
    assert_eq!(words(&super::whole(events)), "Nothing is planned today.");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phrase_for_a_time_is_resolved_here_and_answered_with_its_weekday() {
    let lunch = json!({ "title": "Lunch with Sam", "when": "tomorrow 1pm", "location": null });
    let talk =
        Talk::playing([Script::calls(&[("create_event", lunch)]), Script::says("It is in.")]).await;
    let answer = talk.say("lunch with sam tomorrow at one").await;
    assert_eq!(done(&answer), ["create_event"]);
    assert_eq!(
        answer.actions[0].summary,
        "Added “Lunch with Sam”, tomorrow (Mon 23 Nov), 13:00–14:00."
    );
    assert_eq!(words(&answer), "It is in.");
    let asked = talk.provider.asked();
    let outcome = &asked[1].outcomes()[0];
    assert_eq!(outcome["row"]["start"], "Monday 23 November 2026, 13:00");
    assert_eq!(outcome["row"]["end"], "Monday 23 November 2026, 14:00");
    assert_eq!(outcome["row"]["id"], answer.actions[0].item.as_ref().unwrap().id().to_string());
    let called = asked[1].messages().iter().rev().nth(1).unwrap();
    assert_eq!(called["role"], "assistant");
    let answered = asked[1].messages().last().unwrap();
    assert_eq!(called["tool_calls"][0]["id"], answered["tool_call_id"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_request_is_what_every_such_server_takes() {
    let talk = Talk::playing([Script::says("Hello.")]).await;
    talk.say("hello").await;
    let asked = &talk.provider.asked()[0];
    assert!(asked.head.starts_with("post /v1/chat/completions http/1.1"), "{}", asked.head);
    assert!(!asked.head.contains("authorization"), "no key, no header: {}", asked.head);
    let body = &asked.body;
    assert_eq!(body["model"], "scripted");
    assert_eq!(body["stream"], true);
    assert_eq!(body["stream_options"], json!({ "include_usage": true }));
    let tools = body["tools"].as_array().unwrap();
    assert_eq!(tools.len(), server::assistant::TOOLS.len());
    for tool in tools {
        assert_eq!(tool["type"], "function");
        let function = &tool["function"];
        assert_eq!(function["strict"], true);
        assert_eq!(function["parameters"]["additionalProperties"], false);
        let properties = function["parameters"]["properties"].as_object().unwrap();
        let required = function["parameters"]["required"].as_array().unwrap();
        assert_eq!(properties.len(), required.len(), "{function}");
    }
    assert_eq!(asked.messages().last().unwrap(), &json!({ "role": "user", "content": "hello" }));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_before_is_told_and_rows_are_found_by_their_identifiers() {
    let talk = Talk::playing([Script::says("Which list?")]).await;
    let first = talk.say("put milk on the list").await;
    let task = talk.person.task("Buy milk", None).await.value;
    let message = domain::chat::ChatMessage {
        text: "the usual one".to_owned(),
        conversation_id: Some(first.conversation_id),
        ..Default::default()
    };
    let context = talk.person.context(domain::history::Door::Chat);
    let _: Vec<_> = futures::StreamExt::collect(talk.assistant.turn(context, message)).await;
    let asked = talk.provider.asked();
    let said: Vec<&str> = asked[1].messages()[1..]
        .iter()
        .map(|message| message["content"].as_str().unwrap())
        .collect();
    assert_eq!(said, ["put milk on the list", "Which list?", "the usual one"]);

    let id = json!({ "id": task.id, "target": null, "on": null });
    let talk2 = Talk {
        provider: super::Provider::playing([
            Script::calls(&[("complete_task", id)]),
            Script::says("Ticked off."),
        ])
        .await,
        ..talk
    };
    let model = server::assistant::language_model(
        super::settings(&talk2.provider.base_url()),
        super::PATIENCE,
    )
    .unwrap();
    let assistant = server::assistant::Assistant::new(model);
    let answer = super::whole(super::events(&assistant, &talk2.person, "done with the milk").await);
    assert_eq!(done(&answer), ["complete_task"]);
    let row = talk2.person.call::<ReadTask>(task.id.into()).await.unwrap().value;
    assert!(row.is_complete);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_and_calls_together_reads_at_once_and_writes_in_order() {
    let script = Script::stream()
        .words("Let me see. ")
        .call(0, "a", "list_tasks", "{}")
        .call(1, "b", "list_events", r#"{"period":"today"}"#)
        .call(2, "c", "create_task", r#"{"title":"First"}"#)
        .call(3, "d", "create_task", r#"{"title":"Second"}"#)
        .end("tool_calls");
    let talk = Talk::playing([script, Script::says("Both are in.")]).await;
    let answer = talk.say("look, then add two tasks").await;
    let titles: Vec<&str> =
        answer.actions.iter().map(|action| action.item.as_ref().unwrap().name()).collect();
    assert_eq!(titles, ["First", "Second"]);
    assert!(answer.undo.is_some(), "the turn can be taken back whole");
    assert_eq!(words(&answer), "Let me see. \nBoth are in.");
    let asked = talk.provider.asked();
    let outcomes = asked[1].outcomes();
    assert_eq!(outcomes.len(), 4);
    assert_eq!(outcomes[0], json!({ "tasks": [] }));
    assert_eq!(outcomes[1], json!({ "events": [] }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_written_as_text_is_a_call() {
    let written =
        r#"{{"name": "record_expense", "arguments": {"amount": 12.5, "category": "Food"}}}"#;
    let talk = Talk::playing([Script::says(written), Script::says("Noted.")]).await;
    let answer = talk.say("spent 12.50 on lunch").await;
    assert_eq!(done(&answer), ["record_expense"]);
    assert_eq!(words(&answer), "Noted.");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_alone_are_no_receipt() {
    let claims = [
        ("I've added lunch with Sam tomorrow at 1 pm.", true),
        ("All your events have been deleted.", true),
        ("You have nothing tomorrow.", false),
    ];
    for (claim, is_one) in claims {
        let talk = Talk::playing([Script::says(claim)]).await;
        let answer = talk.say("do it").await;
        assert!(answer.actions.is_empty());
        assert_eq!(words(&answer).ends_with("\nNothing was changed."), is_one, "{claim}");
    }
    let delete = json!({ "target": "call the bank" });
    let scripts = [Script::calls(&[("delete_task", delete)]), Script::says("I have deleted it.")];
    let talk = Talk::playing(scripts).await;
    let task = talk.person.task("Call the bank", None).await.value;
    let answer = talk.say("delete call the bank").await;
    assert_eq!(words(&answer), "I have deleted it.\nNothing is changed until you say yes.");
    assert_eq!(answer.confirm.len(), 1);
    assert!(talk.person.call::<ReadTask>(task.id.into()).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_model_that_only_calls_is_reported_by_us() {
    let script = Script::calls(&[("create_task", json!({ "title": "Call mom" }))]);
    let talk = Talk::playing([script, Script::stream().end("stop")]).await;
    let answer = talk.say("call mom").await;
    assert_eq!(words(&answer), "Added “Call mom”.");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_rows_that_fit_are_for_the_person_to_tell_apart() {
    let script = Script::calls(&[("complete_task", json!({ "target": "call sam" }))]);
    let talk = Talk::playing([script]).await;
    talk.person.task("Call Sam about the car", None).await;
    talk.person.task("Call Sam about the trip", None).await;
    let answer = talk.say("done with calling sam").await;
    assert_eq!(answer.choices.len(), 2);
    assert!(words(&answer).starts_with("Which one do you mean?\n1. "), "{}", words(&answer));
    assert_eq!(talk.provider.asked().len(), 1, "no further round is needed");
}

/// What a small model was asked and what it led to.
async fn small(script: Script, message: &str) -> (domain::chat::ChatAnswer, Talk) {
    let talk = Talk::playing([script]).await;
    let mut few = super::settings(&talk.provider.base_url());
    few.tools = Some(server::config::Offer::Few);
    let model = server::assistant::language_model(few, super::PATIENCE).unwrap();
    let assistant = server::assistant::Assistant::new(model);
    let answer = super::whole(super::events(&assistant, &talk.person, message).await);
    (answer, talk)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_model_is_offered_little_and_asked_once() {
    let call = [("create_task", json!({ "title": "Mutter anrufen", "priority": "high" }))];
    let (answer, talk) = small(Script::calls(&call), "mutter anrufen nicht vergessen").await;
    assert_eq!(words(&answer), "Added “Mutter anrufen”.");
    let asked = talk.provider.asked();
    assert_eq!(asked.len(), 1);
    let tools = asked[0].body["tools"].as_array().unwrap();
    assert!(tools.len() < 15 && tools.iter().all(|tool| tool["function"].get("strict").is_none()));
    assert!(asked[0].body["tools"].to_string().len() < 4_000);
    // What changes from turn to turn comes last, so that the server can keep the rest.
    let said = |place: usize| asked[0].body["messages"][place]["content"].as_str().unwrap();
    assert!(!said(0).contains("It is "), "{}", said(0));
    assert!(
        said(1).starts_with("(It is ") && said(1).ends_with(")\nmutter anrufen nicht vergessen")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_a_small_model_made_up_is_left_out() {
    let call = [("create_event", json!({ "title": "Mutter anrufen", "when": "next week" }))];
    let (answer, _) = small(Script::calls(&call), "mutter anrufen nicht vergessen").await;
    assert_eq!(words(&answer), "Added “Mutter anrufen”.");
    assert_eq!(done(&answer), ["create_task"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_model_is_not_asked_what_is_plain() {
    let (answer, talk) = small(Script::says("Hm."), "remind me to call mom tomorrow at 5pm").await;
    assert_eq!(done(&answer), ["create_task"]);
    assert_eq!(talk.provider.asked().len(), 0);
    assert_eq!(answer.answered_by.label, "Built-in: no language model was needed");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_model_that_only_claims_is_not_heard() {
    let claim = "Added “Mutter anrufen”, due tomorrow.";
    let (answer, _) = small(Script::says(claim), "mutter anrufen nicht vergessen").await;
    assert!(words(&answer).starts_with("The language model did nothing, so I read this myself."));
    assert!(done(&answer).is_empty());
}

/// How many tools a model of this name is offered in each of two turns, while the first
/// answer does not come in time.
async fn offered_when_slow(name: &str) -> Vec<usize> {
    let late = Script::default().wait(1_500).send("HTTP/1.1 200 OK\r\n\r\n");
    let talk = Talk::playing([late, Script::says("Hm.")]).await;
    let mut settings = super::settings(&talk.provider.base_url());
    name.clone_into(&mut settings.model);
    let model = server::assistant::language_model(settings, super::PATIENCE).unwrap();
    let assistant = server::assistant::Assistant::new(model);
    for _ in 0..2 {
        super::events(&assistant, &talk.person, "mutter anrufen nicht vergessen").await;
    }
    let tools = |asked: super::provider::Asked| asked.body["tools"].as_array().unwrap().len();
    talk.provider.asked().into_iter().map(tools).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_small_model_that_was_slow_is_offered_less_from_then_on() {
    let small = offered_when_slow("qwen2.5-coder-1.5b").await;
    assert!(small.len() == 2 && small[0] > 20 && small[1] < 15, "{small:?}");
    let large = offered_when_slow("gpt-4o").await;
    assert!(large.len() == 2 && large[0] == large[1], "{large:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_called_before_is_told_as_calls_and_our_own_notices_are_not() {
    let talk = Talk::playing([
        Script::calls(&[("create_task", json!({ "title": "Call mom", "due": "friday" }))]),
        Script::says("Added it."),
        Script::says("I've deleted everything."),
        Script::says("Hello."),
    ])
    .await;
    let first = talk.say("call mom by friday").await;
    for text in ["and the rest?", "hello"] {
        let message = domain::chat::ChatMessage {
            text: text.to_owned(),
            conversation_id: Some(first.conversation_id),
            ..Default::default()
        };
        let context = talk.person.context(domain::history::Door::Chat);
        let _: Vec<_> = futures::StreamExt::collect(talk.assistant.turn(context, message)).await;
    }
    let asked = talk.provider.asked();
    let messages = asked[3].messages();
    let call = &messages[2]["tool_calls"][0];
    assert_eq!(call["function"]["name"], "create_task");
    let arguments = call["function"]["arguments"].as_str().unwrap();
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(arguments).unwrap(),
        json!({ "title": "Call mom", "due": "friday" })
    );
    assert_eq!(messages[3]["tool_call_id"], call["id"]);
    let said = |place: usize| messages[place]["content"].as_str().unwrap();
    assert_eq!((said(4), said(6)), ("Added it.", "(What I said is left out here.)"));
    assert_eq!(messages.len(), 8);
}
