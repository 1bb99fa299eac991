//! The person who sends a request, ready to call operations.

use aide::OperationInput;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use domain::history::Door;

use super::{Refusal, describe};
use crate::accounts;
use crate::context::{Context, Planner};

/// The context of a signed-in person; everybody else is refused.
pub(super) struct SignedIn(pub(super) Context);

impl FromRequestParts<Planner> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, planner: &Planner) -> Result<Self, Refusal> {
        Ok(Self(accounts::context(planner, &parts.extensions, Door::Api)?))
    }
}

impl OperationInput for SignedIn {
    /// Either scheme will do.
    fn operation_input(_: &mut GenContext, operation: &mut Operation) {
        operation.security = describe::SCHEMES
            .iter()
            .map(|scheme| [((*scheme).to_owned(), Vec::new())].into_iter().collect())
            .collect();
    }

    fn inferred_early_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Response)> {
        vec![(Some(401), describe::problem(context, "Nobody is signed in."))]
    }
}
