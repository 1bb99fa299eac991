//! What was said before: the words for a language model, and what the next
//! message may refer to.

use domain::chat::{Action, Role};
use domain::conversation::KeptAction;
use sea_orm::{ColumnTrait, QueryFilter, QueryOrder, QuerySelect};

use super::super::confirmations;
use super::super::memory::{Called, Earlier, LedTo, Memory, Offered, Seen};
use super::super::turn::notices;
use super::begin::Begun;
use crate::context::Context;
use crate::entity::{Owned, messages};
use crate::error::Error;
use crate::kept;
use crate::undo::TakenBack;

/// How much of a conversation is read again: the latest messages.
const READ: u64 = 200;

/// How many messages are what was said lately: some turns, for what nobody means any more is not
/// to be touched by an "it".
const LATELY: usize = 16;

/// How many rows are remembered as spoken of lately.
const RECENT: usize = 6;
/// How many of them come from one list.
const OF_A_LIST: usize = 4;

/// What a turn knows of its conversation.
pub(in crate::assistant) struct Recalled {
    /// What was said, oldest first.
    pub(in crate::assistant) history: Vec<Earlier>,
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
    let mut history = Vec::with_capacity(rows.len());
    let old = rows.len().saturating_sub(LATELY);
    for row in &rows[old..] {
        memory.lately.note(
            &kept::read::<Vec<Called>>(&row.calls)?,
            &kept::read::<Vec<Offered>>(&row.choices)?,
        );
    }
    for row in rows {
        let calls: Vec<Called> = kept::read(&row.calls)?;
        memory.recent.extend(calls.iter().flat_map(spoken_of));
        history.push(earlier(role(row.role), &row.text, calls));
    }
    memory.recent = latest(memory.recent);
    Ok(Recalled { history, memory })
}

/// The rows that a call was about, and whether they may hold text from elsewhere.
fn spoken_of(called: &Called) -> impl Iterator<Item = (Seen, bool)> + use<'_> {
    let few = if called.led_to == LedTo::Change { called.rows.len() } else { OF_A_LIST };
    called.rows.iter().take(few).map(|row| (row.clone(), called.foreign))
}

/// The last few, each once, in the order in which they were last spoken of.
fn latest(rows: Vec<(Seen, bool)>) -> Vec<(Seen, bool)> {
    let mut kept: Vec<(Seen, bool)> = Vec::new();
    for row in rows.into_iter().rev() {
        if kept.len() == RECENT {
            break;
        }
        if kept.iter().all(|(known, _)| known.id != row.0.id) {
            kept.push(row);
        }
    }
    kept.reverse();
    kept
}

/// Words and calls for a language model: an answer that may quote text from elsewhere
/// would bring it back as if the assistant had said it (DESIGN.md, assistant rule 4).
fn earlier(role: Role, text: &str, calls: Vec<Called>) -> Earlier {
    let may_quote = |called: &Called| {
        called.foreign || matches!(called.led_to, LedTo::Choices | LedTo::Proposal)
    };
    if calls.iter().any(may_quote) {
        return Earlier { role, text: None, calls: Vec::new() };
    }
    let text = match role {
        Role::User => Some(text.to_owned()),
        Role::Assistant => notices::without(text),
    };
    let calls = calls.into_iter().filter(|called| called.led_to != LedTo::Refusal);
    Earlier { role, text, calls: calls.map(|called| called.call).collect() }
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
