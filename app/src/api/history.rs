//! Taking changes back.

use leptos::prelude::*;

use crate::view::history::HistoryView;
use crate::view::outcome::{Outcome, Receipt, Refusal};
#[cfg(feature = "ssr")]
use crate::{present, web::read};

/// What was changed in the last 30 days, narrowed by the address of the page.
#[server(prefix = "/fn", endpoint = "history/page", input = leptos::server_fn::codec::GetUrl)]
pub async fn page(
    #[server(default)] kind: String,
    #[server(default)] door: String,
    #[server(default)] cursor: String,
) -> Result<HistoryView, Refusal> {
    let asked = present::history::Asked { kind: &kind, door: &door, cursor: &cursor };
    read(async |context| present::history::page(&context, asked).await).await
}

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
