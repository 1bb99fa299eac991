//! Conversations with the assistant.

use leptos::prelude::*;
use leptos::server_fn::codec::{ByteStream, GetUrl, Streaming};

use crate::view::chat::{ChatView, ConversationView};
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::conversations;

/// A conversation with its latest messages; the latest conversation without an `id`.
#[server(prefix = "/fn", endpoint = "conversations/show", input = GetUrl)]
pub async fn show(#[server(default)] id: String) -> Result<ChatView, Refusal> {
    conversations::show(id).await
}

/// The conversations with the words of `q` in title or text, or all: pinned first,
/// the latest first.
#[server(prefix = "/fn", endpoint = "conversations/list", input = GetUrl)]
pub async fn list(#[server(default)] q: String) -> Result<Vec<ConversationView>, Refusal> {
    conversations::list(q).await
}

/// Streams the answer in progress from its beginning, as
/// [`turn`](crate::api::chat::turn) does; nothing when there is none.
#[server(prefix = "/fn", endpoint = "conversations/join", output = Streaming)]
pub async fn join(#[server(default)] id: String) -> Result<ByteStream<Refusal>, Refusal> {
    conversations::join(id).await
}

/// Stops the answer in progress.
#[server(prefix = "/fn", endpoint = "conversations/stop")]
pub async fn stop(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    conversations::stop(id).await
}

/// Names, pins (`true`) or unpins (`false`) a conversation.
#[server(prefix = "/fn", endpoint = "conversations/update")]
pub async fn update(
    #[server(default)] id: String,
    #[server(default)] title: String,
    #[server(default)] pinned: String,
) -> Result<Outcome, Refusal> {
    conversations::update(id, title, pinned).await
}

/// Deletes a conversation for good.
#[server(prefix = "/fn", endpoint = "conversations/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    conversations::delete(id).await
}
