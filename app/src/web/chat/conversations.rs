//! Conversations: shown, listed, named, pinned, deleted; and the reading of a line
//! that was not sent yet.

use domain::conversation::{
    ConversationEntry, ConversationFilter, ConversationPatch, ConversationRequest,
};
use domain::input::Field;
use domain::problem::Problem;
use domain::target::{Target, Update};
use server::assistant;
use server::operations::call;
use server::operations::conversations::{
    DeleteConversation, LatestConversation, ListConversations, ReadConversation,
    UpdateConversation, latest_messages,
};
use server::words::Words;

use super::{CHAT, asked, befores, known};
use crate::present::{chat, preview as reading};
use crate::texts;
use crate::view::chat::{ChatView, EntryView, NEW, ReadingView};
use crate::view::outcome::{Outcome, Receipt, Refusal};
use crate::web::answer::read;

/// How many messages a page shows; the export has them all.
const SHOWN: u32 = 400;
/// How many conversations the list shows; the search finds the others.
const LISTED: u32 = 50;

/// A conversation; the latest one for a blank identifier, none yet for a new one.
pub(crate) async fn show(id: String) -> Result<ChatView, Refusal> {
    let assistant = asked()?.planner.assistant;
    read(async |context| {
        let kept = match id.as_str() {
            NEW => None,
            "" => call::<LatestConversation>(&context, ()).await?.value,
            id => {
                let request: ConversationRequest = latest_messages(known(id)?, SHOWN);
                Some(call::<ReadConversation>(&context, request).await?.value)
            }
        };
        let mut view = ChatView::default();
        if let Some(kept) = kept {
            let actions = kept.messages.iter().flat_map(|message| &message.actions);
            let befores = befores(&context, actions.map(|kept| &kept.action)).await?;
            let running = assistant.is_answering(&context, kept.entry.id).await?;
            view = chat::conversation(&Words::of(&context), &befores, kept);
            view.running = running;
        }
        view.interpreter = assistant.described();
        Ok(view)
    })
    .await
}

/// The conversations with these words; all of them for none.
pub(crate) async fn list(words: String) -> Result<Vec<EntryView>, Refusal> {
    read(async |context| {
        let q = if words.trim().is_empty() { Field::Absent } else { Field::Value(words) };
        let filter = ConversationFilter { q, limit: Field::Value(LISTED), cursor: Field::Absent };
        let page = call::<ListConversations>(&context, filter).await?.value;
        let wording = Words::of(&context);
        Ok(page.items.into_iter().map(|entry| chat::entry(&wording, entry)).collect())
    })
    .await
}

/// What a line would be read as.
pub(crate) async fn preview(message: String) -> Result<Vec<ReadingView>, Refusal> {
    read(async |context| {
        let read = assistant::preview(&context, &message);
        Ok(read.into_iter().map(reading::reading).collect())
    })
    .await
}

/// Names a conversation.
pub(crate) async fn rename(id: String, title: String) -> Result<Outcome, Refusal> {
    let patch = ConversationPatch { title: Field::Value(title), ..ConversationPatch::default() };
    update(&id, patch, |entry| texts::chat::renamed(&entry.title)).await
}

/// Pins a conversation, or lets it go.
pub(crate) async fn pin(id: String, pinned: bool) -> Result<Outcome, Refusal> {
    let patch = ConversationPatch { pinned: Field::Value(pinned), ..ConversationPatch::default() };
    let told = if pinned { texts::chat::pinned } else { texts::chat::unpinned };
    update(&id, patch, |entry| told(&entry.title)).await
}

async fn update(
    id: &str,
    patch: ConversationPatch,
    summary: impl FnOnce(&ConversationEntry) -> String,
) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let begun = asked.context().and_then(|context| Ok((context, known(id)?)));
    let result = match begun {
        Ok((context, id)) => call::<UpdateConversation>(&context, Update::of(id, patch)).await,
        Err(error) => Err(error),
    };
    let result = result
        .map(|done| Receipt { summary: summary(&done.value), ..Receipt::default() })
        .map_err(Problem::from);
    Ok(asked.answer(result))
}

/// Deletes a conversation for good; an answer in progress is stopped first.
pub(crate) async fn delete(id: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let begun = asked.context().and_then(|context| Ok((context, known(&id)?)));
    let result = match begun {
        Ok((context, id)) => match asked.planner.assistant.stop(&context, id).await {
            Ok(_) => call::<DeleteConversation>(&context, Target::from(id)).await,
            Err(error) => Err(error),
        },
        Err(error) => Err(error),
    };
    let gone = |_| Receipt { go: Some(CHAT.to_owned()), ..Receipt::default() };
    Ok(asked.answer(result.map(gone).map_err(Problem::from)))
}
