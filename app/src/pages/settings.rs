//! The settings: where the person is, when they work, and what the calendar shows.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::api;
use crate::components::editor::ZoneField;
use crate::components::field::{Checkbox, TextField};
use crate::components::form::PlannerForm;
use crate::components::loaded::loaded;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::view::settings::SettingsView;

/// The page.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let changes = Changes::of_page();
    let settings = read(move || changes.count(), |_| api::settings::read());
    view! {
        <Title text="Settings" />
        <div class="column settings">
            <div class="heading">
                <h1>"Settings"</h1>
            </div>
            {loaded(settings, |settings| view! { <Fields settings /> }.into_any())}
        </div>
    }
}

part!(SettingsPart, settings, Settings);

#[component]
fn Fields(settings: SettingsView) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/settings/update" name="settings" class="form">
            <input type="hidden" name="boxes" value="on" />
            <section aria-labelledby="settings-zone">
                <h2 id="settings-zone">"Where you are"</h2>
                <ZoneField value=settings.time_zone hint=settings.now />
                <p class="aside">
                    "Times move to the clocks of the new zone. Whole days and deadlines without a time stay."
                </p>
            </section>
            <section aria-labelledby="settings-work">
                <h2 id="settings-work">"When you work"</h2>
                <div class="fields">
                    <TextField name="work_from" label="From" kind="time" value=settings.work_from />
                    <TextField name="work_until" label="Until" kind="time" value=settings.work_until />
                    <TextField
                        name="buffer_minutes"
                        label="Minutes between events"
                        keyboard="numeric"
                        value=settings.buffer_minutes
                        longest=3
                    />
                </div>
                <p class="aside">
                    "Free time is looked for within these hours, and so far from other events."
                </p>
            </section>
            <section aria-labelledby="settings-calendar">
                <h2 id="settings-calendar">"Calendar"</h2>
                <Checkbox name="week_numbers" label="Week numbers" checked=settings.week_numbers />
            </section>
            <div class="buttons">
                <button class="button primary">"Save"</button>
            </div>
        </PlannerForm>
    }
}
