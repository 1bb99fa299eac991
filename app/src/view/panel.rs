//! One event: as it is shown, and as its form shows it.

use serde::{Deserialize, Serialize};

use super::outcome::ClashView;
use super::repeat::RepeatView;

/// What the panel beside the calendar holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PanelView {
    /// An event.
    Shown(ShownView),
    /// The form of an event, or of a new one.
    Form(EventFields),
}

/// An event as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownView {
    /// Identifier.
    pub id: String,
    /// Which occurrence of a repeating one it is; empty when it does not repeat.
    pub occurrence: String,
    /// What it is.
    pub title: String,
    /// `Tomorrow (Tue 24 Nov), 09:00–10:00`.
    pub when: String,
    /// The same in full, for titles and screen readers.
    pub full: String,
    /// When that is where it was planned, if clocks differ there; else empty.
    pub elsewhere: String,
    /// Where it is; empty when that is not said.
    pub location: String,
    /// How it repeats, in words; empty when it does not.
    pub repeats: String,
    /// Of a series that is shown as a whole, the one that is next.
    pub next: Option<NextView>,
    /// Details; empty when there are none.
    pub description: String,
    /// What it collides with.
    pub clash: Option<ClashView>,
}

impl ShownView {
    /// Whether it is all of a series, and not one occurrence.
    pub(crate) fn is_series(&self) -> bool {
        !self.repeats.is_empty() && self.occurrence.is_empty()
    }
}

/// The next occurrence of a series.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextView {
    /// Which one it is.
    pub occurrence: String,
    /// `tomorrow (Tue 24 Nov), 09:00–10:00`.
    pub when: String,
}

/// An event as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventFields {
    /// Identifier; empty for a new event.
    pub id: String,
    /// Which occurrence of a repeating one its times are; empty when it does not repeat.
    pub occurrence: String,
    /// What it is.
    pub title: String,
    /// Whether it fills whole days.
    pub all_day: bool,
    /// The first day, as `date` has it.
    pub start_date: String,
    /// The clock time at which it begins, as `time` has it.
    pub start_clock: String,
    /// The last day.
    pub end_date: String,
    /// The clock time at which it ends.
    pub end_clock: String,
    /// The zone of the clock times.
    pub time_zone: String,
    /// Times and zone, for comparison.
    pub times_was: String,
    /// Where it is.
    pub location: String,
    /// Details.
    pub description: String,
    /// How it repeats, if it does.
    pub repeat: Option<RepeatView>,
}
