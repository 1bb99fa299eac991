//! The assistant with a language model, against a server that plays scripts.

mod answering;
mod bounds;
mod captures;
mod crowds;
mod failing;
mod injection;
mod provider;
mod refusing;
mod remembering;
mod series;
mod using;

use std::time::Duration;

use domain::chat::{ChatAnswer, ChatEvent, ChatMessage};
use domain::history::Door;
use futures::StreamExt;
use server::assistant::{Assistant, Patience, language_model};
use server::config::{Config, ModelSettings};

use self::provider::{Provider, Script};
use crate::support::database::TestDatabase;
use crate::support::person::Person;

/// Tests have little time.
const PATIENCE: Patience = Patience {
    connecting: Duration::from_secs(2),
    beginning: Duration::from_millis(600),
    pausing: Duration::from_millis(400),
    retrying: Duration::from_millis(5),
};

/// The settings of a server without a key.
fn settings(base_url: &str) -> ModelSettings {
    let set = |name| match name {
        "OPENAI_BASE_URL" => Some(base_url.to_owned()),
        "OPENAI_MODEL" => Some("scripted".to_owned()),
        _ => None,
    };
    Config::from_variables(set).unwrap().model.unwrap()
}

/// Somebody, and an assistant whose model plays scripts.
struct Talk {
    person: Person,
    provider: Provider,
    assistant: Assistant,
    /// Lives as long as the talk.
    _database: TestDatabase,
}

impl Talk {
    async fn playing(scripts: impl IntoIterator<Item = Script>) -> Self {
        let database = TestDatabase::sqlite();
        let person = Person::new(&database.open().await).await;
        let provider = Provider::playing(scripts).await;
        let model = language_model(settings(&provider.base_url()), PATIENCE).unwrap();
        Self { person, provider, assistant: Assistant::new(model), _database: database }
    }

    /// Says something and hears every piece of the answer.
    async fn events(&self, text: &str) -> Vec<ChatEvent> {
        events(&self.assistant, &self.person, text).await
    }

    /// Says something and waits for the whole answer.
    async fn say(&self, text: &str) -> ChatAnswer {
        whole(self.events(text).await)
    }
}

async fn events(assistant: &Assistant, person: &Person, text: &str) -> Vec<ChatEvent> {
    let message = ChatMessage { text: text.to_owned(), ..ChatMessage::default() };
    assistant.turn(person.context(Door::Chat), message).collect().await
}

/// The whole answer, which comes last.
#[track_caller]
fn whole(mut events: Vec<ChatEvent>) -> ChatAnswer {
    match events.pop() {
        Some(ChatEvent::Done(answer)) => answer,
        other => panic!("expected an answer, got {other:?}"),
    }
}

/// What the assistant said.
fn words(answer: &ChatAnswer) -> &str {
    &answer.messages[1].text
}

/// The tools of everything that was done.
fn done(answer: &ChatAnswer) -> Vec<&str> {
    answer.actions.iter().map(|action| action.tool.as_str()).collect()
}
