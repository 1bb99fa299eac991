//! The OpenAPI 3.1 document, as the routes describe themselves.

mod headers;
mod limits;

use aide::axum::ApiRouter;
use aide::generate::in_context;
use aide::openapi::{ApiKeyLocation, OpenApi, SecurityScheme, Tag};
use aide::transform::TransformOpenApi;
use axum::Router;
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;

use super::describe::SCHEMES;
use crate::context::Planner;

const DESCRIPTION: &str = "Events, tasks and expenses of one person. \
    Times are RFC 3339; any offset is accepted, answers are UTC. \
    Errors are RFC 9457 problems. \
    A change that was made through a cookie must come from the planner's own pages.";

/// The groups of routes, in the document's order.
const TAGS: [(&str, &str); 10] = [
    ("Accounts", "Sign up, sign in, sign out."),
    ("Events", "Calendar events."),
    ("Tasks", "What is to be done."),
    ("Lists", "Lists that tasks are in."),
    ("Filters", "What finds tasks, under a name."),
    ("Expenses", "Money spent."),
    ("Search", "Anything by its words."),
    ("Assistant", "Everything in words."),
    ("Conversations", "What was said to the assistant, and its answers."),
    ("History", "What was changed, and taking it back."),
];

/// Builds routes and the document that they describe.
pub(super) fn describe(routes: impl FnOnce() -> ApiRouter<Planner>) -> (Router<Planner>, OpenApi) {
    // OpenAPI 3.1 is JSON Schema 2020-12; aide begins with an older draft.
    in_context(|context| {
        context.schema = SchemaGenerator::new(SchemaSettings::draft2020_12().with(|settings| {
            settings.definitions_path = "#/components/schemas/".into();
        }));
    });
    let mut document = OpenApi::default();
    let router = routes().finish_api_with(&mut document, general);
    headers::add(&mut document);
    limits::add(&mut document);
    prune(&mut document);
    (router, document)
}

/// Leaves out types that nothing refers to: those of query strings, whose fields
/// have become parameters.
fn prune(document: &mut OpenApi) {
    loop {
        let text = serde_json::to_string(&document).unwrap_or_default();
        let Some(components) = &mut document.components else { return };
        let before = components.schemas.len();
        components.schemas.retain(|name, _| text.contains(&format!("/schemas/{name}\"")));
        if components.schemas.len() == before {
            return;
        }
    }
}

fn general(document: TransformOpenApi<'_>) -> TransformOpenApi<'_> {
    let [bearer, session] = SCHEMES;
    let document = document
        .title("AI planner")
        .version(env!("CARGO_PKG_VERSION"))
        .description(DESCRIPTION)
        .security_scheme(
            bearer,
            SecurityScheme::Http {
                scheme: "bearer".to_owned(),
                bearer_format: None,
                description: Some("The token that signing up or in answers, or one that was made for a program (`POST /api/tokens`).".to_owned()),
                extensions: Default::default(),
            },
        )
        .security_scheme(
            session,
            SecurityScheme::ApiKey {
                location: ApiKeyLocation::Cookie,
                name: "session".to_owned(),
                description: Some("The same token, as browsers keep it.".to_owned()),
                extensions: Default::default(),
            },
        );
    TAGS.into_iter().fold(document, |document, (name, description)| {
        document.tag(Tag {
            name: name.to_owned(),
            description: Some(description.to_owned()),
            ..Tag::default()
        })
    })
}
