//! Where the person is, and how dates, times and amounts are written.

use leptos::prelude::*;

use super::group::{Group, Saved};
use crate::components::editor::ZoneField;
use crate::components::field::{Checkbox, Select};
use crate::view::settings::SettingsView;

/// Zone, region and currency.
#[component]
pub(super) fn Place(settings: SettingsView) -> impl IntoView {
    let (zone, locale) = (settings.of("time_zone"), settings.of("locale"));
    let currency = settings.of("currency");
    view! {
        <Group
            id="place"
            title="Where you are"
            about="Times move to the clocks of a new zone; whole days and deadlines without a time stay. Amounts that are stored keep their currency."
        >
            <Saved name="settings-place">
                <ZoneField value=zone hint=settings.now />
                <div class="fields">
                    <Select name="locale" label="Region" options=settings.regions value=locale />
                    <Select
                        name="currency"
                        label="Currency"
                        options=settings.currencies
                        value=currency
                    />
                </div>
            </Saved>
        </Group>
    }
    .into_any()
}

/// Week, clock and order of dates.
#[component]
pub(super) fn Writing(settings: SettingsView) -> impl IntoView {
    let (week_start, clock) = (settings.of("week_start"), settings.of("clock"));
    let date_order = settings.of("date_order");
    view! {
        <Group
            id="writing"
            title="Dates and times"
            about="Used on every page, in the chat and for what you type."
        >
            <Saved name="settings-writing">
                <p class="sample">{settings.sample}</p>
                <div class="fields">
                    <Select
                        name="date_order"
                        label="Dates"
                        options=settings.date_orders
                        value=date_order
                    />
                    <Select name="clock" label="Clock" options=settings.clocks value=clock />
                    <Select
                        name="week_start"
                        label="Weeks begin on"
                        options=settings.week_starts
                        value=week_start
                    />
                </div>
                <input type="hidden" name="boxes" value="on" />
                <Checkbox
                    name="week_numbers"
                    label="Week numbers in the calendar"
                    checked=settings.week_numbers
                />
            </Saved>
        </Group>
    }
    .into_any()
}
