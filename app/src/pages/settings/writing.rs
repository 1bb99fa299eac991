//! Where the person is, and how dates, times and amounts are written.

use leptos::prelude::*;

use super::group::{Group, Saved};
use crate::components::editor::ZoneField;
use crate::components::field::{Checkbox, Select};
use crate::texts;
use crate::view::settings::SettingsView;

/// Zone, region and currency.
#[component]
pub(super) fn Place(settings: SettingsView) -> impl IntoView {
    let (zone, locale) = (settings.of("time_zone"), settings.of("locale"));
    let currency = settings.of("currency");
    view! {
        <Group
            id="place"
            title=texts::settings::PLACE
            about=texts::settings::PLACE_ABOUT
        >
            <Saved name="settings-place">
                <ZoneField value=zone hint=settings.now />
                <div class="fields">
                    <Select name="locale" label=texts::REGION options=settings.regions value=locale />
                    <Select
                        name="currency"
                        label=texts::CURRENCY
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
            title=texts::settings::WRITING
            about=texts::settings::WRITING_ABOUT
        >
            <Saved name="settings-writing">
                <p class="sample">{settings.sample}</p>
                <div class="fields">
                    <Select
                        name="date_order"
                        label=texts::DATES
                        options=settings.date_orders
                        value=date_order
                    />
                    <Select name="clock" label=texts::settings::CLOCK options=settings.clocks value=clock />
                    <Select
                        name="week_start"
                        label=texts::WEEKS_BEGIN_ON
                        options=settings.week_starts
                        value=week_start
                    />
                </div>
                <input type="hidden" name="boxes" value="on" />
                <Checkbox
                    name="week_numbers"
                    label=texts::settings::WEEK_NUMBERS
                    checked=settings.week_numbers
                />
            </Saved>
        </Group>
    }
    .into_any()
}
