//! What a person has chosen, and the zones that can be chosen.

use chrono_tz::Tz;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::settings::ReadSettings;
use server::words::Words;
use server::zone::search;

use crate::view::settings::{SettingsView, ZoneView};

/// The most zones that are suggested.
const SUGGESTED: usize = 8;

/// The settings.
pub(crate) async fn page(context: &Context) -> Result<SettingsView, Error> {
    let settings = call::<ReadSettings>(context, ()).await?.value;
    let wording = Words::of(context);
    Ok(SettingsView {
        time_zone: settings.time_zone,
        now: format!("It is {} there now.", wording.time(wording.now().time())),
        work_from: settings.work_from.0.format("%H:%M").to_string(),
        work_until: settings.work_until.0.format("%H:%M").to_string(),
        buffer_minutes: settings.buffer_minutes.to_string(),
        week_numbers: settings.week_numbers,
    })
}

/// Zones that somebody may mean who has typed so much. Each is called as they type it,
/// since browsers show only what holds the typed text.
pub(crate) fn zones(context: &Context, typed: &str) -> Vec<ZoneView> {
    let wording = Words::of(context);
    let found = search::matching(typed, SUGGESTED);
    let found = if found.is_empty() { search::near(typed).into_iter().collect() } else { found };
    let view = |name: &str| {
        let zone: Tz = name.parse().ok()?;
        let clock = wording.time(context.now.with_timezone(&zone).time());
        let city = search::city(name);
        let says = |text: &str| text.to_lowercase().contains(&typed.trim().to_lowercase());
        let city = if says(&city) || says(name) { city } else { format!("{typed}: {city}") };
        Some(ZoneView { name: name.to_owned(), label: format!("{city}, now {clock}") })
    };
    found.into_iter().filter_map(view).collect()
}

/// The zone of a browser, if clocks there differ from those that the person has.
pub(crate) fn offer(context: &Context, name: &str) -> Option<ZoneView> {
    let zone: Tz = name.parse().ok()?;
    let differs = !search::agree(zone, context.actor.zone, context.now);
    differs.then(|| ZoneView { name: zone.name().to_owned(), label: search::city(zone.name()) })
}
