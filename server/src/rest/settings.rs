//! What a person has chosen for themselves.

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use domain::settings::{Settings, SettingsPatch};

use super::answer::Read;
use super::{Body, Refusal, SignedIn, describe};
use crate::context::Planner;
use crate::operations::call;
use crate::operations::settings::{ReadSettings, UpdateSettings};

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new().api_route(
        "/api/settings",
        get_with(read, describe::operation::<ReadSettings>("Accounts"))
            .patch_with(update, describe::operation::<UpdateSettings>("Accounts")),
    )
}

async fn read(SignedIn(context): SignedIn) -> Result<Read<Settings>, Refusal> {
    Ok(Read(call::<ReadSettings>(&context, ()).await?.value))
}

async fn update(
    SignedIn(context): SignedIn,
    Body(changes): Body<SettingsPatch>,
) -> Result<Read<Settings>, Refusal> {
    Ok(Read(call::<UpdateSettings>(&context, changes).await?.value))
}
