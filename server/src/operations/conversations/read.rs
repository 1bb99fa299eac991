//! Reading one conversation, with what became of everything in it.

use domain::Uuid;
use domain::chat::{Choice, Proposal, Replaced, Role};
use domain::conversation::{
    Conversation, ConversationRequest, Ended, KeptAction, KeptMessage, KeptProposal, KeptReplaced,
};
use sea_orm::{ColumnTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{entry, find};
use crate::assistant::proposal_state;
use crate::entity::{confirmations, conversations, messages};
use crate::error::Error;
use crate::kept;
use crate::operations::{Effect, Operation, Scope};
use crate::undo::TakenBack;

/// How much of the latest conversation is read: what a page shows at once.
const SHOWN: u64 = 200;

/// A wish for the latest messages of a conversation.
pub fn latest_messages(id: Uuid, limit: u32) -> ConversationRequest {
    ConversationRequest { id: id.into(), limit: limit.into() }
}

/// Reads a conversation.
pub struct ReadConversation;

impl Operation for ReadConversation {
    type Input = ConversationRequest;
    type Output = Conversation;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_conversation";
    const SUMMARY: &'static str = "Reads a conversation and what was said in it.";

    async fn run(scope: &mut Scope<'_>, (id, limit): (Uuid, u32)) -> Result<Conversation, Error> {
        let model = find(scope, id).await?;
        read(scope, model, Some(u64::from(limit))).await
    }
}

/// Reads the conversation in which something was said last.
pub struct LatestConversation;

impl Operation for LatestConversation {
    type Input = ();
    type Output = Option<Conversation>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "latest_conversation";
    const SUMMARY: &'static str = "Reads the latest conversation, if there is one.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Option<Conversation>, Error> {
        let found = scope
            .own::<conversations::Entity>()
            .order_by_desc(conversations::Column::UpdatedAt)
            .order_by_desc(conversations::Column::Id)
            .one(scope.database())
            .await?;
        let Some(model) = found else { return Ok(None) };
        read(scope, model, Some(SHOWN)).await.map(Some)
    }
}

/// A conversation with its latest messages, or all of them.
pub(super) async fn read(
    scope: &Scope<'_>,
    model: conversations::Model,
    limit: Option<u64>,
) -> Result<Conversation, Error> {
    let said = scope
        .own::<messages::Entity>()
        .filter(messages::Column::ConversationId.eq(model.id))
        .order_by_desc(messages::Column::Position);
    let total = said.clone().count(scope.database()).await?;
    let mut rows = said.limit(limit).all(scope.database()).await?;
    rows.reverse();
    let left_out = total.saturating_sub(rows.len() as u64);
    let proposals = scope
        .own::<confirmations::Entity>()
        .filter(confirmations::Column::ConversationId.eq(model.id))
        .order_by_asc(confirmations::Column::CreatedAt)
        .all(scope.database())
        .await?;
    let mut kept = Vec::with_capacity(rows.len());
    for row in rows {
        let replaced = row.replaced.as_ref().map(kept::read::<Replaced>).transpose()?;
        kept.push((row, replaced));
    }
    let turns = kept.iter().map(|(row, _)| row.turn_id);
    let earlier = kept.iter().filter_map(|(_, replaced)| replaced.as_ref());
    let earlier = earlier.flat_map(|replaced| replaced.undo.iter().copied());
    let owner = scope.actor().user_id;
    let taken_back = TakenBack::of_turns(scope.database(), owner, turns.chain(earlier)).await?;
    let messages = kept
        .into_iter()
        .map(|(row, replaced)| message(scope, row, replaced, &proposals, &taken_back))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Conversation { entry: entry(model), left_out, messages })
}

fn message(
    scope: &Scope<'_>,
    row: messages::Model,
    replaced: Option<Replaced>,
    proposals: &[confirmations::Model],
    taken_back: &TakenBack,
) -> Result<KeptMessage, Error> {
    // What came from another planner says itself whether it was taken back there.
    let actions: Vec<KeptAction> = kept::read::<Vec<KeptAction>>(&row.cards)?
        .into_iter()
        .map(|KeptAction { action, undone }| KeptAction {
            undone: undone || action.undo.is_some_and(|token| taken_back.is_undone(token)),
            action,
        })
        .collect();
    let is_answer = row.role == messages::Role::Assistant;
    let is_whole = actions.len() > 1 && !actions.iter().any(|action| action.undone);
    let asked = proposals.iter().filter(|kept| is_answer && kept.turn_id == row.turn_id);
    Ok(KeptMessage {
        id: row.id,
        role: if is_answer { Role::Assistant } else { Role::User },
        text: row.text,
        created_at: row.created_at,
        undo: (is_whole && taken_back.standing(row.turn_id) > 0).then_some(row.turn_id),
        actions,
        confirm: asked
            .map(|kept| KeptProposal {
                proposal: Proposal { id: kept.id, summary: kept.summary.clone() },
                state: proposal_state(kept, scope.now()),
            })
            .collect(),
        choices: kept::read::<Vec<Choice>>(&row.choices)?,
        ended: match row.ended {
            messages::Ended::Done => Ended::Done,
            messages::Ended::Stopped => Ended::Stopped,
            messages::Ended::Failed => Ended::Failed,
        },
        failure: row.failure,
        interpreter: row.interpreter,
        model: row.model,
        tokens_in: row.tokens_in,
        tokens_out: row.tokens_out,
        replaced: replaced.map(|replaced| KeptReplaced {
            undone: replaced.undo.iter().all(|turn| taken_back.standing(*turn) == 0),
            replaced,
        }),
    })
}
