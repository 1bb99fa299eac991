//! What a person has chosen for themselves.

use serde::{Deserialize, Serialize};

/// A form of the settings. What a form does not show stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// The person's time zone, by any of its names.
    pub time_zone: String,
    /// BCP 47 tag of the region whose way of writing is used.
    pub locale: String,
    /// The currency of amounts that name none.
    pub currency: String,
    /// On which day a week begins.
    pub week_start: String,
    /// How clock times are written.
    pub clock: String,
    /// What stands first in a date.
    pub date_order: String,
    /// When work begins.
    pub work_from: String,
    /// When work ends.
    pub work_until: String,
    /// How many minutes stay free beside an event.
    pub buffer_minutes: String,
    /// How many minutes an event lasts that says no end.
    pub event_minutes: String,
    /// What "in the morning" means.
    pub morning: String,
    /// What "in the afternoon" means.
    pub afternoon: String,
    /// What "in the evening" means.
    pub evening: String,
    /// What "tonight" means.
    pub night: String,
    /// Whether weeks are named by their numbers.
    pub week_numbers: String,
    /// Says that the form shows boxes: an empty one is not sent by a browser.
    pub boxes: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::input::Field;
    use domain::settings::SettingsPatch;

    use super::super::reading::present;
    use super::super::zone::zone;
    use super::SettingsForm;

    impl SettingsForm {
        /// The changes.
        pub(crate) fn changes(self) -> SettingsPatch {
            SettingsPatch {
                time_zone: match self.time_zone.trim() {
                    "" => Field::Absent,
                    text => zone(text)
                        .map_or_else(Field::Invalid, |zone| Field::Value(zone.name().to_owned())),
                },
                locale: present(&self.locale),
                currency: present(&self.currency),
                week_start: present(&self.week_start),
                clock: present(&self.clock),
                date_order: present(&self.date_order),
                work_from: present(&self.work_from),
                work_until: present(&self.work_until),
                buffer_minutes: present(&self.buffer_minutes),
                event_minutes: present(&self.event_minutes),
                morning: present(&self.morning),
                afternoon: present(&self.afternoon),
                evening: present(&self.evening),
                night: present(&self.night),
                week_numbers: if self.boxes.is_empty() {
                    Field::Absent
                } else {
                    Field::Value(!self.week_numbers.is_empty())
                },
            }
        }
    }
}
