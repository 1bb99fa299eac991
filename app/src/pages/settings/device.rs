//! What holds on this device only: theme, density, keys.

use leptos::prelude::*;

use super::group::Group;
use crate::components::form::PlannerForm;
use crate::components::menu::{KeySwitch, ThemeSwitch};
use crate::state::density::Density;
use crate::texts;

/// The group.
#[component]
pub(super) fn Device() -> impl IntoView {
    view! {
        <Group id="device" title=texts::settings::DEVICE about=texts::settings::DEVICE_ABOUT>
            <ThemeSwitch />
            <DensitySwitch />
            <KeySwitch />
        </Group>
    }
    .into_any()
}

/// Comfortable or compact.
#[component]
fn DensitySwitch() -> impl IntoView {
    // The server reads the cookie; the browser takes over what the server read.
    let density = SharedValue::new(|| use_context::<Density>().unwrap_or_default()).into_inner();
    let current = RwSignal::new(density);
    let button = |density: Density| {
        let show = move |_| {
            current.set(density);
            if let Some(root) = document().document_element() {
                let _ = root.set_attribute("data-density", density.name());
            }
        };
        let pressed = move || if current.get() == density { "true" } else { "false" };
        view! {
            <PlannerForm
                action="/fn/account/density"
                name="density"
                row=density.name()
                class="inline-form"
                on_done=Callback::new(show)
            >
                <input type="hidden" name="density" value=density.name() />
                <button class="theme-button" aria-pressed=pressed>
                    {density.label()}
                </button>
            </PlannerForm>
        }
    };
    view! {
        <div class="theme-switch" role="group" aria-label=texts::settings::DENSITY>
            {Density::ALL.map(button).into_iter().collect_view()}
        </div>
    }
}
