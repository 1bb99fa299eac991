//! Conversations: listed, read, named, pinned, deleted, exported.

mod export;

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use axum::extract::State;
use domain::conversation::{
    Conversation, ConversationEntry, ConversationFilter, ConversationPatch, ConversationRequest,
};
use domain::input::Field;
use domain::target::{Target, Update};
use schemars::JsonSchema;
use serde::Deserialize;

use self::export::export;
use super::answer::{Deleted, Listed, Read};
use super::{Body, Filter, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::conversations::{
    DeleteConversation, ExportConversation, ListConversations, ReadConversation, UpdateConversation,
};

const TAG: &str = "Conversations";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/conversations",
            get_with(list, |route| {
                describe::operation::<ListConversations>(TAG)(route)
                    .description("Those in which nothing was said yet are left out.")
            }),
        )
        .api_route(
            "/api/conversations/{id}",
            get_with(read, describe::operation::<ReadConversation>(TAG))
                .patch_with(update, describe::operation::<UpdateConversation>(TAG))
                .delete_with(delete, |route| {
                    describe::operation::<DeleteConversation>(TAG)(route).description(
                        "This cannot be taken back. An answer in progress is stopped first.",
                    )
                }),
        )
        .api_route(
            "/api/conversations/{id}/export",
            get_with(export, describe::operation::<ExportConversation>(TAG)),
        )
}

async fn list(
    SignedIn(context): SignedIn,
    Filter(filter, uri): Filter<ConversationFilter>,
) -> Result<Listed<ConversationEntry>, Refusal> {
    Ok(Listed(call::<ListConversations>(&context, filter).await?.value, uri))
}

/// How much of a conversation is wanted.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(default)]
struct Extent {
    /// How many messages at most, the latest ones, 1 to 1000.
    limit: Field<u32>,
}

async fn read(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Filter(extent, _): Filter<Extent>,
) -> Result<Read<Conversation>, Refusal> {
    let request = ConversationRequest { id: Field::Value(id), limit: extent.limit };
    Ok(Read(call::<ReadConversation>(&context, request).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(changes): Body<ConversationPatch>,
) -> Result<Read<ConversationEntry>, Refusal> {
    Ok(Read(call::<UpdateConversation>(&context, Update::of(id, changes)).await?.value))
}

async fn delete(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<Deleted<ConversationEntry>, Refusal> {
    planner.assistant.stop(&context, id).await?;
    Ok(Deleted(call::<DeleteConversation>(&context, Target::from(id)).await?))
}
