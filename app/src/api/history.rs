//! Taking changes back.

use leptos::prelude::*;

use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Takes back a change, or every change of one chat turn.
#[server(prefix = "/fn", endpoint = "history/undo")]
pub async fn undo(#[server(default)] token: String) -> Result<Outcome, Refusal> {
    crate::web::take_back(token).await
}

/// Takes back the latest change that stands.
#[server(prefix = "/fn", endpoint = "history/undo-latest")]
pub async fn undo_latest() -> Result<Outcome, Refusal> {
    crate::web::take_latest_back().await
}

/// What was just done, for the page that a form without scripts returns to.
#[server(prefix = "/fn", endpoint = "history/notice", input = leptos::server_fn::codec::GetUrl)]
pub async fn notice(#[server(default)] token: String) -> Result<Option<Receipt>, Refusal> {
    crate::web::notice(token).await
}
