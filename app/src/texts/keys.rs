//! The sheet of all keys.

pub(crate) const SHEET: &str = "Keys";
pub(crate) const ALL: &str = "All keys";

// What is written on keys.
pub(crate) const ALT: &str = "Alt";
pub(crate) const CTRL: &str = "Ctrl";
pub(crate) const DELETE: &str = "Delete";
pub(crate) const ENTER: &str = "Enter";
pub(crate) const ESC: &str = "Esc";
pub(crate) const SHIFT: &str = "Shift";

pub(crate) const EVERYWHERE: &str = "Everywhere";
pub(crate) const PALETTE: &str = "Search, go to, do; on a Mac ⌘K";
pub(crate) const SEARCH: &str = "Search this page, or everything";
pub(crate) const UNDO: &str = "Undo the last change, also Ctrl+Z";
pub(crate) const THIS: &str = "This sheet";

pub(crate) const NEXT_PREVIOUS: &str = "Next, previous";
pub(crate) const OPEN: &str = "Open, also e";
pub(crate) const DONE_OR_NOT: &str = "Done or not, also Space";
pub(crate) const MOVE_BY_HAND: &str = "Move it by hand";
pub(crate) const SELECT: &str = "Select; m selects and moves it";

pub(crate) const VIEWS: &str = "Day, week, month, agenda";
pub(crate) const PREVIOUS_NEXT: &str = "Previous, next";
pub(crate) const MOVE_EVENT: &str = "On an event: move it; with Shift: its end";

pub(crate) const NEW_LINE: &str = "New line";
pub(crate) const STOP_ANSWER: &str = "Stop the answer";
