//! Talking to the assistant.

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, GetUrl, Streaming};

use crate::view::chat::{ChatView, ReadingView};
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::chat;

/// A conversation; the latest one for a blank identifier, none yet for `new`.
#[server(prefix = "/fn", endpoint = "chat/show", input = GetUrl)]
pub async fn show(#[server(default)] id: String) -> Result<ChatView, Refusal> {
    chat::show(id).await
}

/// Streams the answer to a message: a line of JSON for each
/// [`Piece`](crate::view::chat::Piece). What `undo` names is taken back before.
#[server(prefix = "/fn", endpoint = "chat/turn", output = Streaming)]
pub async fn turn(
    #[server(default)] message: String,
    #[server(default)] conversation: String,
    #[server(default)] replaces: String,
    #[server(default)] undo: String,
) -> Result<ByteStream<Refusal>, Refusal> {
    chat::turn(message, conversation, replaces, undo).await
}

/// Streams the answer in progress from its beginning.
#[server(prefix = "/fn", endpoint = "chat/join", output = Streaming)]
pub async fn join(#[server(default)] conversation: String) -> Result<ByteStream<Refusal>, Refusal> {
    chat::join(conversation).await
}

/// Stops the answer in progress.
#[server(prefix = "/fn", endpoint = "chat/stop")]
pub async fn stop(#[server(default)] conversation: String) -> Result<Outcome, Refusal> {
    chat::stop(conversation).await
}

/// Answers a message as a whole. What `undo` names is taken back before.
#[server(prefix = "/fn", endpoint = "chat/say")]
pub async fn say(
    #[server(default)] message: String,
    #[server(default)] conversation: String,
    #[server(default)] replaces: String,
    #[server(default)] undo: String,
) -> Result<Outcome, Refusal> {
    chat::say(message, conversation, replaces, undo).await
}

/// Answers a proposal with yes or no.
#[server(prefix = "/fn", endpoint = "chat/confirm")]
pub async fn confirm(
    #[server(default)] id: String,
    #[server(default)] accept: String,
) -> Result<Outcome, Refusal> {
    chat::confirm(id, accept).await
}

/// What the quick line would be read as.
#[server(prefix = "/fn", endpoint = "chat/preview")]
pub async fn preview(#[server(default)] message: String) -> Result<Vec<ReadingView>, Refusal> {
    chat::preview(message).await
}
