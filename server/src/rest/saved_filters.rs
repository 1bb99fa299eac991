//! Saved filters.

use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post_with};
use axum::http::Uri;
use domain::order::MoveRow;
use domain::page::Page;
use domain::saved_filter::{NewSavedFilter, SavedFilter, SavedFilterPatch};
use domain::target::{Target, Update};

use super::answer::{Changed, Created, Deleted, Listed, ReadRow};
use super::{Body, Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::saved_filters::{
    CreateSavedFilter, DeleteSavedFilter, ListSavedFilters, PlaceSavedFilter, ReadSavedFilter,
    UpdateSavedFilter,
};

const LIST: &str = "/api/filters";
const ROW: &str = "/api/filters/{id}";
const MOVE: &str = "/api/filters/{id}/move";
const TAG: &str = "Filters";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, describe::operation::<ListSavedFilters>(TAG))
                .post_with(create, describe::operation::<CreateSavedFilter>(TAG)),
        )
        .api_route(
            ROW,
            get_with(read, describe::operation::<ReadSavedFilter>(TAG))
                .patch_with(update, describe::operation::<UpdateSavedFilter>(TAG))
                .delete_with(delete, describe::operation::<DeleteSavedFilter>(TAG)),
        )
        .api_route(MOVE, post_with(place, describe::operation::<PlaceSavedFilter>(TAG)))
}

async fn list(SignedIn(context): SignedIn) -> Result<Listed<SavedFilter>, Refusal> {
    let items = call::<ListSavedFilters>(&context, ()).await?.value;
    // All of them fit on one page, so no address of a next one is needed.
    Ok(Listed(Page { items, next: None }, Uri::default()))
}

async fn create(
    SignedIn(context): SignedIn,
    Body(input): Body<NewSavedFilter>,
) -> Result<Created<SavedFilter>, Refusal> {
    Ok(Created(LIST, call::<CreateSavedFilter>(&context, input).await?))
}

async fn read(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<ReadRow<SavedFilter>, Refusal> {
    Ok(ReadRow(call::<ReadSavedFilter>(&context, Target::from(id)).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(changes): Body<SavedFilterPatch>,
) -> Result<Changed<SavedFilter>, Refusal> {
    Ok(Changed(call::<UpdateSavedFilter>(&context, Update::of(id, changes)).await?))
}

async fn place(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
    Body(to): Body<MoveRow>,
) -> Result<Changed<SavedFilter>, Refusal> {
    let input = MoveRow { id: id.into(), ..to };
    Ok(Changed(call::<PlaceSavedFilter>(&context, input).await?))
}

async fn delete(
    SignedIn(context): SignedIn,
    RowId(id): RowId,
) -> Result<Deleted<SavedFilter>, Refusal> {
    Ok(Deleted(call::<DeleteSavedFilter>(&context, Target::from(id)).await?))
}
