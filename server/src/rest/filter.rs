//! Query strings.

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response};
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{StatusCode, Uri};
use schemars::JsonSchema;
use serde::de::DeserializeOwned;

use super::{Refusal, describe};

/// A list's query, and the address it was sent to, for the link to the next page.
/// Parameters that nothing is known about are ignored.
pub(super) struct Filter<T>(pub(super) T, pub(super) Uri);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Filter<T> {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Refusal> {
        let Query(filter) = Query::try_from_uri(&parts.uri).map_err(|_| {
            Refusal::new(
                StatusCode::BAD_REQUEST,
                "The query string cannot be read: each parameter may be given once.",
            )
        })?;
        Ok(Self(filter, parts.uri.clone()))
    }
}

impl<T: JsonSchema> OperationInput for Filter<T> {
    fn operation_input(context: &mut GenContext, operation: &mut Operation) {
        Query::<T>::operation_input(context, operation);
    }

    fn inferred_early_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Response)> {
        let meaning = "The query cannot be read, or `errors` names every bad parameter.";
        vec![(Some(400), describe::problem(context, meaning))]
    }
}
