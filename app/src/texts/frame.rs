//! Around every page: the rail and its menu, the connection, forms on their way.

pub(crate) const SKIP: &str = "Skip to the page";

// The menu.
pub(crate) const THEME: &str = "Theme";
pub(crate) const THEME_SYSTEM: &str = "System";
pub(crate) const THEME_LIGHT: &str = "Light";
pub(crate) const THEME_DARK: &str = "Dark";
pub(crate) const SINGLE_KEYS: &str = "Shortcuts by single keys";

/// What the button for the line that adds anything says of itself.
pub(crate) const QUICK_ADD_BY_KEY: &str = "Quick add (q)";

// The connection.
pub(crate) const NO_CONNECTION: &str = "No connection.";

pub(crate) fn waiting(changes: usize) -> String {
    match changes {
        0 => "What you type stays.".to_owned(),
        1 => "One change waits to be sent.".to_owned(),
        count => format!("{count} changes wait to be sent."),
    }
}

/// It follows other sentences.
pub(crate) fn as_of(kept: &str) -> String {
    format!(" As of {kept}.")
}

// The offer of another time zone.
pub(crate) const ZONE_USE: &str = "Use";
pub(crate) const ZONE_KEEP: &str = "Keep";

pub(crate) fn zone_offer(zone: &str) -> String {
    format!("You seem to be in {zone}. Use its time?")
}
