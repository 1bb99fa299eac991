//! Reading a streamed answer, line by line.

use futures::StreamExt;
use leptos::prelude::*;

use super::{Progress, Talk};
use crate::api::chat::turn;
use crate::view::chat::Piece;

const BROKEN: &str =
    "The connection broke before the answer was complete. What was done until then stands.";

/// Says something and hears the whole answer. Bytes are gathered until a line is
/// complete: a piece of the network's may end within a letter.
pub(super) async fn listen(talk: Talk, message: String) {
    let conversation = talk.conversation.get_untracked();
    let mut pieces = match turn(message, conversation, String::new()).await {
        Ok(stream) => Box::pin(stream.into_inner()),
        Err(refusal) => return talk.fail(refusal.0.detail),
    };
    let mut line = Vec::new();
    while let Some(Ok(bytes)) = pieces.next().await {
        for byte in bytes {
            if byte != b'\n' {
                line.push(byte);
            } else if let Ok(piece) = serde_json::from_slice::<Piece>(&line) {
                talk.hear(piece);
                line.clear();
            }
        }
    }
    if talk.progress.with_untracked(|progress| *progress == Progress::Answering) {
        talk.fail(BROKEN.to_owned());
    }
}
