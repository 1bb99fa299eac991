//! Deleting a conversation, for good.

use domain::Uuid;
use domain::conversation::ConversationEntry;
use domain::live::Kind;
use domain::target::Target;
use sea_orm::{ColumnTrait, QueryFilter};

use super::{entry, find};
use crate::entity::Owned;
use crate::entity::conversations::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Deletes a conversation with everything said in it; what it did stays.
pub struct DeleteConversation;

impl Operation for DeleteConversation {
    type Input = Target;
    type Output = ConversationEntry;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_conversation";
    const SUMMARY: &'static str =
        "Deletes a conversation and its messages for good; what it changed stays.";

    /// Messages and proposals go with it by their foreign keys.
    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<ConversationEntry, Error> {
        let model = find(scope, id).await?;
        scope.touch(Kind::Conversation);
        Entity::delete_owned_by(scope.actor().user_id)
            .filter(Column::Id.eq(id))
            .exec(scope.database())
            .await?;
        Ok(entry(model))
    }
}
