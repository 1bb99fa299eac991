//! One's own account: how one signs in, where one is signed in, and leaving.

use aide::NoApi;
use aide::axum::ApiRouter;
use aide::axum::routing::{delete_with, get_with, patch_with, post_with};
use axum::response::NoContent;
use domain::account::{AccountPatch, DeleteAccount, Device, User};

use super::answer::Read;
use super::{Body, Refusal, RowId, SignedIn};
use crate::accounts::{self, AuthSession};
use crate::context::Planner;

const TAG: &str = "Accounts";

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/auth/account",
            patch_with(change, |route| {
                let summary = "Changes e-mail address or password, and signs out everywhere else. Where letters are sent, another address counts once it is confirmed.";
                route
                    .id("change_account")
                    .summary(summary)
                    .tag(TAG)
                    .response_with::<409, Refusal, _>(|response| {
                        response.description("The e-mail address has an account.")
                    })
            }),
        )
        .api_route(
            "/api/auth/delete-account",
            post_with(leave, |route| {
                let summary = "Deletes the account with everything in it.";
                route
                    .id("delete_account")
                    .summary(summary)
                    .tag(TAG)
                    .response_with::<204, NoContent, _>(|response| {
                        response.description("Nothing is left.")
                    })
            }),
        )
        .api_route(
            "/api/auth/sessions",
            get_with(devices, |route| {
                route.id("list_sessions").summary("Lists where one is signed in.").tag(TAG)
            }),
        )
        .api_route(
            "/api/auth/sessions/{id}",
            delete_with(end, |route| {
                route
                    .id("end_session")
                    .summary("Ends one session.")
                    .tag(TAG)
                    .response_with::<204, NoContent, _>(|response| response.description("Ended."))
            }),
        )
        .api_route(
            "/api/auth/sign-out-others",
            post_with(end_others, |route| {
                route
                    .id("end_other_sessions")
                    .summary("Ends every other session.")
                    .tag(TAG)
                    .response_with::<204, NoContent, _>(|response| response.description("Ended."))
            }),
        )
}

async fn change(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
    Body(changes): Body<AccountPatch>,
) -> Result<Read<User>, Refusal> {
    let changed = accounts::change_account(&auth, changes).await;
    changed.map(|changed| Read(changed.user)).map_err(|error| Refusal(accounts::problem(error)))
}

async fn leave(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
    Body(wish): Body<DeleteAccount>,
) -> Result<NoContent, Refusal> {
    accounts::delete_account(auth, wish).await?;
    Ok(NoContent)
}

async fn devices(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
) -> Result<Read<Vec<Device>>, Refusal> {
    Ok(Read(accounts::devices(&auth).await?))
}

async fn end(
    _: SignedIn,
    NoApi(auth): NoApi<AuthSession>,
    RowId(id): RowId,
) -> Result<NoContent, Refusal> {
    accounts::end_device(&auth, id).await?;
    Ok(NoContent)
}

async fn end_others(_: SignedIn, NoApi(auth): NoApi<AuthSession>) -> Result<NoContent, Refusal> {
    accounts::end_other_devices(&auth).await?;
    Ok(NoContent)
}
