//! The beginning of a turn: its conversation entered or begun, and the person's
//! message kept, so that it is there whatever becomes of the answer.

use domain::Uuid;
use domain::chat::{ChatMessage, Replaced};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveValue::NotSet, ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};
use serde_json::Value;

use super::super::{confirmations, elsewhere};
use super::{tell, title};
use crate::context::Context;
use crate::entity::{Owned, conversations, messages};
use crate::error::Error;
use crate::kept;
use crate::once::{self, Claim};
use crate::undo::TakenBack;

/// What a conversation is called before anything is said in it.
const UNNAMED: &str = "New conversation";

/// A turn that has begun.
#[derive(Debug, Clone)]
pub(in crate::assistant) struct Begun {
    /// Its conversation.
    pub(in crate::assistant) conversation: Uuid,
    /// The person's message.
    pub(in crate::assistant) message: Uuid,
    /// The message's place in the conversation.
    pub(in crate::assistant) position: i64,
    /// What the messages had done whose place it took.
    pub(in crate::assistant) replaced: Option<Replaced>,
    /// Under which name, if the request has one; its answer is kept there.
    pub(in crate::assistant) claim: Option<Claim>,
}

/// Enters the conversation of a message, begun if there is none, and keeps the
/// message there.
///
/// # Errors
/// [`Error::NotFound`] for an unknown conversation or message, or someone else's,
/// [`Error::Busy`] when the request was sent before, or another process answers the person.
pub(in crate::assistant) async fn begin(
    context: &Context,
    message: &ChatMessage,
) -> Result<Begun, Error> {
    let transaction = context.database.begin_write().await?;
    let claim = once::begin(context, &transaction).await?;
    let place = match message.replaces {
        Some(id) => Some(sent(context, &transaction, id, message.conversation_id).await?),
        None => None,
    };
    let wanted = place.as_ref().map(|place| place.conversation_id).or(message.conversation_id);
    let conversation = match wanted {
        Some(id) => enter(context, &transaction, id).await?,
        None => insert(context, &transaction).await?,
    };
    elsewhere::claim(context, conversation.id, &transaction).await?;
    let replaced = match &place {
        Some(place) => replace(context, &transaction, place).await?,
        None => None,
    };
    let position = next_position(context, &transaction, conversation.id).await?;
    let id = Uuid::new_v4();
    messages::Entity::insert(messages::ActiveModel {
        id: Set(id),
        conversation_id: Set(conversation.id),
        user_id: Set(context.actor.user_id),
        turn_id: Set(context.turn_id),
        role: Set(messages::Role::User),
        text: Set(message.text.clone()),
        cards: Set(Value::Array(Vec::new())),
        choices: Set(Value::Array(Vec::new())),
        calls: Set(Value::Array(Vec::new())),
        created_at: Set(context.now),
        position: Set(position),
        ended: Set(messages::Ended::Done),
        replaced: Set(replaced.as_ref().map(kept::write).transpose()?),
        interpreter: NotSet,
        model: NotSet,
        tokens_in: NotSet,
        tokens_out: NotSet,
        failure: NotSet,
    })
    .exec_without_returning(&transaction)
    .await?;
    let is_first = position == 0 && !conversation.titled_by_person;
    conversations::Entity::update_owned_by(context.actor.user_id)
        .set(conversations::ActiveModel {
            title: if is_first { Set(title(&message.text)) } else { NotSet },
            updated_at: Set(context.now),
            version: Set(conversation.version + 1),
            ..Default::default()
        })
        .filter(conversations::Column::Id.eq(conversation.id))
        .exec(&transaction)
        .await?;
    context.database.mark(&transaction, context.actor.user_id).await?;
    transaction.commit().await?;
    tell(context);
    Ok(Begun { conversation: conversation.id, message: id, position, replaced, claim })
}

/// A conversation of the person's, held until the transaction ends, so that two
/// messages never take the same place.
pub(super) async fn enter(
    context: &Context,
    transaction: &DatabaseTransaction,
    id: Uuid,
) -> Result<conversations::Model, Error> {
    conversations::Entity::owned_by(context.actor.user_id)
        .filter(conversations::Column::Id.eq(id))
        .lock_exclusive()
        .one(transaction)
        .await?
        .ok_or(Error::NotFound)
}

async fn insert(
    context: &Context,
    transaction: &DatabaseTransaction,
) -> Result<conversations::Model, Error> {
    let conversation = conversations::Model {
        id: Uuid::new_v4(),
        user_id: context.actor.user_id,
        title: UNNAMED.to_owned(),
        created_at: context.now,
        updated_at: context.now,
        version: 1,
        pinned_at: None,
        titled_by_person: false,
    };
    conversations::Entity::insert(conversations::ActiveModel::from(conversation.clone()))
        .exec_without_returning(transaction)
        .await?;
    Ok(conversation)
}

/// The place behind the last message.
pub(super) async fn next_position(
    context: &Context,
    transaction: &DatabaseTransaction,
    conversation: Uuid,
) -> Result<i64, Error> {
    let last: Option<i64> = messages::Entity::owned_by(context.actor.user_id)
        .filter(messages::Column::ConversationId.eq(conversation))
        .select_only()
        .column_as(messages::Column::Position.max(), "last")
        .into_tuple()
        .one(transaction)
        .await?
        .flatten();
    Ok(last.map_or(0, |last| last + 1))
}

/// A message that the person sent, in the conversation that was named, if one was.
async fn sent(
    context: &Context,
    transaction: &DatabaseTransaction,
    id: Uuid,
    conversation: Option<Uuid>,
) -> Result<messages::Model, Error> {
    messages::Entity::owned_by(context.actor.user_id)
        .filter(messages::Column::Id.eq(id))
        .filter(messages::Column::Role.eq(messages::Role::User))
        .one(transaction)
        .await?
        .filter(|found| conversation.is_none_or(|named| named == found.conversation_id))
        .ok_or(Error::NotFound)
}

/// Takes a message and everything after it out of the conversation. What was done
/// stands and is answered; what still waits for a yes lapses.
async fn replace(
    context: &Context,
    transaction: &DatabaseTransaction,
    place: &messages::Model,
) -> Result<Option<Replaced>, Error> {
    let owner = context.actor.user_id;
    let leaving = messages::Column::ConversationId
        .eq(place.conversation_id)
        .and(messages::Column::Position.gte(place.position));
    let rows = messages::Entity::owned_by(owner)
        .filter(leaving.clone())
        .order_by_asc(messages::Column::Position)
        .all(transaction)
        .await?;
    let replaced = still_done(context, transaction, &rows).await?;
    let turns = rows.into_iter().map(|row| row.turn_id);
    confirmations::lapse(context, transaction, turns).await?;
    messages::Entity::delete_owned_by(owner).filter(leaving).exec(transaction).await?;
    Ok(replaced)
}

/// What these messages did, and what those did whose place they took, as far as
/// it was not taken back.
async fn still_done(
    context: &Context,
    transaction: &DatabaseTransaction,
    rows: &[messages::Model],
) -> Result<Option<Replaced>, Error> {
    let mut turns = Vec::new();
    let mut actions = Vec::new();
    for row in rows {
        if let Some(earlier) = &row.replaced {
            let earlier: Replaced = kept::read(earlier)?;
            turns.extend(earlier.undo.into_iter().rev());
            actions.extend(earlier.actions);
        }
        turns.push(row.turn_id);
        actions.extend(kept::read::<Vec<_>>(&row.cards)?);
    }
    turns.dedup();
    let owner = context.actor.user_id;
    let taken_back = TakenBack::of_turns(transaction, owner, turns.iter().copied()).await?;
    let stands = |action: &domain::chat::Action| {
        action.undo.is_some_and(|token| !taken_back.is_undone(token))
    };
    let undo: Vec<Uuid> =
        turns.into_iter().rev().filter(|turn| taken_back.standing(*turn) > 0).collect();
    let actions = actions.into_iter().filter(stands).collect();
    Ok((!undo.is_empty()).then_some(Replaced { undo, actions }))
}
