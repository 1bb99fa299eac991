//! Zones as people type them.

use chrono_tz::Tz;
use server::zone::search;

use crate::texts;

/// The zone that a text names.
///
/// # Errors
/// A sentence for the person who typed it, with a guess where there is one.
pub(super) fn zone(text: &str) -> Result<Tz, String> {
    search::find(text).ok_or_else(|| {
        let text = text.trim();
        match search::near(text) {
            Some(name) => texts::problems::no_zone_but(text, name),
            None => texts::problems::no_zone(text),
        }
    })
}
