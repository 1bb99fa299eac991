//! One's own account: how one signs in, where one is signed in, everything that is kept, and
//! leaving.

use aide::axum::ApiRouter;
use aide::axum::routing::{delete_with, get_with, patch_with, post_with};
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as Documented};
use aide::{NoApi, OperationOutput};
use axum::body::Body as Stream;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, NoContent, Response};
use domain::account::{AccountPatch, DeleteAccount, Device, User};

use super::answer::Read;
use super::{Body, Refusal, RowId, SignedIn, describe};
use crate::accounts::{self, AuthSession};
use crate::context::{Context, Planner};
use crate::error::Error;
use crate::export;

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
        .api_route(
            "/api/export",
            get_with(everything, |route| {
                route.id("export_account").summary("Writes everything that is kept.").tag(TAG)
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

async fn everything(
    SignedIn(context): SignedIn,
    NoApi(auth): NoApi<AuthSession>,
) -> Result<Everything, Refusal> {
    let user = auth.user.ok_or(Error::Unauthenticated)?.0;
    Ok(Everything(context, user))
}

/// The document of everything, to be saved.
struct Everything(Context, User);

impl IntoResponse for Everything {
    fn into_response(self) -> Response {
        let Self(context, user) = self;
        let name = format!("attachment; filename=\"planner-{}.json\"", context.today());
        // The name is plain ASCII, so this cannot fail.
        let save = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
        let headers: [(HeaderName, HeaderValue); 3] = [
            (CONTENT_TYPE, HeaderValue::from_static("application/json")),
            (CONTENT_DISPOSITION, save),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, Stream::from_stream(export::everything(context, user))).into_response()
    }
}

impl OperationOutput for Everything {
    type Inner = serde_json::Value;

    fn inferred_responses(_: &mut GenContext, _: &mut Operation) -> Vec<(Option<u16>, Documented)> {
        let meaning = "`account` with its settings, and all `events`, `tasks`, `lists`, `filters`, \
                       `expenses`, `budgets` and `conversations`, whole. What changes while it is read may be in it or not.";
        let mut file = Documented { description: meaning.to_owned(), ..Documented::default() };
        file.content.insert("application/json".to_owned(), MediaType::default());
        let name = "A name to save it under.";
        vec![(Some(200), describe::with_header(file, "Content-Disposition", name))]
    }
}
