//! What a person has chosen for themselves.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::forms::SettingsForm;
use crate::view::outcome::{Outcome, Refusal};
use crate::view::settings::{SettingsView, ZoneView};
#[cfg(feature = "ssr")]
use crate::{present, web};

/// The settings.
#[server(prefix = "/fn", endpoint = "settings/read", input = GetUrl)]
pub async fn read() -> Result<SettingsView, Refusal> {
    web::read(async |context| present::settings::page(&context).await).await
}

/// Changes the settings that the form shows.
#[server(prefix = "/fn", endpoint = "settings/update")]
pub async fn update(#[server(flatten)] form: SettingsForm) -> Result<Outcome, Refusal> {
    web::settings::update(form).await
}

/// Zones that somebody may mean who has typed so much.
#[server(prefix = "/fn", endpoint = "settings/zones", input = GetUrl)]
pub async fn zones(#[server(default)] typed: String) -> Result<Vec<ZoneView>, Refusal> {
    web::read(async |context| Ok(present::settings::zones(&context, &typed))).await
}

/// The zone of the person's browser, if its clocks differ from the person's.
#[server(prefix = "/fn", endpoint = "settings/offer", input = GetUrl)]
pub async fn offer(#[server(default)] zone: String) -> Result<Option<ZoneView>, Refusal> {
    web::read(async |context| Ok(present::settings::offer(&context, &zone))).await
}
