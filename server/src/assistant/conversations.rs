//! Conversations as they are kept: what was said, done and asked.

use domain::Uuid;
use domain::chat::{
    Action, Choice, Conversation, KeptAction, KeptMessage, KeptProposal, Proposal, Role, Said,
};
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set,
};
use serde::{Deserialize, Serialize};

use super::confirmations;
use super::tool::ToolCall;
use crate::context::Context;
use crate::entity::{Owned, conversations, messages, undo_journal};
use crate::error::Error;
use crate::kept;

/// How long a conversation's title is, in characters.
const TITLE_LIMIT: usize = 60;
/// How much of a conversation is shown and read: the latest messages.
const SHOWN: u64 = 200;

/// A choice and the call that picking it carries out, if it is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Offered {
    /// What the person sees.
    #[serde(flatten)]
    pub(super) choice: Choice,
    /// What it means; none when its message speaks for itself.
    pub(super) call: Option<ToolCall>,
}

/// What one turn added to a conversation.
pub(super) struct Exchange<'a> {
    /// What the person said.
    pub(super) message: &'a str,
    /// What the assistant said.
    pub(super) answer: &'a str,
    /// What was done.
    pub(super) actions: &'a [Action],
    /// What was offered.
    pub(super) choices: &'a [Offered],
}

/// The conversation to go on with, begun if there is none.
///
/// # Errors
/// [`Error::NotFound`] for an unknown conversation or someone else's.
pub(super) async fn enter(
    context: &Context,
    id: Option<Uuid>,
    message: &str,
) -> Result<Uuid, Error> {
    if let Some(id) = id {
        let found = own(context).filter(conversations::Column::Id.eq(id));
        return match found.one(context.database.reader()).await? {
            Some(_) => Ok(id),
            None => Err(Error::NotFound),
        };
    }
    let id = Uuid::new_v4();
    let transaction = context.database.begin_write().await?;
    conversations::Entity::insert(conversations::ActiveModel {
        id: Set(id),
        user_id: Set(context.actor.user_id),
        title: Set(title(message)),
        created_at: Set(context.now),
        updated_at: Set(context.now),
        version: Set(1),
    })
    .exec_without_returning(&transaction)
    .await?;
    transaction.commit().await?;
    Ok(id)
}

/// A conversation's first line, shortened at a word.
fn title(message: &str) -> String {
    let line = message.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= TITLE_LIMIT {
        return line.to_owned();
    }
    let cut: String = line.chars().take(TITLE_LIMIT).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", &cut[..end])
}

/// Keeps one turn.
pub(super) async fn keep(
    context: &Context,
    conversation: Uuid,
    exchange: &Exchange<'_>,
) -> Result<(), Error> {
    let transaction = context.database.begin_write().await?;
    let last: Option<i64> = messages::Entity::owned_by(context.actor.user_id)
        .filter(messages::Column::ConversationId.eq(conversation))
        .select_only()
        .column_as(messages::Column::Position.max(), "last")
        .into_tuple()
        .one(&transaction)
        .await?
        .flatten();
    let next = last.map_or(0, |last| last + 1);
    let row = |role, text: &str, position| messages::ActiveModel {
        id: Set(Uuid::new_v4()),
        conversation_id: Set(conversation),
        user_id: Set(context.actor.user_id),
        turn_id: Set(context.turn_id),
        role: Set(role),
        text: Set(text.to_owned()),
        cards: Set(serde_json::Value::Array(Vec::new())),
        choices: Set(serde_json::Value::Array(Vec::new())),
        created_at: Set(context.now),
        position: Set(position),
    };
    let mut rows = Vec::with_capacity(2);
    if !exchange.message.is_empty() {
        rows.push(row(messages::Role::User, exchange.message, next));
    }
    let mut answer = row(messages::Role::Assistant, exchange.answer, next + 1);
    answer.cards = Set(kept::write(&exchange.actions)?);
    answer.choices = Set(kept::write(&exchange.choices)?);
    rows.push(answer);
    messages::Entity::insert_many(rows).exec_without_returning(&transaction).await?;
    // A conversation is called by what was said first.
    let name = if next == 0 { Set(title(exchange.message)) } else { NotSet };
    conversations::Entity::update_owned_by(context.actor.user_id)
        .set(conversations::ActiveModel {
            title: name,
            updated_at: Set(context.now),
            ..Default::default()
        })
        .filter(conversations::Column::Id.eq(conversation))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(())
}

/// What was said, oldest first, and what was offered last.
pub(super) async fn recall(
    context: &Context,
    conversation: Uuid,
) -> Result<(Vec<Said>, Vec<Offered>), Error> {
    let rows = latest(context, conversation).await?;
    let offered = match rows.last() {
        Some(row) => kept::read(&row.choices)?,
        None => Vec::new(),
    };
    let said = rows.into_iter().map(|row| Said { role: role(row.role), text: row.text }).collect();
    Ok((said, offered))
}

/// The person's latest conversation as a page shows it.
pub(super) async fn show_latest(context: &Context) -> Result<Option<Conversation>, Error> {
    let found = own(context)
        .order_by_desc(conversations::Column::UpdatedAt)
        .order_by_desc(conversations::Column::Id)
        .one(context.database.reader())
        .await?;
    let Some(conversation) = found else { return Ok(None) };
    let rows = latest(context, conversation.id).await?;
    let proposals = confirmations::of_conversation(context, conversation.id).await?;
    let undone = taken_back(context, &rows).await?;
    let mut messages = Vec::with_capacity(rows.len());
    for row in rows {
        let is_answer = row.role == messages::Role::Assistant;
        let actions: Vec<Action> = kept::read(&row.cards)?;
        let offered: Vec<Offered> = kept::read(&row.choices)?;
        let confirm = proposals.iter().filter(|kept| is_answer && kept.turn_id == row.turn_id);
        messages.push(KeptMessage {
            id: row.id,
            role: role(row.role),
            text: row.text,
            actions: actions
                .into_iter()
                .map(|action| KeptAction {
                    undone: action.undo.is_some_and(|token| undone.contains(&token)),
                    action,
                })
                .collect(),
            confirm: confirm
                .map(|kept| KeptProposal {
                    proposal: Proposal { id: kept.id, summary: kept.summary.clone() },
                    state: confirmations::state(kept, context.now),
                })
                .collect(),
            choices: offered.into_iter().map(|offered| offered.choice).collect(),
        });
    }
    Ok(Some(Conversation { id: conversation.id, title: conversation.title, messages }))
}

fn own(context: &Context) -> sea_orm::Select<conversations::Entity> {
    conversations::Entity::owned_by(context.actor.user_id)
}

async fn latest(context: &Context, conversation: Uuid) -> Result<Vec<messages::Model>, Error> {
    let mut rows = messages::Entity::owned_by(context.actor.user_id)
        .filter(messages::Column::ConversationId.eq(conversation))
        .order_by_desc(messages::Column::Position)
        .limit(SHOWN)
        .all(context.database.reader())
        .await?;
    rows.reverse();
    Ok(rows)
}

/// The undo tokens of these messages' turns that have been used.
async fn taken_back(context: &Context, rows: &[messages::Model]) -> Result<Vec<Uuid>, Error> {
    let turns: Vec<Uuid> = rows.iter().map(|row| row.turn_id).collect();
    Ok(undo_journal::Entity::owned_by(context.actor.user_id)
        .filter(undo_journal::Column::TurnId.is_in(turns))
        .filter(undo_journal::Column::UndoneAt.is_not_null())
        .select_only()
        .column(undo_journal::Column::Id)
        .into_tuple()
        .all(context.database.reader())
        .await?)
}

fn role(role: messages::Role) -> Role {
    match role {
        messages::Role::User => Role::User,
        messages::Role::Assistant => Role::Assistant,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_end_at_a_word() {
        assert_eq!(title("Lunch with Sam\nand more"), "Lunch with Sam");
        let long = title(&"word ".repeat(40));
        assert!(long.chars().count() <= TITLE_LIMIT + 1 && long.ends_with("word…"), "{long}");
    }
}
