//! Talking to the assistant.

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, Streaming};

use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::chat;

/// Streams the answer to a message: a line of JSON for each
/// [`Piece`](crate::view::chat::Piece). With `replaces`, a message of the person's,
/// that one and everything after it leave the conversation.
#[server(prefix = "/fn", endpoint = "chat/turn", output = Streaming)]
pub async fn turn(
    #[server(default)] message: String,
    #[server(default)] conversation: String,
    #[server(default)] replaces: String,
) -> Result<ByteStream<Refusal>, Refusal> {
    chat::turn(message, conversation, replaces).await
}

/// Answers a message as a whole.
#[server(prefix = "/fn", endpoint = "chat/say")]
pub async fn say(
    #[server(default)] message: String,
    #[server(default)] conversation: String,
    #[server(default)] replaces: String,
) -> Result<Outcome, Refusal> {
    chat::say(message, conversation, replaces).await
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
