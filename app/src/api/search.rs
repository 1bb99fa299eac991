//! Finding anything.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::view::outcome::Refusal;
#[cfg(feature = "ssr")]
use crate::{present, web::read};

/// What the palette shows for some words on the page of that path, as HTML.
#[server(prefix = "/fn", endpoint = "search/palette", input = GetUrl)]
pub async fn palette(
    #[server(default)] q: String,
    #[server(default)] here: String,
) -> Result<String, Refusal> {
    read(async |context| present::search::palette(&context, &q, &here).await).await
}

/// What the page of the search shows for some words, as HTML.
#[server(prefix = "/fn", endpoint = "search/page", input = GetUrl)]
pub async fn page(#[server(default)] q: String) -> Result<String, Refusal> {
    read(async |context| present::search::page(&context, &q).await).await
}
