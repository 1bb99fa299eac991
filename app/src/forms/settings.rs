//! What a person has chosen for themselves.

use serde::{Deserialize, Serialize};

/// The form of the settings. What a form does not show stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsForm {
    /// The person's time zone, by any of its names.
    pub time_zone: String,
    /// When work begins.
    pub work_from: String,
    /// When work ends.
    pub work_until: String,
    /// How many minutes stay free beside an event.
    pub buffer_minutes: String,
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
                work_from: present(&self.work_from),
                work_until: present(&self.work_until),
                buffer_minutes: present(&self.buffer_minutes),
                week_numbers: if self.boxes.is_empty() {
                    Field::Absent
                } else {
                    Field::Value(!self.week_numbers.is_empty())
                },
            }
        }
    }
}
