//! Lists of tasks.

use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post_with};
use axum::http::Uri;
use domain::list::{ListPatch, NewList, TaskList};
use domain::order::MoveRow;
use domain::page::Page;
use domain::target::{Target, Update};

use super::answer::{Changed, Created, Deleted, Listed, ReadRow};
use super::{Body, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::lists::{
    CreateList, DeleteList, ListLists, PlaceList, ReadList, UpdateList,
};

const LIST: &str = "/api/lists";
const ROW: &str = "/api/lists/{id}";
const MOVE: &str = "/api/lists/{id}/move";
const TAG: &str = "Lists";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, describe::operation::<ListLists>(TAG))
                .post_with(create, describe::operation::<CreateList>(TAG)),
        )
        .api_route(
            ROW,
            get_with(read, describe::operation::<ReadList>(TAG))
                .patch_with(update, describe::operation::<UpdateList>(TAG))
                .delete_with(delete, describe::operation::<DeleteList>(TAG)),
        )
        .api_route(MOVE, post_with(place, describe::operation::<PlaceList>(TAG)))
}

async fn list(SignedIn(context): SignedIn) -> Result<Listed<TaskList>, Refusal> {
    let items = call::<ListLists>(&context, ()).await?.value;
    // All of them fit on one page, so no address of a next one is needed.
    Ok(Listed(Page { items, next: None }, Uri::default()))
}

async fn create(
    SignedIn(context): SignedIn,
    Body(input): Body<NewList>,
) -> Result<Created<TaskList>, Refusal> {
    Ok(Created(LIST, call::<CreateList>(&context, input).await?))
}

async fn read(SignedIn(context): SignedIn, RowId(id): RowId) -> Result<ReadRow<TaskList>, Refusal> {
    Ok(ReadRow(call::<ReadList>(&context, Target::from(id)).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(changes): Body<ListPatch>,
) -> Result<Changed<TaskList>, Refusal> {
    Ok(Changed(call::<UpdateList>(&context, Update::of(id, changes)).await?))
}

async fn place(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(to): Body<MoveRow>,
) -> Result<Changed<TaskList>, Refusal> {
    let input = MoveRow { id: id.into(), ..to };
    Ok(Changed(call::<PlaceList>(&context, input).await?))
}

async fn delete(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<Deleted<TaskList>, Refusal> {
    Ok(Deleted(call::<DeleteList>(&context, Target::from(id)).await?))
}
