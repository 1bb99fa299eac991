//! Conversations as the person keeps them.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::view::chat::EntryView;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::chat;

/// The conversations with these words: pinned ones first, the latest first.
#[server(prefix = "/fn", endpoint = "conversations/list", input = GetUrl)]
pub async fn list(#[server(default)] words: String) -> Result<Vec<EntryView>, Refusal> {
    chat::list(words).await
}

/// Names a conversation.
#[server(prefix = "/fn", endpoint = "conversations/rename")]
pub async fn rename(
    #[server(default)] id: String,
    #[server(default)] title: String,
) -> Result<Outcome, Refusal> {
    chat::rename(id, title).await
}

/// Pins a conversation, or lets it go.
#[server(prefix = "/fn", endpoint = "conversations/pin")]
pub async fn pin(
    #[server(default)] id: String,
    #[server(default)] pinned: bool,
) -> Result<Outcome, Refusal> {
    chat::pin(id, pinned).await
}

/// Deletes a conversation for good.
#[server(prefix = "/fn", endpoint = "conversations/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    chat::delete(id).await
}
