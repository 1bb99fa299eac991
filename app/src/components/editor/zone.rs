//! A time zone, found by typing. The server knows the zones; without scripts it takes
//! whatever was typed as well.

use leptos::prelude::*;

use crate::components::field::TextField;
use crate::texts;
use crate::view::settings::ZoneView;

/// The identifier of the list of suggestions.
const ZONES: &str = "zones";
/// How long somebody pauses before suggestions are asked for.
#[cfg(feature = "hydrate")]
const PAUSE: std::time::Duration = std::time::Duration::from_millis(150);

/// The field, called `time_zone`.
#[component]
pub(crate) fn ZoneField(
    /// What it starts with.
    value: String,
    /// A word about how to fill it in.
    #[prop(optional, into)]
    hint: String,
) -> impl IntoView {
    let found = RwSignal::new(Vec::<ZoneView>::new());
    let typed = suggesting(found);
    let options = move || {
        let option = |zone: ZoneView| view! { <option value=zone.name>{zone.label}</option> };
        found.get().into_iter().map(option).collect_view()
    };
    view! {
        <div
            class="zone"
            on:input=move |event| {
                let _ = typed.try_run(event_target_value(&event));
            }
        >
            <TextField name="time_zone" label=texts::TIME_ZONE value hint longest=64 list=ZONES />
            <datalist id=ZONES>{options}</datalist>
        </div>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn suggesting(found: RwSignal<Vec<ZoneView>>) -> Callback<String> {
    crate::state::pause::after(PAUSE, move |typed: String| {
        leptos::task::spawn_local(async move {
            let zones = crate::api::settings::zones(typed).await.unwrap_or_default();
            found.try_set(zones);
        });
    })
}

#[cfg(not(feature = "hydrate"))]
fn suggesting(_: RwSignal<Vec<ZoneView>>) -> Callback<String> {
    Callback::new(|_| ())
}
