//! The end of a turn: its answer kept, whole or as far as it came.

use domain::Uuid;
use domain::chat::{Action, AnsweredBy};
use sea_orm::{ActiveValue::NotSet, ColumnTrait, EntityTrait, QueryFilter, Set};

use super::super::elsewhere;
use super::super::memory::{Called, Offered};
use super::begin::{Begun, enter, next_position};
use super::tell;
use crate::context::Context;
use crate::entity::messages::{self, Ended};
use crate::entity::{Owned, conversations};
use crate::error::Error;
use crate::kept;

/// What a turn adds to its conversation after the person's message.
pub(in crate::assistant) struct Exchange<'a> {
    /// What the assistant said.
    pub(in crate::assistant) answer: &'a str,
    /// What was called, in order.
    pub(in crate::assistant) calls: &'a [Called],
    /// What was done.
    pub(in crate::assistant) actions: &'a [Action],
    /// What was offered.
    pub(in crate::assistant) choices: &'a [Offered],
    /// Who answered.
    pub(in crate::assistant) source: &'a AnsweredBy,
    /// How it ended.
    pub(in crate::assistant) ended: Ended,
    /// What went wrong, in the person's words.
    pub(in crate::assistant) failure: Option<&'a str>,
}

/// Keeps the answer and returns its identifier. If the conversation was deleted
/// meanwhile, there is nothing to keep it in.
pub(in crate::assistant) async fn keep(
    context: &Context,
    begun: &Begun,
    exchange: &Exchange<'_>,
) -> Result<Uuid, Error> {
    let id = Uuid::new_v4();
    let transaction = context.database.begin_write().await?;
    match enter(context, &transaction, begun.conversation).await {
        Ok(_) => {}
        Err(Error::NotFound) => return Ok(id),
        Err(error) => return Err(error),
    }
    let position = next_position(context, &transaction, begun.conversation).await?;
    messages::Entity::insert(messages::ActiveModel {
        id: Set(id),
        conversation_id: Set(begun.conversation),
        user_id: Set(context.actor.user_id),
        turn_id: Set(context.turn_id),
        role: Set(messages::Role::Assistant),
        text: Set(storable(exchange.answer)),
        cards: Set(kept::write(exchange.actions)?),
        choices: Set(kept::write(exchange.choices)?),
        calls: Set(kept::write(exchange.calls)?),
        created_at: Set(context.now),
        position: Set(position),
        interpreter: Set(Some(exchange.source.interpreter.clone())),
        model: Set(exchange.source.model.clone()),
        tokens_in: Set(exchange.source.tokens_in),
        tokens_out: Set(exchange.source.tokens_out),
        ended: Set(exchange.ended),
        failure: Set(exchange.failure.map(str::to_owned)),
        replaced: NotSet,
    })
    .exec_without_returning(&transaction)
    .await?;
    conversations::Entity::update_owned_by(context.actor.user_id)
        .set(conversations::ActiveModel { updated_at: Set(context.now), ..Default::default() })
        .filter(conversations::Column::Id.eq(begun.conversation))
        .exec(&transaction)
        .await?;
    elsewhere::release(context, &transaction).await?;
    context.database.mark(&transaction, context.actor.user_id).await?;
    transaction.commit().await?;
    tell(context);
    Ok(id)
}

/// PostgreSQL stores no NUL, which a language model may still say.
fn storable(text: &str) -> String {
    text.replace('\0', "")
}
