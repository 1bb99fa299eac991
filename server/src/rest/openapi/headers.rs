//! Request headers that a route takes by what it does, whatever its handler reads.

use aide::openapi::{
    HeaderStyle, OpenApi, Operation, Parameter, ParameterData, ParameterSchemaOrContent, PathItem,
    ReferenceOr, Response, SchemaObject, StatusCode,
};
use schemars::{Schema, json_schema};

/// Rows that count their changes, by their addresses.
const VERSIONED: [&str; 6] = [
    "/api/events/{id}",
    "/api/tasks/{id}",
    "/api/expenses/{id}",
    "/api/budgets/{id}",
    "/api/lists/{id}",
    "/api/filters/{id}",
];

const NAME: &str = "Names the request, so that it may be sent again: within 24 hours the same name \
    with the same body gets the first answer and changes nothing; with another body it is a conflict.";

const VERSION: &str = "The `ETag` of the row as it was read. If it has been changed since, it is \
    left as it is.";

/// Documents the headers on all routes they belong to.
pub(super) fn add(document: &mut OpenApi) {
    let Some(paths) = &mut document.paths else { return };
    for (path, item) in &mut paths.paths {
        let ReferenceOr::Item(item) = item else { continue };
        // What one does to one's own account is none of the planner's changes.
        // A token is told once; a second answer would need it to be kept.
        let is_account = path.starts_with("/api/auth/") || path == "/api/tokens"
            // What is not empty is not imported into again.
            || path == crate::security::IMPORT;
        let post = item.post.as_mut().filter(|post| !post.security.is_empty() && !is_account);
        if let Some(post) = post {
            let key = json_schema!({ "type": "string", "minLength": 1, "maxLength": 255 });
            post.parameters.push(header("Idempotency-Key", NAME, key));
            refuses(post, 409, "The name stands for another request, or for one in progress.");
        }
        if VERSIONED.contains(&path.as_str()) {
            for change in changes(item) {
                change.parameters.push(header(
                    "If-Match",
                    VERSION,
                    json_schema!({ "type": "string" }),
                ));
                refuses(change, 412, "The row has been changed since it was read.");
            }
        }
    }
}

fn changes(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [item.patch.as_mut(), item.delete.as_mut()].into_iter().flatten()
}

fn header(name: &str, meaning: &str, schema: Schema) -> ReferenceOr<Parameter> {
    ReferenceOr::Item(Parameter::Header {
        parameter_data: ParameterData {
            name: name.to_owned(),
            description: Some(meaning.to_owned()),
            required: false,
            deprecated: None,
            format: ParameterSchemaOrContent::Schema(SchemaObject {
                json_schema: schema,
                external_docs: None,
                example: None,
            }),
            example: None,
            examples: Default::default(),
            explode: None,
            extensions: Default::default(),
        },
        style: HeaderStyle::Simple,
    })
}

/// A refusal like the ones that the route answers already.
fn refuses(operation: &mut Operation, status: u16, meaning: &str) {
    let Some(responses) = &mut operation.responses else { return };
    let problem = responses.responses.get(&StatusCode::Code(401)).and_then(|known| match known {
        ReferenceOr::Item(response) => Some(response.clone()),
        ReferenceOr::Reference { .. } => None,
    });
    let refusal = Response { description: meaning.to_owned(), ..problem.unwrap_or_default() };
    responses.responses.entry(StatusCode::Code(status)).or_insert(ReferenceOr::Item(refusal));
}
