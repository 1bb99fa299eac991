//! Accounts and sessions.

use aide::axum::ApiRouter;
use aide::axum::routing::{get_with, post_with};
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use aide::{NoApi, OperationOutput};
use axum::Json;
use axum::http::header::LOCATION;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, NoContent, Response};
use domain::account::{Session, SignIn, SignUp, User};
use schemars::JsonSchema;
use serde::Serialize;

use super::answer::Read;
use super::{Body, Refusal, SignedIn, describe};
use crate::accounts::{self, AuthSession};
use crate::context::Planner;
use crate::error::Error;

const SESSION: &str = "/api/auth/session";
const TAG: &str = "Accounts";

/// Who is signed in.
#[derive(Debug, Serialize, JsonSchema)]
struct Who {
    /// The person.
    user: User,
}

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/auth/sign-up",
            post_with(sign_up, |route| {
                route
                    .id("sign_up")
                    .summary("Makes an account and signs in.")
                    .tag(TAG)
                    .response_with::<403, Refusal, _>(|response| {
                        response.description(
                            "An account takes an invitation, or there are no new ones.",
                        )
                    })
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("The e-mail address has an account.")
                    })
            }),
        )
        .api_route(
            "/api/auth/sign-in",
            post_with(sign_in, |route| {
                route.id("sign_in").summary("Signs in.").tag(TAG).response_with::<401, Refusal, _>(
                    |response| response.description("Wrong e-mail or password."),
                )
            }),
        )
        .api_route(
            "/api/auth/sign-out",
            post_with(sign_out, |route| {
                route
                    .id("sign_out")
                    .summary("Ends the session, as cookie and as bearer token.")
                    .tag(TAG)
                    .response_with::<204, NoContent, _>(|response| {
                        response.description("Signed out; the cookie is cleared.")
                    })
            }),
        )
        .api_route(
            SESSION,
            get_with(session, |route| {
                route.id("session").summary("Says who is signed in.").tag(TAG)
            }),
        )
}

/// A session that has begun; the cookie is added on the way out.
struct Began<const STATUS: u16>(Session);

impl<const STATUS: u16> IntoResponse for Began<STATUS> {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(STATUS).unwrap_or_default();
        let mut response = (status, Json(self.0)).into_response();
        if status == StatusCode::CREATED {
            response.headers_mut().insert(LOCATION, HeaderValue::from_static(SESSION));
        }
        response
    }
}

impl<const STATUS: u16> OperationOutput for Began<STATUS> {
    type Inner = Session;

    fn operation_response(context: &mut GenContext, _: &mut Operation) -> Option<Documented> {
        let session = describe::json::<Session>(context, "The session that has begun.");
        let cookie = "The `session` cookie with the same token.";
        Some(describe::with_header(session, "Set-Cookie", cookie))
    }

    fn inferred_responses(
        context: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        Self::operation_response(context, operation)
            .map(|response| vec![(Some(STATUS), response)])
            .unwrap_or_default()
    }
}

async fn sign_up(
    NoApi(auth): NoApi<AuthSession>,
    Body(input): Body<SignUp>,
) -> Result<Began<201>, Refusal> {
    let user =
        accounts::join(&auth, input).await.map_err(|error| Refusal(accounts::problem(error)))?;
    let token = accounts::start_session(auth, &user).await?;
    Ok(Began(Session { token, user }))
}

async fn sign_in(
    NoApi(auth): NoApi<AuthSession>,
    Body(input): Body<SignIn>,
) -> Result<Began<200>, Refusal> {
    let user = accounts::sign_in(&auth, input).await?;
    let token = accounts::start_session(auth, &user).await?;
    Ok(Began(Session { token, user }))
}

/// Signing out without a session is no mistake: it may have just expired.
async fn sign_out(NoApi(auth): NoApi<AuthSession>) -> Result<NoContent, Refusal> {
    accounts::end_session(auth).await?;
    Ok(NoContent)
}

async fn session(NoApi(auth): NoApi<AuthSession>, _: SignedIn) -> Result<Read<Who>, Refusal> {
    let person = auth.user.ok_or(Error::Unauthenticated)?;
    Ok(Read(Who { user: person.0 }))
}
