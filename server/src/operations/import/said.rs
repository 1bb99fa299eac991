//! What was said to the assistant, as it is kept.

use domain::Uuid;
use domain::chat::Role;
use domain::conversation::{Conversation, Ended, KeptMessage, ProposalState};
use sea_orm::{EntityTrait, Set};
use serde_json::{Value, json};

use super::twice;
use crate::entity::{confirmations, conversations, messages};
use crate::error::Error;
use crate::kept;
use crate::operations::Scope;

/// Writes a conversation with everything that was said in it.
pub(super) async fn write(scope: &Scope<'_>, conversation: &Conversation) -> Result<(), Error> {
    let entry = &conversation.entry;
    let row = conversations::ActiveModel {
        id: Set(entry.id),
        user_id: Set(scope.actor().user_id),
        title: Set(entry.title.clone()),
        created_at: Set(entry.created_at),
        updated_at: Set(entry.updated_at),
        version: Set(1),
        pinned_at: Set(entry.pinned.then_some(entry.updated_at)),
        // Its first message must not name it anew.
        titled_by_person: Set(true),
    };
    let written = conversations::Entity::insert(row).exec_without_returning(scope.database());
    written.await.map_err(|cause| twice(cause.into()))?;
    let mut turn = Uuid::new_v4();
    for (position, message) in (0_i64..).zip(&conversation.messages) {
        if message.role == Role::User {
            turn = Uuid::new_v4();
        }
        write_message(scope, entry.id, turn, position, message).await?;
    }
    Ok(())
}

async fn write_message(
    scope: &Scope<'_>,
    conversation: Uuid,
    turn: Uuid,
    position: i64,
    message: &KeptMessage,
) -> Result<(), Error> {
    let replaced = message.replaced.as_ref();
    let row = messages::ActiveModel {
        id: Set(message.id),
        conversation_id: Set(conversation),
        user_id: Set(scope.actor().user_id),
        turn_id: Set(turn),
        role: Set(match message.role {
            Role::User => messages::Role::User,
            Role::Assistant => messages::Role::Assistant,
        }),
        text: Set(message.text.clone()),
        cards: Set(kept::write(&message.actions)?),
        choices: Set(kept::write(&message.choices)?),
        created_at: Set(message.created_at),
        position: Set(position),
        // What was called stays with the planner that called it.
        calls: Set(json!([])),
        interpreter: Set(message.interpreter.clone()),
        model: Set(message.model.clone()),
        tokens_in: Set(message.tokens_in),
        tokens_out: Set(message.tokens_out),
        ended: Set(match message.ended {
            Ended::Done => messages::Ended::Done,
            Ended::Stopped => messages::Ended::Stopped,
            Ended::Failed => messages::Ended::Failed,
        }),
        failure: Set(message.failure.clone()),
        replaced: Set(replaced.map(|earlier| kept::write(&earlier.replaced)).transpose()?),
    };
    let written = messages::Entity::insert(row).exec_without_returning(scope.database());
    written.await.map_err(|cause| twice(cause.into()))?;
    for asked in &message.confirm {
        let row = confirmations::ActiveModel {
            id: Set(asked.proposal.id),
            user_id: Set(scope.actor().user_id),
            conversation_id: Set(conversation),
            turn_id: Set(turn),
            summary: Set(asked.proposal.summary.clone()),
            call: Set(Value::Null),
            status: Set(match asked.state {
                ProposalState::Accepted => confirmations::Status::Accepted,
                ProposalState::Declined => confirmations::Status::Declined,
                // The call that a yes would run is not in the file.
                ProposalState::Waiting | ProposalState::Expired => confirmations::Status::Lapsed,
            }),
            expires_at: Set(message.created_at),
            created_at: Set(message.created_at),
        };
        let written = confirmations::Entity::insert(row).exec_without_returning(scope.database());
        written.await.map_err(|cause| twice(cause.into()))?;
    }
    Ok(())
}
