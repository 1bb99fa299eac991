//! Conversations with the assistant, as the person keeps them.
//!
//! They are no rows of the planner: nothing of them is in the undo journal.
//! Deleting one is for good, and what it did stays.

mod delete;
mod export;
mod list;
mod markdown;
mod read;
mod update;

pub use delete::DeleteConversation;
pub use export::ExportConversation;
pub use list::ListConversations;
pub use markdown::markdown;
pub use read::{LatestConversation, ReadConversation, latest_messages};
pub use update::UpdateConversation;

use domain::Uuid;
use domain::conversation::ConversationEntry;
use sea_orm::{ColumnTrait, QueryFilter};

use super::Scope;
use crate::entity::conversations::{Column, Entity, Model};
use crate::error::Error;

/// One of the person's own conversations.
async fn find(scope: &Scope<'_>, id: Uuid) -> Result<Model, Error> {
    let found = scope.own::<Entity>().filter(Column::Id.eq(id)).one(scope.database()).await?;
    found.ok_or(Error::NotFound)
}

fn entry(model: Model) -> ConversationEntry {
    ConversationEntry {
        id: model.id,
        title: model.title,
        pinned: model.pinned_at.is_some(),
        created_at: model.created_at,
        updated_at: model.updated_at,
    }
}
