//! Talking to the assistant.

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, GetUrl, Streaming};

use crate::view::chat::ChatView;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::chat;

/// The latest conversation.
#[server(prefix = "/fn", endpoint = "chat/latest", input = GetUrl)]
pub async fn latest() -> Result<ChatView, Refusal> {
    chat::latest().await
}

/// Streams the answer to a message: a line of JSON for each
/// [`Piece`](crate::view::chat::Piece).
#[server(prefix = "/fn", endpoint = "chat/turn", output = Streaming)]
pub async fn turn(
    #[server(default)] message: String,
    #[server(default)] conversation: String,
) -> Result<ByteStream<Refusal>, Refusal> {
    chat::turn(message, conversation).await
}

/// Answers a message as a whole.
#[server(prefix = "/fn", endpoint = "chat/say")]
pub async fn say(
    #[server(default)] message: String,
    #[server(default)] conversation: String,
) -> Result<Outcome, Refusal> {
    chat::say(message, conversation).await
}

/// Answers a proposal with yes or no.
#[server(prefix = "/fn", endpoint = "chat/confirm")]
pub async fn confirm(
    #[server(default)] id: String,
    #[server(default)] accept: String,
) -> Result<Outcome, Refusal> {
    chat::confirm(id, accept).await
}

/// Begins a new conversation.
#[server(prefix = "/fn", endpoint = "chat/start-over")]
pub async fn start_over() -> Result<Outcome, Refusal> {
    chat::start_over().await
}
