//! Steps that wait for the person's yes, kept until they are answered.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Uuid;
use domain::chat::Proposal;
use domain::conversation::ProposalState;
use sea_orm::prelude::Expr;
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder, Set};

use super::elsewhere;
use super::executor::execute_confirmed;
use super::memory::Waiting;
use super::tool::{Outcome, ToolCall};
use crate::context::Context;
use crate::entity::Owned;
use crate::entity::confirmations::{ActiveModel, Column, Entity, Model, Status};
use crate::error::Error;
use crate::kept;
use crate::once::{self, Claim};

/// How long a proposal waits: long enough to read it, short enough that what it
/// was about is still what the person has before them.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

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

/// Said to a no.
const LEFT: &str = "All right, nothing was changed.";

/// A proposal that was just answered.
pub(super) struct Answered {
    /// The conversation it belongs to.
    pub(super) conversation: Uuid,
    /// Whether the answer was yes.
    accepted: bool,
    /// The call that a yes carries out.
    call: ToolCall,
    /// Under which name, if the request has one; its answer is kept there.
    pub(super) claim: Option<Claim>,
}

/// Takes the person's answer, once.
///
/// # Errors
/// [`Error::NotFound`] for an unknown proposal or someone else's,
/// [`Error::Conflict`] when it is answered, [`Error::Gone`] when it has expired.
pub(super) async fn answer(context: &Context, id: Uuid, accept: bool) -> Result<Answered, Error> {
    let owner = context.actor.user_id;
    let transaction = context.database.begin_write().await?;
    let claim = once::begin(context, &transaction).await?;
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
        ProposalState::Expired if found.status == Status::Lapsed => {
            return Err(Error::Gone("The message that led to this was changed."));
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
    elsewhere::claim(context, found.conversation_id, &transaction).await?;
    transaction.commit().await?;
    let call = kept::read(&found.call)?;
    let conversation = found.conversation_id;
    Ok(Answered { conversation, accepted: accept, call, claim })
}

impl Answered {
    /// Carries the step out after a yes. What was called and what came of it; after
    /// a no that is nothing, with the words for it.
    ///
    /// # Errors
    /// Only failures on our side.
    pub(super) async fn carry_out(self, context: &Context) -> Result<(ToolCall, Outcome), Error> {
        if !self.accepted {
            return Ok((self.call, Outcome::Refused(LEFT.to_owned())));
        }
        let outcome = match execute_confirmed(context, self.call.clone()).await {
            // Gone by now: an answer, not a failure.
            Err(Error::NotFound) => Outcome::Refused("It is gone already.".to_owned()),
            Err(Error::Conflict(reason) | Error::Forbidden(reason)) => {
                Outcome::Refused(reason.to_owned())
            }
            other => other?,
        };
        Ok((self.call, outcome))
    }
}

/// What waits for a yes in a conversation, oldest first.
pub(super) async fn waiting(context: &Context, conversation: Uuid) -> Result<Vec<Waiting>, Error> {
    let rows = Entity::owned_by(context.actor.user_id)
        .filter(Column::ConversationId.eq(conversation))
        .filter(Column::Status.eq(Status::Waiting))
        .filter(Column::ExpiresAt.gt(context.now))
        .order_by_asc(Column::CreatedAt)
        .all(context.database.reader())
        .await?;
    let waiting = |row: Model| {
        let call = kept::read(&row.call)?;
        Ok(Waiting { id: row.id, turn: row.turn_id, summary: row.summary, call })
    };
    rows.into_iter().map(waiting).collect()
}

/// What still waits in these turns waits no more.
pub(super) async fn lapse(
    context: &Context,
    transaction: &DatabaseTransaction,
    turns: impl IntoIterator<Item = Uuid>,
) -> Result<(), Error> {
    Entity::update_owned_by(context.actor.user_id)
        .col_expr(Column::Status, Expr::value(Status::Lapsed))
        .filter(Column::TurnId.is_in(turns))
        .filter(Column::Status.eq(Status::Waiting))
        .exec(transaction)
        .await?;
    Ok(())
}

/// What became of a proposal by now.
pub(crate) fn state(kept: &Model, now: DateTime<Utc>) -> ProposalState {
    match kept.status {
        Status::Accepted => ProposalState::Accepted,
        Status::Declined => ProposalState::Declined,
        Status::Lapsed => ProposalState::Expired,
        Status::Waiting if kept.expires_at <= now => ProposalState::Expired,
        Status::Waiting => ProposalState::Waiting,
    }
}
