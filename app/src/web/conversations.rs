//! Conversations with the assistant: shown, listed, joined, stopped, named, deleted.

use domain::chat::ChatEvent;
use domain::conversation::{ConversationFilter, ConversationPatch, ConversationRequest};
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use domain::target::{Target, Update};
use leptos::server_fn::codec::ByteStream;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::conversations::{
    DeleteConversation, LatestConversation, ListConversations, ReadConversation, UpdateConversation,
};
use server::words::Words;

use super::answer::read;
use super::chat::{CHAT, asked, identifier, lines};
use crate::present::chat::{conversation, listed};
use crate::view::chat::{ChatView, ConversationView};
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// How many messages a page shows at once.
const SHOWN: u32 = 200;
/// How many conversations a list shows at once.
const LISTED: u32 = 100;

/// The conversation of that identifier; the latest one when there is none.
pub(crate) async fn show(id: String) -> Result<ChatView, Refusal> {
    let asked = asked()?;
    let assistant = asked.planner.assistant.clone();
    read(async move |context| {
        let kept = if id.is_empty() {
            call::<LatestConversation>(&context, ()).await?.value
        } else {
            let limit = Field::Value(SHOWN);
            let request = ConversationRequest { id: known(&id)?.into(), limit };
            Some(call::<ReadConversation>(&context, request).await?.value)
        };
        let Some(kept) = kept else { return Ok(ChatView::default()) };
        let running = assistant.join(&context, kept.entry.id).is_some();
        let view = conversation(&Words::of(&context), kept);
        Ok(ChatView { running, ..view })
    })
    .await
}

/// The conversations with these words, or all of them.
pub(crate) async fn list(words: String) -> Result<Vec<ConversationView>, Refusal> {
    read(async move |context| {
        let filter = ConversationFilter {
            q: words.into(),
            limit: Field::Value(LISTED),
            cursor: Field::Absent,
        };
        let page = call::<ListConversations>(&context, filter).await?.value;
        let wording = Words::of(&context);
        Ok(page.items.into_iter().map(|entry| listed(&wording, entry)).collect())
    })
    .await
}

/// Streams the answer in progress from its beginning; nothing when there is none.
pub(crate) async fn join(id: String) -> Result<ByteStream<Refusal>, Refusal> {
    let asked = asked()?;
    let own = async {
        let context = asked.context()?;
        let id = own(&context, &id).await?;
        Ok::<_, Error>((context, id))
    };
    let (context, id) = own.await.map_err(|error| asked.refuse_page(error.into()))?;
    let wording = Words::of(&context);
    Ok(match asked.planner.assistant.join(&context, id) {
        Some(events) => lines(wording, events),
        None => lines(wording, futures::stream::empty::<ChatEvent>()),
    })
}

/// Stops the answer in progress.
pub(crate) async fn stop(id: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let stopped = async {
        let context = asked.context()?;
        let id = own(&context, &id).await?;
        asked.planner.assistant.stop(&context, id).await;
        Ok(Receipt::default())
    };
    let result = stopped.await;
    Ok(asked.answer(result.map_err(|error: Error| Problem::from(error))))
}

/// Names, pins or unpins a conversation; what is empty stays as it is.
pub(crate) async fn update(id: String, title: String, pinned: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let updated = async {
        let context = asked.context()?;
        let given = |text: String| if text.is_empty() { Field::Absent } else { Field::Value(text) };
        let pinned = match given(pinned) {
            Field::Value(text) => FromScalar::from_scalar(Scalar::Text(text))
                .map_or_else(Field::Invalid, Field::Value),
            _ => Field::Absent,
        };
        let changes = ConversationPatch { title: given(title), pinned };
        call::<UpdateConversation>(&context, Update::of(known(&id)?, changes)).await?;
        Ok(Receipt::default())
    };
    let result = updated.await;
    Ok(asked.answer(result.map_err(|error: Error| Problem::from(error))))
}

/// Deletes a conversation for good; an answer in progress is stopped first.
pub(crate) async fn delete(id: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let deleted = async {
        let context = asked.context()?;
        let id = known(&id)?;
        asked.planner.assistant.stop(&context, id).await;
        let gone = call::<DeleteConversation>(&context, Target::from(id)).await?.value;
        let summary = format!("Deleted the conversation “{}”.", gone.title);
        Ok(Receipt { summary, undo: None, go: Some(CHAT.to_owned()) })
    };
    let result = deleted.await;
    Ok(asked.answer(result.map_err(|error: Error| Problem::from(error))))
}

/// An identifier from a form; what is none names nothing.
fn known(id: &str) -> Result<domain::Uuid, Error> {
    match identifier(id) {
        Field::Value(id) => Ok(id),
        _ => Err(Error::NotFound),
    }
}

/// The identifier of a conversation of the person's own.
async fn own(context: &Context, id: &str) -> Result<domain::Uuid, Error> {
    let id = known(id)?;
    let request = ConversationRequest { id: id.into(), limit: Field::Value(1) };
    call::<ReadConversation>(context, request).await?;
    Ok(id)
}
