//! Events.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use domain::event::{Event, EventFilter, EventPart, EventPatch, EventTarget, NewEvent};
use domain::target::{Target, Update};

use super::answer::{Changed, Created, Deleted, Listed, ReadRow};
use super::{Body, Filter, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::events::{CreateEvent, DeleteEvent, ListEvents, ReadEvent, UpdateEvent};

const LIST: &str = "/api/events";
const ROW: &str = "/api/events/{id}";
const TAG: &str = "Events";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, describe::operation::<ListEvents>(TAG))
                .post_with(create, describe::operation::<CreateEvent>(TAG)),
        )
        .api_route(
            ROW,
            get_with(read, describe::operation::<ReadEvent>(TAG))
                .patch_with(update, describe::operation::<UpdateEvent>(TAG))
                .delete_with(delete, describe::operation::<DeleteEvent>(TAG)),
        )
}

async fn list(
    SignedIn(context): SignedIn,
    Filter(filter, uri): Filter<EventFilter>,
) -> Result<Listed<Event>, Refusal> {
    Ok(Listed(call::<ListEvents>(&context, filter).await?.value, uri))
}

async fn create(
    SignedIn(context): SignedIn,
    Body(input): Body<NewEvent>,
) -> Result<Created<Event>, Refusal> {
    Ok(Created(LIST, call::<CreateEvent>(&context, input).await?))
}

async fn read(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<ReadRow<Event>, Refusal> {
    Ok(ReadRow(call::<ReadEvent>(&context, Target::from(id)).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Filter(part, _): Filter<EventPart>,
    Body(mut changes): Body<EventPatch>,
) -> Result<Changed<Event>, Refusal> {
    part.over(&mut changes.scope, &mut changes.occurrence);
    Ok(Changed(call::<UpdateEvent>(&context, Update::of(id, changes)).await?))
}

async fn delete(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Filter(part, _): Filter<EventPart>,
) -> Result<Deleted<Event>, Refusal> {
    let mut target = EventTarget::from(id);
    part.over(&mut target.scope, &mut target.occurrence);
    Ok(Deleted(call::<DeleteEvent>(&context, target).await?))
}
