//! When the person works, and what they mean by words of time.

use leptos::prelude::*;

use super::group::{Group, Saved};
use crate::components::field::TextField;
use crate::texts;
use crate::view::settings::SettingsView;

/// Working hours, room between events and their usual length.
#[component]
pub(super) fn Planning(settings: SettingsView) -> impl IntoView {
    let (from, until) = (settings.of("work_from"), settings.of("work_until"));
    let (buffer, length) = (settings.of("buffer_minutes"), settings.of("event_minutes"));
    view! {
        <Group
            id="planning"
            title=texts::settings::PLANNING
            about=texts::settings::PLANNING_ABOUT
        >
            <Saved name="settings-work">
                <div class="fields">
                    <TextField name="work_from" label=texts::FROM kind="time" value=from />
                    <TextField name="work_until" label=texts::UNTIL kind="time" value=until />
                    <TextField
                        name="buffer_minutes"
                        label=texts::settings::BUFFER
                        keyboard="numeric"
                        value=buffer
                        longest=3
                    />
                    <TextField
                        name="event_minutes"
                        label=texts::settings::EVENT_LENGTH
                        keyboard="numeric"
                        value=length
                        longest=4
                    />
                </div>
            </Saved>
        </Group>
    }
    .into_any()
}

/// The hours of the parts of the day.
#[component]
pub(super) fn Spoken(settings: SettingsView) -> impl IntoView {
    let fields = [
        ("morning", texts::settings::MORNING),
        ("afternoon", texts::settings::AFTERNOON),
        ("evening", texts::settings::EVENING),
        ("night", texts::settings::NIGHT),
    ];
    let fields = fields.map(|(name, label)| {
        let value = settings.of(name);
        view! { <TextField name label kind="time" value /> }
    });
    view! {
        <Group
            id="spoken"
            title=texts::settings::SPOKEN
            about=texts::settings::SPOKEN_ABOUT
        >
            <Saved name="settings-spoken">
                <div class="fields">{fields.into_iter().collect_view()}</div>
            </Saved>
        </Group>
    }
    .into_any()
}
