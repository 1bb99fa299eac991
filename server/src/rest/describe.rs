//! Words of the OpenAPI document that several routes share.

use aide::OperationOutput;
use aide::generate::GenContext;
use aide::openapi::{
    Header, HeaderStyle, MediaType, Operation, ParameterSchemaOrContent, ReferenceOr, Response,
    SchemaObject,
};
use aide::transform::TransformOperation;
use schemars::{JsonSchema, json_schema};

use super::Refusal;
use crate::operations::Operation as PlannerOperation;

/// The two ways to present a session's token.
pub(super) const SCHEMES: [&str; 2] = ["bearer", "session"];

/// Name, summary and group of a route that calls an operation.
pub(super) fn operation<O: PlannerOperation>(
    tag: &str,
) -> impl FnOnce(TransformOperation<'_>) -> TransformOperation<'_> {
    move |route| route.id(O::NAME).summary(O::SUMMARY).tag(tag)
}

/// An answer with a JSON body.
pub(super) fn json<T: JsonSchema>(context: &mut GenContext, meaning: &str) -> Response {
    let schema = SchemaObject {
        json_schema: context.schema.subschema_for::<T>(),
        external_docs: None,
        example: None,
    };
    let media = MediaType { schema: Some(schema), ..MediaType::default() };
    Response {
        description: meaning.to_owned(),
        content: [("application/json".to_owned(), media)].into_iter().collect(),
        ..Response::default()
    }
}

/// An answer with a problem.
pub(super) fn problem(context: &mut GenContext, meaning: &str) -> Response {
    let refusal = Refusal::operation_response(context, &mut Operation::default());
    Response { description: meaning.to_owned(), ..refusal.unwrap_or_default() }
}

/// Adds a header to an answer.
pub(super) fn with_header(mut response: Response, name: &str, meaning: &str) -> Response {
    let header = Header {
        description: Some(meaning.to_owned()),
        style: HeaderStyle::Simple,
        required: false,
        deprecated: None,
        format: ParameterSchemaOrContent::Schema(SchemaObject {
            json_schema: json_schema!({ "type": "string" }),
            external_docs: None,
            example: None,
        }),
        example: None,
        examples: Default::default(),
        extensions: Default::default(),
    };
    response.headers.insert(name.to_owned(), ReferenceOr::Item(header));
    response
}
