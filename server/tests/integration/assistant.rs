//! The assistant with its built-in interpreter, on both databases.

mod choices;
mod collisions;
mod confirming;
mod conversing;
mod finding_time;
mod offered;
mod previews;
mod requests;
mod robustness;
mod scripts;
mod series;
mod speed;

use domain::chat::{ChatAnswer, ChatEvent, ChatMessage};
use domain::conversation::Conversation;
use domain::history::Door;
use futures::StreamExt;
use server::assistant::Assistant;
use server::operations::conversations::LatestConversation;

use crate::support::person::Person;

/// Says something and waits for the whole answer.
async fn say(person: &Person, text: &str) -> ChatAnswer {
    say_in(person, None, text).await
}

/// The same in a conversation.
async fn say_in(person: &Person, conversation: Option<domain::Uuid>, text: &str) -> ChatAnswer {
    match events(person, conversation, text).await.pop() {
        Some(ChatEvent::Done(answer)) => answer,
        other => panic!("expected an answer to {text:?}, got {other:?}"),
    }
}

/// Says something and hears every piece of the answer.
async fn events(
    person: &Person,
    conversation_id: Option<domain::Uuid>,
    text: &str,
) -> Vec<ChatEvent> {
    let message = ChatMessage { text: text.to_owned(), conversation_id, replaces: None };
    Assistant::default().turn(person.context(Door::Chat), message).collect().await
}

/// The person's latest conversation, as a page shows it.
async fn conversation(person: &Person) -> Option<Conversation> {
    person.call::<LatestConversation>(()).await.unwrap().value
}

/// What the assistant said.
fn words(answer: &ChatAnswer) -> &str {
    &answer.messages[1].text
}
