//! What was said before: the words for a language model, and what the next
//! message may refer to.

use domain::chat::{Action, Role, Said};
use domain::conversation::KeptAction;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::super::confirmations;
use super::super::memory::Memory;
use super::begin::Begun;
use crate::context::Context;
use crate::entity::{Owned, messages};
use crate::error::Error;
use crate::kept;
use crate::undo::TakenBack;

/// How much of a conversation is read again: the latest messages.
const READ: u64 = 200;

/// What a turn knows of its conversation.
pub(in crate::assistant) struct Recalled {
    /// What was said, oldest first.
    pub(in crate::assistant) history: Vec<Said>,
    /// What the last turn was about, and what waits.
    pub(in crate::assistant) memory: Memory,
}

/// What was said before the turn that has begun.
pub(in crate::assistant) async fn recall(
    context: &Context,
    begun: &Begun,
) -> Result<Recalled, Error> {
    if begun.position == 0 {
        return Ok(Recalled { history: Vec::new(), memory: Memory::default() });
    }
    let mut rows = messages::Entity::owned_by(context.actor.user_id)
        .filter(messages::Column::ConversationId.eq(begun.conversation))
        .filter(messages::Column::Position.lt(begun.position))
        .order_by_desc(messages::Column::Position)
        .limit(READ)
        .all(context.database.reader())
        .await?;
    rows.reverse();
    let mut memory = last_turn(context, &rows).await?;
    memory.waiting = confirmations::waiting(context, begun.conversation).await?;
    let history = rows.into_iter().map(|row| Said { role: role(row.role), text: row.text });
    Ok(Recalled { history: history.collect(), memory })
}

async fn last_turn(context: &Context, rows: &[messages::Model]) -> Result<Memory, Error> {
    let Some(turn) = rows.last().map(|row| row.turn_id) else { return Ok(Memory::default()) };
    let owner = context.actor.user_id;
    let taken_back = TakenBack::of_turns(context.database.reader(), owner, [turn]).await?;
    let mut memory = Memory::default();
    for row in rows.iter().filter(|row| row.turn_id == turn) {
        match row.role {
            messages::Role::User => memory.said.clone_from(&row.text),
            messages::Role::Assistant => {
                memory.answered.clone_from(&row.text);
                memory.calls = kept::read(&row.calls)?;
                memory.offered = kept::read(&row.choices)?;
                memory.receipts = receipts(kept::read(&row.cards)?, &taken_back);
            }
        }
    }
    let is_whole = !memory.receipts.iter().any(|receipt| receipt.undone);
    memory.undo = (is_whole && taken_back.standing(turn) > 0).then_some(turn);
    Ok(memory)
}

/// Receipts, each with whether it was taken back since.
fn receipts(actions: Vec<Action>, taken_back: &TakenBack) -> Vec<KeptAction> {
    let is_undone = |action: &Action| action.undo.is_some_and(|token| taken_back.is_undone(token));
    actions.into_iter().map(|action| KeptAction { undone: is_undone(&action), action }).collect()
}

fn role(role: messages::Role) -> Role {
    match role {
        messages::Role::User => Role::User,
        messages::Role::Assistant => Role::Assistant,
    }
}
