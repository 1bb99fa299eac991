//! Naming and pinning a conversation.

use domain::Uuid;
use domain::conversation::{ConversationChanges, ConversationEntry, ConversationPatch};
use domain::live::Kind;
use domain::target::Update;
use domain::validation::Change;
use sea_orm::{ColumnTrait, QueryFilter, Set};

use super::{entry, find};
use crate::entity::Owned;
use crate::entity::conversations::{ActiveModel, Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Names, pins or unpins a conversation.
pub struct UpdateConversation;

impl Operation for UpdateConversation {
    type Input = Update<ConversationPatch>;
    type Output = ConversationEntry;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_conversation";
    const SUMMARY: &'static str = "Names, pins or unpins a conversation.";

    /// Neither makes it the latest one.
    async fn run(
        scope: &mut Scope<'_>,
        (id, changes): (Uuid, ConversationChanges),
    ) -> Result<ConversationEntry, Error> {
        let before = find(scope, id).await?;
        let mut after = before.clone();
        if let Change::Set(title) = changes.title {
            after.title = title;
            after.titled_by_person = true;
        }
        match changes.pinned {
            Change::Set(true) => after.pinned_at = before.pinned_at.or(Some(scope.now())),
            Change::Set(false) => after.pinned_at = None,
            Change::Keep => {}
        }
        if after != before {
            after.version += 1;
            scope.touch(Kind::Conversation);
            Entity::update_owned_by(scope.actor().user_id)
                .set(ActiveModel {
                    title: Set(after.title.clone()),
                    titled_by_person: Set(after.titled_by_person),
                    pinned_at: Set(after.pinned_at),
                    version: Set(after.version),
                    ..Default::default()
                })
                .filter(Column::Id.eq(id))
                .exec(scope.database())
                .await?;
        }
        Ok(entry(after))
    }
}
