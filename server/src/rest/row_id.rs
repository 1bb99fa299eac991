//! The row that a path names.

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use domain::Uuid;
use schemars::JsonSchema;

use super::{Refusal, describe};

/// The identifier in a path. What is no identifier names no row: 404.
pub(super) struct RowId(pub(super) Uuid);

/// How the path parameter is documented.
#[derive(JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
struct Parameters {
    /// The row's identifier.
    id: Uuid,
}

impl<S: Send + Sync> FromRequestParts<S> for RowId {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let path: Result<Path<String>, _> = Path::from_request_parts(parts, state).await;
        path.ok().and_then(|Path(id)| id.parse().ok()).map(Self).ok_or_else(Refusal::not_found)
    }
}

impl OperationInput for RowId {
    fn operation_input(context: &mut GenContext, operation: &mut Operation) {
        Path::<Parameters>::operation_input(context, operation);
    }

    fn inferred_early_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Response)> {
        let meaning = "There is no such row, or it is someone else's.";
        vec![(Some(404), describe::problem(context, meaning))]
    }
}
