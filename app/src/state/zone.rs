//! The browser's zone, and whether somebody keeps another one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::Storage;

use crate::api;
use crate::view::settings::ZoneView;

/// Under this the device remembers for which zone the planner's was kept.
const KEPT: &str = "zone-kept";

/// IANA name of the browser's zone; empty if it tells none.
pub(crate) fn here() -> String {
    let options = js_sys::Intl::DateTimeFormat::default().resolved_options();
    let zone = js_sys::Reflect::get(&options, &"timeZone".into()).ok();
    zone.and_then(|zone| zone.as_string()).unwrap_or_default()
}

/// Offers the browser's zone if clocks there differ from those of `stored`. The server
/// is asked only where the names differ.
pub(crate) fn look(stored: String, offer: RwSignal<Option<ZoneView>>) {
    Effect::new(move || {
        let here = here();
        if here.is_empty() || stored.is_empty() || here == stored || is_kept(&here) {
            return;
        }
        spawn_local(async move {
            let zone = api::settings::offer(here).await.ok().flatten();
            offer.try_set(zone);
        });
    });
}

/// Remembers that the planner's zone is kept while the browser is in this one.
pub(crate) fn remember(zone: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEPT, zone);
    }
}

fn is_kept(zone: &str) -> bool {
    let kept = storage().and_then(|storage| storage.get_item(KEPT).ok().flatten());
    kept.as_deref() == Some(zone)
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
