//! From what operations answer to what pages show: instants become wall-clock
//! words in the person's zone, amounts become text in the person's notation.

pub(crate) mod account;
pub(crate) mod calendar;
pub(crate) mod chat;
pub(crate) mod clash;
pub(crate) mod day_line;
pub(crate) mod history;
pub(crate) mod money;
pub(crate) mod panel;
pub(crate) mod preview;
pub(crate) mod repeat;
pub(crate) mod row;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod tasks;
pub(crate) mod today;
pub(crate) mod told;

use chrono::NaiveDateTime;

/// What `datetime-local` holds.
fn input_time(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M").to_string()
}
