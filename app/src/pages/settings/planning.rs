//! When the person works, and what they mean by words of time.

use leptos::prelude::*;

use super::group::{Group, Saved};
use crate::components::field::TextField;
use crate::view::settings::SettingsView;

/// Working hours, room between events and their usual length.
#[component]
pub(super) fn Planning(settings: SettingsView) -> impl IntoView {
    let (from, until) = (settings.of("work_from"), settings.of("work_until"));
    let (buffer, length) = (settings.of("buffer_minutes"), settings.of("event_minutes"));
    view! {
        <Group
            id="planning"
            title="When you work"
            about="Free time is looked for within these hours, and at least so many minutes from other events. An event that says no end lasts as long as you say here."
        >
            <Saved name="settings-work">
                <div class="fields">
                    <TextField name="work_from" label="From" kind="time" value=from />
                    <TextField name="work_until" label="Until" kind="time" value=until />
                    <TextField
                        name="buffer_minutes"
                        label="Minutes between"
                        keyboard="numeric"
                        value=buffer
                        longest=3
                    />
                    <TextField
                        name="event_minutes"
                        label="Minutes of an event"
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
        ("morning", "Morning"),
        ("afternoon", "Afternoon"),
        ("evening", "Evening"),
        ("night", "Tonight"),
    ];
    let fields = fields.map(|(name, label)| {
        let value = settings.of(name);
        view! { <TextField name label kind="time" value /> }
    });
    view! {
        <Group
            id="spoken"
            title="What words mean"
            about="“Lunch with Sam tomorrow afternoon” begins at this hour, unless you say another."
        >
            <Saved name="settings-spoken">
                <div class="fields">{fields.into_iter().collect_view()}</div>
            </Saved>
        </Group>
    }
    .into_any()
}
