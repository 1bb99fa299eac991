//! Taking changes back.

use aide::axum::ApiRouter;
use aide::axum::routing::post_with;
use aide::openapi::{Parameter, ReferenceOr};
use aide::transform::TransformOperation;
use domain::Uuid;
use domain::history::{UndoRequest, Undone};
use domain::input::Field;

use super::answer::Read;
use super::{Refusal, RowId, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::history::Undo;

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new().api_route(
        "/api/undo/{token}",
        post_with(undo, |route| {
            describe::operation::<Undo>("History")(named(route)).response_with::<409, Refusal, _>(
                |response| {
                    response.description(
                        "The row has changed since, or the change is taken back already.",
                    )
                },
            )
        }),
    )
}

/// A change is named by its token rather than by its row.
fn named(mut route: TransformOperation<'_>) -> TransformOperation<'_> {
    for parameter in &mut route.inner_mut().parameters {
        if let ReferenceOr::Item(Parameter::Path { parameter_data, .. }) = parameter {
            parameter_data.name = "token".to_owned();
            parameter_data.description =
                Some("What a change answered as `Undo-Token` or `undo`.".to_owned());
        }
    }
    route
}

async fn undo(SignedIn(context): SignedIn, RowId(token): RowId) -> Result<Read<Undone>, Refusal> {
    let request = UndoRequest { token: Field::<Uuid>::Value(token) };
    Ok(Read(call::<Undo>(&context, request).await?.value))
}
