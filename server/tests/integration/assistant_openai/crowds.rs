//! Many turns at once, and how soon words are heard.

use std::time::{Duration, Instant};

use domain::chat::{ChatEvent, ChatMessage};
use domain::history::Door;
use futures::StreamExt;
use futures::future::join_all;
use server::assistant::{Assistant, language_model};

use super::provider::Provider;
use super::{PATIENCE, Script, Talk, settings, words};
use crate::support::database::TestDatabase;
use crate::support::person::Person;

/// How many people speak at once.
const CROWD: usize = 50;

#[tokio::test(flavor = "multi_thread")]
async fn fifty_people_hear_every_word() {
    let text: String = (0..200).map(|number| format!("word{number} ")).collect();
    let script = text.split_inclusive(' ').fold(Script::stream(), |script, word| {
        let script = script.words(word);
        if word.ends_with("0 ") { script.wait(1) } else { script }
    });
    let provider = Provider::playing([script.end("stop")]).await;
    let model = language_model(settings(&provider.base_url()), PATIENCE).unwrap();
    let assistant = Assistant::new(model);
    let database = TestDatabase::sqlite();
    let open = database.open().await;
    let people = join_all((0..CROWD).map(|_| Person::new(&open))).await;
    let turns = people.iter().map(|person| super::events(&assistant, person, "tell me"));
    for events in join_all(turns).await {
        let heard: String = events
            .iter()
            .filter_map(|event| match event {
                ChatEvent::Text(delta) => Some(delta.delta.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(heard, text);
        assert!(matches!(events[0], ChatEvent::Start(_)));
        assert_eq!(words(&super::whole(events)), text);
    }
    assert_eq!(provider.asked().len(), CROWD);
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_heard_while_others_are_still_to_come() {
    let script = Script::stream().words("Hello").wait(300).words(" you.").end("stop");
    let talk = Talk::playing([script]).await;
    let message = ChatMessage { text: "hello".to_owned(), ..ChatMessage::default() };
    let mut events = Box::pin(talk.assistant.turn(talk.person.context(Door::Chat), message));
    let mut heard = None;
    while let Some(event) = events.next().await {
        match event {
            ChatEvent::Text(_) if heard.is_none() => heard = Some(Instant::now()),
            ChatEvent::Done(_) => break,
            _ => {}
        }
    }
    assert!(heard.unwrap().elapsed() >= Duration::from_millis(250));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_turn_leaves_its_server_at_once() {
    let script = Script::stream().words("Once upon a time").wait(5_000).words(".").end("stop");
    let talk = Talk::playing([script]).await;
    let message = ChatMessage { text: "tell me".to_owned(), ..ChatMessage::default() };
    let context = talk.person.context(Door::Chat);
    let mut events = Box::pin(talk.assistant.turn(context.clone(), message));
    let Some(ChatEvent::Start(started)) = events.next().await else { panic!("no start") };
    while !matches!(events.next().await, Some(ChatEvent::Text(_))) {}
    let begun = Instant::now();
    let last = talk.assistant.stop(&context, started.conversation_id).await.unwrap();
    assert!(begun.elapsed() < Duration::from_millis(100), "{:?}", begun.elapsed());
    let Some(ChatEvent::Done(answer)) = last else { panic!("{last:?}") };
    assert!(answer.stopped);
    assert!(words(&answer).starts_with("Once upon a time\n"), "{}", words(&answer));
}

/// Run it alone: `cargo nextest run --run-ignored only first_token --no-capture`.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement"]
async fn first_token() {
    const LATE: Duration = Duration::from_millis(30);
    let script = Script::stream().wait(30).words("Hello.").end("stop");
    let talk = Talk::playing([script]).await;
    let mut over = Vec::new();
    for _ in 0..200 {
        let person = Person::new(&talk.person.context(Door::Chat).database).await;
        let message = ChatMessage { text: "hello".to_owned(), ..ChatMessage::default() };
        let begun = Instant::now();
        let mut events = Box::pin(talk.assistant.turn(person.context(Door::Chat), message));
        while !matches!(events.next().await, Some(ChatEvent::Text(_))) {}
        over.push(begun.elapsed().saturating_sub(LATE));
        events.for_each(|_| std::future::ready(())).await;
    }
    over.sort();
    println!("over the server's own: median {:?}, p95 {:?}", over[100], over[190]);
    assert!(over[100] < Duration::from_millis(5), "{:?}", over[100]);
}
