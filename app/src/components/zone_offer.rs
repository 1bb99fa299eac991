//! A quiet bar for somebody whose browser is in another zone than their planner.

use leptos::prelude::*;

use super::form::PlannerForm;
use crate::texts;
use crate::view::settings::ZoneView;

/// The bar, once the browser has told that its clock differs. What is kept is
/// remembered on the device, until it goes elsewhere.
#[component]
pub(crate) fn ZoneOffer() -> impl IntoView {
    // The browser takes over what the server read.
    let stored = SharedValue::new(stored).into_inner();
    let offer = RwSignal::new(None::<ZoneView>);
    look(stored, offer);
    let keep = move |_| {
        if let Some(zone) = offer.get_untracked() {
            remember(&zone.name);
        }
        offer.set(None);
    };
    let bar = move || {
        offer.get().map(|zone| {
            let used = Callback::new(move |_| offer.set(None));
            view! {
                <aside class="zone-offer" aria-label=texts::TIME_ZONE>
                    <p>{texts::frame::zone_offer(&zone.label)}</p>
                    <PlannerForm
                        action="/fn/settings/update"
                        name="zone-offer"
                        class="inline-form"
                        on_done=used
                    >
                        <input type="hidden" name="time_zone" value=zone.name />
                        <button class="button">{texts::frame::ZONE_USE}</button>
                    </PlannerForm>
                    <button type="button" class="button" on:click=keep>
                        {texts::frame::ZONE_KEEP}
                    </button>
                </aside>
            }
        })
    };
    bar.into_any()
}

/// The zone that the person has, while a page is rendered for them.
#[cfg(feature = "ssr")]
fn stored() -> String {
    let context = crate::web::Asked::read().and_then(|asked| asked.context());
    context.map(|context| context.actor.zone.name().to_owned()).unwrap_or_default()
}

#[cfg(not(feature = "ssr"))]
fn stored() -> String {
    String::new()
}

#[cfg(feature = "hydrate")]
use crate::state::zone::{look, remember};

#[cfg(not(feature = "hydrate"))]
fn look(_: String, _: RwSignal<Option<ZoneView>>) {}

#[cfg(not(feature = "hydrate"))]
fn remember(_: &str) {}
