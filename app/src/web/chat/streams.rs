//! Answers piece by piece: a line of JSON each.

use domain::chat::ChatEvent;
use futures::{Stream, StreamExt};
use leptos::server_fn::codec::ByteStream;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::conversations::{ReadConversation, latest_messages};
use server::words::Words;

use super::{asked, befores_of, context, known, message, take_back};
use crate::present::chat::Streaming;
use crate::view::outcome::Refusal;

/// Streams the answer to a message. A turn that cannot even begin is refused with
/// its status.
pub(crate) async fn turn(
    text: String,
    conversation: String,
    replaces: String,
    undo: String,
) -> Result<ByteStream<Refusal>, Refusal> {
    let asked = asked()?;
    let begin = || {
        let context = context(&asked)?;
        Ok::<_, Error>((context, message(text, &conversation, &replaces)?))
    };
    let (context, message) = begin().map_err(|error| asked.refuse_page(error.into()))?;
    let taken_back = take_back(&context, &undo).await;
    taken_back.map_err(|error| asked.refuse_page(error.into()))?;
    let assistant = &asked.planner.assistant;
    let mut events = Box::pin(assistant.turn(context.clone(), message));
    let first = match events.next().await {
        Some(ChatEvent::Error(failed)) => return Err(asked.refuse_page(failed.problem)),
        first => futures::stream::iter(first),
    };
    Ok(lines(context, Streaming::new(assistant.is_model()), first.chain(events)))
}

/// Streams the answer in progress from its beginning; nothing when there is none.
pub(crate) async fn join(conversation: String) -> Result<ByteStream<Refusal>, Refusal> {
    let asked = asked()?;
    let found = || Ok::<_, Error>((context(&asked)?, known(&conversation)?));
    let (context, id) = found().map_err(|error| asked.refuse_page(error.into()))?;
    let assistant = &asked.planner.assistant;
    let running = assistant.join(&context, id).await;
    if let Some(events) = running.map_err(|error| asked.refuse_page(error.into()))? {
        return Ok(lines(context, Streaming::new(assistant.is_model()), events));
    }
    match call::<ReadConversation>(&context, latest_messages(id, 1)).await {
        Ok(_) => Ok(ByteStream::new(futures::stream::empty::<Result<Vec<u8>, Refusal>>())),
        Err(error) => Err(asked.refuse_page(error.into())),
    }
}

fn lines(
    context: Context,
    streaming: Streaming,
    events: impl Stream<Item = ChatEvent> + Send + 'static,
) -> ByteStream<Refusal> {
    let start = (Box::pin(events), streaming, context);
    let lines = futures::stream::unfold(start, async |(mut events, mut streaming, context)| {
        loop {
            let event = events.next().await?;
            let befores = befores_of(&context, &event).await;
            if let Some(piece) = streaming.piece(&Words::of(&context), &befores, event) {
                let mut line = serde_json::to_vec(&piece).unwrap_or_default();
                line.push(b'\n');
                return Some((Ok::<_, Refusal>(line), (events, streaming, context)));
            }
        }
    });
    ByteStream::new(lines)
}
