//! Adding and editing an event.

use serde::{Deserialize, Serialize};

use super::RepeatForm;

/// An event's form. Its times come as `datetime-local` (`start_time`, `end_time`) from
/// the short form, or as dates and clock times of their own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventForm {
    /// Which event; empty for a new one.
    pub id: String,
    /// What it is.
    pub title: String,
    /// When it begins.
    pub start_time: String,
    /// When it ends; an hour later when blank. The last day of an all-day event.
    pub end_time: String,
    /// The day on which it begins.
    pub start_date: String,
    /// The clock time at which it begins.
    pub start_clock: String,
    /// The day on which it ends; that on which it begins when blank.
    pub end_date: String,
    /// The clock time at which it ends; an hour later when blank.
    pub end_clock: String,
    /// Whether it fills whole days; then only the dates count.
    pub all_day: String,
    /// The zone of its clock times, by any of its names; the person's when blank.
    pub time_zone: String,
    /// Times and zone as the form came with them, in the words of `times_signature`.
    pub times_was: String,
    /// Where it is.
    pub location: String,
    /// Details.
    pub description: String,
    /// How it repeats.
    #[serde(flatten)]
    pub repeat: RepeatForm,
    /// The occurrence of a repeating event whose times are shown.
    pub occurrence: String,
    /// Which part of a repeating event is changed: `this`, `following` or `all`.
    pub scope: String,
}

#[cfg(feature = "ssr")]
mod reading;
