//! What a person has chosen, and the zones that can be chosen.

mod choices;

use chrono::NaiveTime;
use chrono_tz::Tz;
use domain::free_time::Clock;
use domain::money::Total;
use domain::settings::Settings;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::settings::ReadSettings;
use server::words::Words;
use server::zone::search;

use crate::texts;
use crate::view::settings::{SettingsView, ZoneView};

/// The most zones that are suggested.
const SUGGESTED: usize = 8;

/// The settings.
pub(crate) async fn page(context: &Context) -> Result<SettingsView, Error> {
    let settings = call::<ReadSettings>(context, ()).await?.value;
    let wording = Words::of(context);
    let afternoon = NaiveTime::from_hms_opt(14, 30, 0).unwrap_or_default();
    let amount = wording.total(Total(123_450), settings.currency);
    Ok(SettingsView {
        now: texts::settings::clock_there(&wording.time(wording.now().time())),
        sample: format!("{}, {} · {amount}", wording.long(wording.today), wording.time(afternoon)),
        guess: guess(&wording, &settings),
        week_numbers: settings.week_numbers,
        regions: choices::regions(&settings.locale),
        currencies: choices::currencies(),
        week_starts: choices::week_starts(&settings),
        clocks: choices::clocks(&settings),
        date_orders: choices::date_orders(&settings),
        chosen: chosen(&settings),
    })
}

/// `You are in Berlin, where it is 18:21. Weeks begin on Monday, and you pay in EUR.`
fn guess(wording: &Words, settings: &Settings) -> String {
    let city = search::city(&settings.time_zone);
    let week = wording.week_of(wording.today).format("%A");
    let (clock, currency) = (wording.time(wording.now().time()), settings.currency);
    texts::settings::guess(&city, &clock, &week.to_string(), &currency.to_string())
}

/// What is chosen, by the names of the fields.
pub(crate) fn chosen(settings: &Settings) -> Vec<(String, String)> {
    let clock = |clock: Clock| clock.0.format("%H:%M").to_string();
    let named = [
        ("time_zone", settings.time_zone.clone()),
        ("locale", settings.locale.clone()),
        ("currency", settings.currency.to_string()),
        ("week_start", settings.week_start.name().to_owned()),
        ("clock", settings.clock.name().to_owned()),
        ("date_order", settings.date_order.name().to_owned()),
        ("work_from", clock(settings.work_from)),
        ("work_until", clock(settings.work_until)),
        ("buffer_minutes", settings.buffer_minutes.to_string()),
        ("event_minutes", settings.event_minutes.to_string()),
        ("morning", clock(settings.morning)),
        ("afternoon", clock(settings.afternoon)),
        ("evening", clock(settings.evening)),
        ("night", clock(settings.night)),
    ];
    named.map(|(name, value)| (name.to_owned(), value)).into()
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
        Some(ZoneView { name: name.to_owned(), label: texts::settings::zone(&city, &clock) })
    };
    found.into_iter().filter_map(view).collect()
}

/// The zone of a browser, if clocks there differ from those that the person has.
pub(crate) fn offer(context: &Context, name: &str) -> Option<ZoneView> {
    let zone: Tz = name.parse().ok()?;
    let differs = !search::agree(zone, context.actor.zone, context.now);
    differs.then(|| ZoneView { name: zone.name().to_owned(), label: search::city(zone.name()) })
}
