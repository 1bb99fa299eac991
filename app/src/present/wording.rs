//! How times and amounts are said to a person: by the server's one way.

use chrono::NaiveDateTime;
pub(crate) use server::words::Words as Wording;

/// What `datetime-local` holds.
pub(crate) fn input_time(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M").to_string()
}
