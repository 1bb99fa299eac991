//! Reading a streamed answer, line by line.

use futures::StreamExt;
use leptos::prelude::*;
use leptos::server_fn::codec::ByteStream;

use super::{Saying, Talk};
use crate::api::chat::{join, turn};
use crate::view::chat::Piece;
use crate::view::outcome::Refusal;

/// Says something and hears the whole answer.
pub(super) async fn to_turn(talk: Talk, saying: Saying) {
    let conversation = talk.conversation.get_untracked();
    let Saying { words, replaces, undo } = saying.clone();
    match turn(words, conversation, replaces, undo).await {
        Ok(stream) => {
            if !hear_all(talk, stream).await {
                talk.lose();
            }
        }
        Err(refusal) => talk.refuse(saying, refusal.0),
    }
}

/// Hears the answer in progress, from its beginning.
pub(super) async fn to_running(talk: Talk) {
    match join(talk.conversation.get_untracked()).await {
        Ok(stream) => {
            // It may have ended just before; then there is nothing to hear.
            if !hear_all(talk, stream).await {
                talk.missed();
            }
        }
        Err(_) => talk.missed(),
    }
}

/// Whether anything was heard. Bytes are gathered until a line is complete: a piece
/// of the network's may end within a letter.
async fn hear_all(talk: Talk, stream: ByteStream<Refusal>) -> bool {
    let mut pieces = Box::pin(stream.into_inner());
    let mut line = Vec::new();
    let mut heard = false;
    while let Some(Ok(bytes)) = pieces.next().await {
        for byte in bytes {
            if byte != b'\n' {
                line.push(byte);
            } else if let Ok(piece) = serde_json::from_slice::<Piece>(&line) {
                heard = true;
                talk.hear(piece);
                line.clear();
            }
        }
    }
    if heard && untrack(|| talk.is_busy()) {
        talk.lose();
    }
    heard
}
