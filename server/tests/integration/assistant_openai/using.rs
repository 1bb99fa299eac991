//! What a person may use, what it cost, and who answered.

use axum::http::header;
use chrono::TimeDelta;
use serde_json::json;
use server::assistant::{Assistant, language_model};
use server::config::Config;
use server::entity::{Owned, token_use};

use super::provider::Provider;
use super::{PATIENCE, Script, Talk, settings, words};
use crate::support::app::App;
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(tokens_are_added_up_by_day, the_daily_share_is_used_up);

/// Words that cost 100 tokens.
fn counted(text: &str) -> Script {
    let usage = json!({ "choices": [], "usage": { "prompt_tokens": 90, "completion_tokens": 10 } });
    let finish = json!({ "choices": [{ "delta": {}, "finish_reason": "stop" }] });
    Script::stream().words(text).event(&finish).event(&usage).send("data: [DONE]\n\n")
}

async fn tokens_are_added_up_by_day(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let provider = Provider::playing([counted("Hello.")]).await;
    let model = language_model(settings(&provider.base_url()), PATIENCE).unwrap();
    let assistant = Assistant::new(model);
    for _ in 0..3 {
        let answer = super::whole(super::events(&assistant, &person, "hello").await);
        let by = answer.answered_by;
        assert_eq!((by.tokens_in, by.tokens_out), (Some(90), Some(10)));
        assert_eq!((by.interpreter.as_str(), by.model.as_deref()), ("openai", Some("scripted")));
        assert_eq!(by.label, "scripted at 127.0.0.1");
    }
    let context = person.context(domain::history::Door::Web);
    let rows = token_use::Entity::owned_by(context.actor.user_id)
        .all(context.database.reader())
        .await
        .unwrap();
    let [row] = rows.as_slice() else { panic!("{rows:?}") };
    assert_eq!((row.tokens_in, row.tokens_out, row.model.as_str()), (270, 30, "scripted"));
    assert_eq!(row.day.to_string(), "2026-11-22");
}

async fn the_daily_share_is_used_up(database: TestDatabase) {
    let mut person = Person::new(&database.open().await).await;
    let provider = Provider::playing([counted("Hello.")]).await;
    let base_url = provider.base_url();
    let set = |name| match name {
        "OPENAI_BASE_URL" => Some(base_url.clone()),
        "CHAT_TOKENS_PER_DAY" => Some("150".to_owned()),
        _ => None,
    };
    let assistant = Assistant::of(&Config::from_variables(set).unwrap());
    for asked in 1..=2 {
        let answer = super::whole(super::events(&assistant, &person, "hello").await);
        assert_eq!((words(&answer), provider.asked().len()), ("Hello.", asked));
    }
    let answer = super::whole(super::events(&assistant, &person, "add task call mom").await);
    let why = "Your share of the language model is used up for today, so I read this myself.";
    assert_eq!(words(&answer), format!("{why}\nAdded “call mom”."));
    assert_eq!(provider.asked().len(), 2);
    let label = "Built-in: your share of the language model is used up for today";
    assert_eq!(answer.answered_by.label, label);
    person.set_now("2026-11-23T09:00:00Z");
    let answer = super::whole(super::events(&assistant, &person, "hello").await);
    assert_eq!(words(&answer), "Hello.");
}

#[tokio::test(flavor = "multi_thread")]
async fn tokens_that_nobody_counts_are_estimated() {
    let talk = Talk::playing([Script::says("Hello.")]).await;
    let by = talk.say("hello").await.answered_by;
    assert!(by.tokens_in.is_some_and(|tokens| tokens > 100), "{by:?}");
    assert!(by.tokens_out.is_some_and(|tokens| (1..20).contains(&tokens)), "{by:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_answers_is_said_with_the_reason() {
    assert_eq!(Assistant::default().described(), "Built-in: no language model is set up");
    let talk = Talk::playing([Script::error(401, "bad key")]).await;
    assert_eq!(talk.assistant.described(), "scripted at 127.0.0.1");
    let by = talk.say("add task call mom").await.answered_by;
    assert_eq!((by.interpreter.as_str(), by.model), ("built-in", None));
    assert_eq!(by.label, "Built-in: the language model's server did not accept the key");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_sent_and_never_seen() {
    let provider = Provider::playing([Script::error(401, "Incorrect API key: sk-hunter2")]).await;
    let base_url = provider.base_url();
    let set = |name| match name {
        "OPENAI_BASE_URL" => Some(base_url.clone()),
        "OPENAI_API_KEY" => Some("sk-hunter2".to_owned()),
        _ => None,
    };
    let config = Config::from_variables(set).unwrap();
    let assistant = Assistant::of(&config);
    let database = TestDatabase::sqlite();
    let person = Person::new(&database.open().await).await;
    let answer = super::whole(super::events(&assistant, &person, "add task call mom").await);
    assert!(provider.asked()[0].head.contains("authorization: bearer sk-hunter2"));
    for shown in [format!("{answer:?}"), format!("{config:?}"), format!("{assistant:?}")] {
        assert!(!shown.contains("hunter2"), "{shown}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_messages_in_a_minute_are_refused_with_a_time() {
    let database = TestDatabase::sqlite();
    let (app, _, user) = App::with_user(&database).await;
    let hello = json!({ "message": "hello" });
    for _ in 0..30 {
        assert_eq!(user.post("/api/chat", hello.clone()).await.status, 200);
    }
    for client in [user.clone(), user.clone().with(header::ACCEPT, "text/event-stream")] {
        let refused = client.post("/api/chat", hello.clone()).await;
        assert!(refused.problem(429)["detail"].as_str().unwrap().contains("Wait"));
        let seconds: u32 = refused.header("retry-after").parse().unwrap();
        assert!((1..=61).contains(&seconds), "{seconds}");
    }
    let other = app.sign_up("alex@example.com").await;
    assert_eq!(other.post("/api/chat", hello).await.status, 200, "others are not held up");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minute_later_there_is_room_again() {
    let database = TestDatabase::sqlite();
    let mut person = Person::new(&database.open().await).await;
    let assistant = Assistant::default();
    let mut now = person.context(domain::history::Door::Chat).now;
    for _ in 0..30 {
        super::whole(super::events(&assistant, &person, "hello").await);
    }
    let refused = super::events(&assistant, &person, "hello").await;
    assert!(matches!(refused.as_slice(), [domain::chat::ChatEvent::Error(_)]), "{refused:?}");
    now += TimeDelta::minutes(1);
    person.set_now(&now.to_rfc3339());
    super::whole(super::events(&assistant, &person, "hello").await);
}
