//! Conversations: turns in progress, messages that are replaced, what is kept.

mod elsewhere;
mod keeping;
mod listing;
mod remembering;
mod replacing;
mod running;
mod streaming;

use std::sync::Arc;

use async_trait::async_trait;
use domain::Uuid;
use domain::chat::{ChatAnswer, ChatEvent, ChatMessage};
use domain::conversation::{Conversation, ConversationRequest};
use domain::history::Door;
use futures::StreamExt;
use futures::stream::BoxStream;
use server::assistant::{Assistant, Interpreter, Step, ToolCall, Turn, Voice};
use server::error::Error;
use server::operations::conversations::ReadConversation;
use tokio::sync::{Mutex, mpsc};

use crate::support::person::Person;

/// An interpreter that does what a test tells it, when the test tells it; between
/// that it waits, as for a server that is slow.
#[derive(Debug)]
struct Puppet(Mutex<mpsc::UnboundedReceiver<Act>>);

/// What a test tells its puppet.
#[derive(Debug)]
enum Act {
    Say(&'static str),
    Call(Vec<ToolCall>),
    Finish,
    Fail,
}

/// The strings of a puppet.
type Strings = Arc<mpsc::UnboundedSender<Act>>;

/// An assistant that waits to be told.
fn puppet() -> (Assistant, Strings) {
    let (strings, acts) = mpsc::unbounded_channel();
    (Assistant::new(Arc::new(Puppet(Mutex::new(acts)))), Arc::new(strings))
}

#[async_trait]
impl Interpreter for Puppet {
    fn name(&self) -> &'static str {
        "puppet"
    }

    async fn step(&self, _: Turn<'_>, voice: &mut Voice) -> Result<Step, Error> {
        let mut acts = self.0.lock().await;
        loop {
            match acts.recv().await {
                Some(Act::Say(words)) => voice.say(words),
                Some(Act::Call(calls)) => return Ok(Step::Call(calls)),
                Some(Act::Finish) => return Ok(Step::Finish(Vec::new())),
                Some(Act::Fail) => return Err(Error::Internal("told to".to_owned())),
                None => std::future::pending().await,
            }
        }
    }
}

/// A call that adds a task.
fn add_task(title: &str) -> ToolCall {
    ToolCall::new("create_task", serde_json::json!({ "title": title }))
}

/// Says something to an assistant.
fn begin(
    assistant: &Assistant,
    person: &Person,
    message: ChatMessage,
) -> BoxStream<'static, ChatEvent> {
    assistant.turn(person.context(Door::Chat), message).boxed()
}

fn message(text: &str) -> ChatMessage {
    ChatMessage { text: text.to_owned(), ..ChatMessage::default() }
}

/// Hears the beginning of a turn: its conversation.
async fn start(heard: &mut BoxStream<'static, ChatEvent>) -> Uuid {
    match heard.next().await {
        Some(ChatEvent::Start(started)) => started.conversation_id,
        other => panic!("expected the start, heard {other:?}"),
    }
}

/// Hears words until these are complete.
async fn hear(heard: &mut BoxStream<'static, ChatEvent>, words: &str) {
    let mut said = String::new();
    while said != words {
        match heard.next().await {
            Some(ChatEvent::Text(more)) => said.push_str(&more.delta),
            other => panic!("expected {words:?}, heard {said:?} and {other:?}"),
        }
        assert!(words.starts_with(&said), "expected {words:?}, heard {said:?}");
    }
}

/// Hears the end of a turn: the whole answer.
async fn done(heard: BoxStream<'static, ChatEvent>) -> ChatAnswer {
    match heard.collect::<Vec<_>>().await.pop() {
        Some(ChatEvent::Done(answer)) => answer,
        other => panic!("expected an answer, heard {other:?}"),
    }
}

/// Says something to the built-in assistant and waits for the whole answer.
async fn say(person: &Person, conversation_id: Option<Uuid>, text: &str) -> ChatAnswer {
    let message = ChatMessage { conversation_id, ..message(text) };
    done(begin(&Assistant::default(), person, message)).await
}

/// A conversation as it is kept.
async fn kept(person: &Person, id: Uuid) -> Conversation {
    let request = ConversationRequest { id: id.into(), ..ConversationRequest::default() };
    person.call::<ReadConversation>(request).await.unwrap().value
}

/// What was said in it.
fn texts(conversation: &Conversation) -> Vec<&str> {
    conversation.messages.iter().map(|message| message.text.as_str()).collect()
}
