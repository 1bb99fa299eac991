//! Taking everything over from an export.

use aide::OperationInput;
use aide::axum::ApiRouter;
use aide::axum::routing::post_with;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, ReferenceOr, RequestBody, Response, SchemaObject};
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;

use super::answer::Read;
use super::body::{is_json, whole};
use super::{Refusal, SignedIn, describe};
use crate::context::Planner;
use crate::operations::import::{Document, ImportEverything, TakenOver, Turn, take_over};

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            crate::security::IMPORT,
            post_with(import, |route| {
                describe::operation::<ImportEverything>("Accounts")(route)
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("There is something in the account already.")
                    })
            }),
        )
        // The limit of the whole program knows this route.
        .layer(DefaultBodyLimit::disable())
}

async fn import(
    SignedIn(context): SignedIn,
    File(turn, bytes): File,
) -> Result<Read<TakenOver>, Refusal> {
    Ok(Read(take_over(&context, turn, bytes).await?))
}

/// A file as the body, and the turn to take it over.
struct File(Turn, Bytes);

impl<S: Send + Sync> FromRequest<S> for File {
    type Rejection = Refusal;

    async fn from_request(request: Request, state: &S) -> Result<Self, Refusal> {
        if !is_json(request.headers()) {
            return Err(Refusal::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "Send the file that /api/export writes, with Content-Type: application/json.",
            ));
        }
        let turn = Turn::take()?;
        Ok(Self(turn, whole(request, state).await?))
    }
}

impl OperationInput for File {
    fn operation_input(context: &mut GenContext, operation: &mut Operation) {
        let description = "What `GET /api/export` writes.".to_owned();
        let schema = SchemaObject {
            json_schema: context.schema.subschema_for::<Document>(),
            external_docs: None,
            example: None,
        };
        let media = MediaType { schema: Some(schema), ..MediaType::default() };
        let content = [("application/json".to_owned(), media)].into_iter().collect();
        operation.request_body = Some(ReferenceOr::Item(RequestBody {
            description: Some(description),
            content,
            required: true,
            extensions: Default::default(),
        }));
    }

    fn inferred_early_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Response)> {
        [
            (400, "The file is broken; `errors` names the place of the first fault."),
            (413, "The file is larger than 64 MiB."),
            (415, "The body is not JSON."),
        ]
        .map(|(status, meaning)| (Some(status), describe::problem(context, meaning)))
        .into()
    }
}
