//! Forgotten passwords, and addresses that are to be confirmed.

use aide::axum::ApiRouter;
use aide::axum::routing::post_with;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use aide::transform::TransformOperation;
use aide::{NoApi, OperationOutput};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, NoContent, Response};
use domain::account::{ConfirmEmail, ForgottenPassword, ResetPassword};

use super::{Body, Refusal, SignedIn};
use crate::accounts::{self, AuthSession};
use crate::context::Planner;

const TAG: &str = "Accounts";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/auth/forgotten-password",
            post_with(forgotten, |route| {
                let summary = "Sends a link to a new password, if the address has an account.";
                without_letters(route.id("forgotten_password").summary(summary).tag(TAG))
                    .response_with::<429, Refusal, _>(|response| {
                        response.description("Many were asked for from the same place.")
                    })
            }),
        )
        .api_route(
            "/api/auth/reset-password",
            post_with(reset, |route| {
                let summary = "Sets another password by such a link, and signs out everywhere.";
                used_up(route.id("reset_password").summary(summary).tag(TAG))
                    .response_with::<204, NoContent, _>(|response| {
                        response.description("The password is another one.")
                    })
            }),
        )
        .api_route(
            "/api/auth/confirm-email",
            post_with(confirm, |route| {
                let summary = "Confirms an address by the link that was sent there.";
                used_up(route.id("confirm_email").summary(summary).tag(TAG))
                    .response_with::<204, NoContent, _>(|response| {
                        response.description("The address counts.")
                    })
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("The address has an account by now.")
                    })
            }),
        )
        .api_route(
            "/api/auth/send-confirmation",
            post_with(send, |route| {
                let summary = "Sends the letter that asks to confirm the address once more.";
                without_letters(route.id("send_confirmation").summary(summary).tag(TAG))
                    .response_with::<429, Refusal, _>(|response| {
                        response.description("One was sent a moment ago.")
                    })
            }),
        )
}

fn without_letters(route: TransformOperation<'_>) -> TransformOperation<'_> {
    route.response_with::<403, Refusal, _>(|response| {
        response.description("This planner sends no letters.")
    })
}

fn used_up(route: TransformOperation<'_>) -> TransformOperation<'_> {
    route.response_with::<410, Refusal, _>(|response| {
        response.description("The link has been used, or it is too old.")
    })
}

/// A letter is on its way, if anybody is to get one.
struct Accepted;

impl IntoResponse for Accepted {
    fn into_response(self) -> Response {
        StatusCode::ACCEPTED.into_response()
    }
}

impl OperationOutput for Accepted {
    type Inner = ();

    fn inferred_responses(_: &mut GenContext, _: &mut Operation) -> Vec<(Option<u16>, Documented)> {
        let meaning = "A letter is on its way, if somebody is to get one.";
        vec![(Some(202), Documented { description: meaning.to_owned(), ..Documented::default() })]
    }
}

async fn forgotten(
    NoApi(auth): NoApi<AuthSession>,
    Body(input): Body<ForgottenPassword>,
) -> Result<Accepted, Refusal> {
    accounts::forgotten_password(&auth, input).await?;
    Ok(Accepted)
}

async fn reset(
    State(planner): State<Planner>,
    Body(input): Body<ResetPassword>,
) -> Result<NoContent, Refusal> {
    accounts::reset_password(&planner, input).await?;
    Ok(NoContent)
}

async fn confirm(
    State(planner): State<Planner>,
    Body(input): Body<ConfirmEmail>,
) -> Result<NoContent, Refusal> {
    let confirmed = accounts::confirm_email(&planner, input).await;
    confirmed.map(|_| NoContent).map_err(|error| Refusal(accounts::problem(error)))
}

async fn send(_: SignedIn, NoApi(auth): NoApi<AuthSession>) -> Result<Accepted, Refusal> {
    accounts::send_confirmation(&auth).await?;
    Ok(Accepted)
}
