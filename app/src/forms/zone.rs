//! Zones as people type them.

use chrono_tz::Tz;
use server::zone::search;

/// The zone that a text names.
///
/// # Errors
/// A sentence for the person who typed it, with a guess where there is one.
pub(super) fn zone(text: &str) -> Result<Tz, String> {
    search::find(text).ok_or_else(|| {
        let text = text.trim();
        match search::near(text) {
            Some(name) => format!("No zone is called “{text}”. Did you mean {name}?"),
            None => format!("No zone is called “{text}”. Try a large city near it."),
        }
    })
}
