//! Tokens that one makes for programs of one's own.

use aide::axum::ApiRouter;
use aide::axum::routing::{delete_with, get_with};
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use aide::{NoApi, OperationOutput};
use axum::Json;
use axum::http::header::{CACHE_CONTROL, LOCATION};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, NoContent, Response};
use domain::account::{ApiToken, MadeApiToken, NewApiToken};

use super::answer::Read;
use super::{Body, Refusal, RowId, SignedIn, describe};
use crate::accounts::{self, AuthSession};
use crate::context::Planner;

const LIST: &str = "/api/tokens";
const ROW: &str = "/api/tokens/{id}";
const TAG: &str = "Accounts";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            LIST,
            get_with(list, |route| {
                route
                    .id("list_tokens")
                    .summary("Lists tokens of programs, the newest first.")
                    .tag(TAG)
            })
            .post_with(make, |route| {
                let summary = "Makes a token for a program: its text is told this once.";
                let route = route.id("make_token").summary(summary).tag(TAG);
                route
                    .response_with::<403, Refusal, _>(|response| {
                        response.description("A token makes no other.")
                    })
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("There are 100 already.")
                    })
            }),
        )
        .api_route(
            ROW,
            delete_with(revoke, |route| {
                let route = route.id("revoke_token").summary("Ends a token at once.").tag(TAG);
                route
                    .response_with::<204, NoContent, _>(|response| response.description("Ended."))
                    .response_with::<403, Refusal, _>(|response| {
                    response.description("A token ends no other.")
                })
            }),
        )
}

async fn list(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
) -> Result<Read<Vec<ApiToken>>, Refusal> {
    Ok(Read(accounts::api_tokens(&auth).await?))
}

async fn make(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
    Body(wish): Body<NewApiToken>,
) -> Result<Made, Refusal> {
    Ok(Made(accounts::make_api_token(&auth, wish).await?))
}

async fn revoke(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
    RowId(id): RowId,
) -> Result<NoContent, Refusal> {
    accounts::revoke_api_token(&auth, id).await?;
    Ok(NoContent)
}

/// A token that was made; nobody may keep the answer.
struct Made(MadeApiToken);

impl IntoResponse for Made {
    fn into_response(self) -> Response {
        let at = HeaderValue::try_from(format!("{LIST}/{}", self.0.kept.id));
        // An identifier is plain ASCII, so this cannot fail.
        let at = at.unwrap_or(HeaderValue::from_static(LIST));
        let headers: [(HeaderName, HeaderValue); 2] =
            [(LOCATION, at), (CACHE_CONTROL, HeaderValue::from_static("no-store"))];
        (StatusCode::CREATED, headers, Json(self.0)).into_response()
    }
}

impl OperationOutput for Made {
    type Inner = MadeApiToken;

    fn inferred_responses(
        context: &mut GenContext,
        _: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        let made = describe::json::<MadeApiToken>(context, "The token, told this once.");
        vec![(Some(201), describe::with_header(made, "Location", "The token's address."))]
    }
}
