//! Steps that wait for the person's yes, kept until they are answered.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::chat::{Proposal, ProposalState};
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

use super::executor::PATIENCE;
use super::tool::ToolCall;
use crate::context::Context;
use crate::entity::Owned;
use crate::entity::confirmations::{ActiveModel, Column, Entity, Model, Status};
use crate::error::Error;
use crate::kept;

/// Keeps a proposal with the call that a yes carries out.
pub(super) async fn keep(
    context: &Context,
    conversation: Uuid,
    proposal: &Proposal,
    call: &ToolCall,
) -> Result<(), Error> {
    let call = kept::write(call)?;
    let transaction = context.database.begin_write().await?;
    Entity::insert(ActiveModel {
        id: Set(proposal.id),
        user_id: Set(context.actor.user_id),
        conversation_id: Set(conversation),
        turn_id: Set(context.turn_id),
        summary: Set(proposal.summary.clone()),
        call: Set(call),
        status: Set(Status::Waiting),
        expires_at: Set(context.now + PATIENCE),
        created_at: Set(context.now),
    })
    .exec_without_returning(&transaction)
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// A proposal that was just answered.
pub(super) struct Answered {
    /// The conversation it belongs to.
    pub(super) conversation: Uuid,
    /// What it proposed.
    pub(super) summary: String,
    /// The call that a yes carries out.
    pub(super) call: ToolCall,
}

/// Takes the person's answer, once.
///
/// # Errors
/// [`Error::NotFound`] for an unknown proposal or someone else's,
/// [`Error::Conflict`] when it is answered, [`Error::Gone`] when it has expired.
pub(super) async fn answer(context: &Context, id: Uuid, accept: bool) -> Result<Answered, Error> {
    let owner = context.actor.user_id;
    let transaction = context.database.begin_write().await?;
    let found = Entity::owned_by(owner)
        .filter(Column::Id.eq(id))
        .one(&transaction)
        .await?
        .ok_or(Error::NotFound)?;
    match state(&found, context.now) {
        ProposalState::Waiting => {}
        ProposalState::Accepted | ProposalState::Declined => {
            return Err(Error::Conflict("This has been answered already."));
        }
        ProposalState::Expired => return Err(Error::Gone("This was not answered in time.")),
    }
    let status = if accept { Status::Accepted } else { Status::Declined };
    let updated = Entity::update_owned_by(owner)
        .col_expr(Column::Status, Expr::value(status))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(Status::Waiting))
        .exec(&transaction)
        .await?;
    if updated.rows_affected == 0 {
        return Err(Error::Conflict("This has been answered already."));
    }
    transaction.commit().await?;
    let call = kept::read(&found.call)?;
    Ok(Answered { conversation: found.conversation_id, summary: found.summary, call })
}

/// The proposals of a conversation and what became of them, with their turns.
pub(super) async fn of_conversation(
    context: &Context,
    conversation: Uuid,
) -> Result<Vec<Model>, Error> {
    Ok(Entity::owned_by(context.actor.user_id)
        .filter(Column::ConversationId.eq(conversation))
        .all(context.database.reader())
        .await?)
}

/// What became of a proposal by now.
pub(super) fn state(kept: &Model, now: DateTime<Utc>) -> ProposalState {
    match kept.status {
        Status::Accepted => ProposalState::Accepted,
        Status::Declined => ProposalState::Declined,
        Status::Waiting if kept.expires_at <= now => ProposalState::Expired,
        Status::Waiting => ProposalState::Waiting,
    }
}
