//! One event: its panel, its form, which part of a series is meant, what it overlaps.

// The panel.
pub(crate) const NEW: &str = "New event";
pub(crate) const GONE: &str = "This event is not there any more.";
pub(crate) const EDIT_ALL: &str = "Edit all";
pub(crate) const DELETE_ALL: &str = "Delete all";
/// Before a link to the next one of a series.
pub(crate) const THIS_IS_ALL: &str = "This is all of them. Next: ";

/// Its hours in the event's own zone.
pub(crate) fn elsewhere(hours: &str, city: &str) -> String {
    format!("{hours} in {city}")
}

pub(crate) fn elsewhere_on(day: &str, hours: &str, city: &str) -> String {
    format!("{day}, {hours} in {city}")
}

// The form.
pub(crate) const EDIT: &str = "Edit event";
pub(crate) const EDIT_ALL_OF_THEM: &str = "Edit all of them";
pub(crate) const SAVE_ALL: &str = "Save all";
pub(crate) const EVENT: &str = "Event";
pub(crate) const STARTS: &str = "Starts";
pub(crate) const ENDS: &str = "Ends";
pub(crate) const ZONE_HINT: &str = "A city or a zone: London, PT";
pub(crate) const PLACE: &str = "Place";
pub(crate) const DETAILS: &str = "Details";

// Which part of a series.
pub(crate) const WHICH: &str = "Which ones?";
pub(crate) const CHANGE_WHICH: &str = "Change which ones?";
pub(crate) const DELETE_WHICH: &str = "Delete which ones?";
pub(crate) const ONLY_THIS: &str = "Only this one";
pub(crate) const THIS_AND_FOLLOWING: &str = "This and all that follow";
pub(crate) const ALL_OF_THEM: &str = "All of them";

// What it overlaps.
pub(crate) const FREE_INSTEAD: &str = "Free instead:";

pub(crate) fn overlaps(others: &str) -> String {
    format!("Overlaps with {others}.")
}

/// Of a whole series, the one that has no room.
pub(crate) fn overlaps_on(day: &str, others: &str) -> String {
    format!("On {day}, it overlaps with {others}.")
}

/// One of what is overlapped.
pub(crate) fn other(name: &str, hours: &str) -> String {
    format!("“{name}”, {hours}")
}

/// The names of what is overlapped; `more` of them are not named.
pub(crate) fn others(names: &[String], more: usize) -> String {
    match more {
        0 => names.join(", and "),
        more => format!("{}, and {more} more", names.join(", ")),
    }
}

pub(crate) fn move_to(time: &str) -> String {
    format!("Move to {time}")
}
