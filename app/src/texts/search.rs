//! The search over everything, and the palette with its commands.

// The page.
pub(crate) const EVERYTHING: &str = "Search everything";
pub(crate) const EXAMPLE: &str = "Events, tasks, expenses, conversations";

// The palette.
pub(crate) const PALETTE: &str = "Search and commands";
pub(crate) const PALETTE_BY_KEY: &str = "Search and commands (Ctrl+K)";
pub(crate) const PALETTE_HINT: &str = "Search, go to, or say what to do";

// Groups of what is found.
pub(crate) const LATELY: &str = "Lately";
pub(crate) const CHANGED_LATELY: &str = "Changed lately";
pub(crate) const ON_THIS_PAGE: &str = "On this page";
pub(crate) const GO_TO: &str = "Go to";
pub(crate) const NEW: &str = "New";
pub(crate) const COMMANDS: &str = "Commands";
pub(crate) const WITH_THESE_WORDS: &str = "With these words";

/// How many the palette lists, read aloud.
pub(crate) fn results(count: usize) -> String {
    match count {
        1 => "1 result".to_owned(),
        count => format!("{count} results"),
    }
}

/// The heading over what was found; `all` says that there may be no more.
pub(crate) fn found(count: usize, all: bool) -> String {
    match count {
        0 => "Nothing has these words".to_owned(),
        1 => "One result".to_owned(),
        count if all => format!("{count} results"),
        count => format!("The best {count} results"),
    }
}

pub(crate) fn tell_assistant(typed: &str) -> String {
    format!("Tell the assistant: “{typed}”")
}

// Places; they are called as in the rail.
pub(crate) const TODAY_WORDS: &str = "go dashboard home";
pub(crate) const CALENDAR_WORDS: &str = "go week events";
pub(crate) const TASKS_WORDS: &str = "go todo";
pub(crate) const MONEY_WORDS: &str = "go expenses spending budget";
pub(crate) const ASSISTANT_WORDS: &str = "go chat ask";
pub(crate) const HISTORY_WORDS: &str = "go changes undo";
pub(crate) const SETTINGS_WORDS: &str = "go preferences zone";

// What can be begun.
pub(crate) const NEW_EVENT_WORDS: &str = "add create appointment";
pub(crate) const NEW_TASK_WORDS: &str = "add create todo";
pub(crate) const NEW_EXPENSE_WORDS: &str = "add create spent";
pub(crate) const NEW_CONVERSATION_WORDS: &str = "add chat ask assistant";

// Pages in a certain way.
pub(crate) const VIEW_WORDS: &str = "show view";
pub(crate) const TASKS_OF_TODAY: &str = "Tasks of today";
pub(crate) const UPCOMING_TASKS: &str = "Upcoming tasks";
pub(crate) const DONE_TASKS: &str = "Tasks that are done";
pub(crate) const TASKS_BY_LIST: &str = "Tasks by list";
pub(crate) const DOWNLOAD_EXPENSES: &str = "Download all expenses (CSV)";
pub(crate) const ASSISTANTS_CHANGES: &str = "What the assistant changed";

// Deeds.
pub(crate) const UNDO_WORDS: &str = "take back revert";
pub(crate) const KEYS_WORDS: &str = "shortcuts keyboard help";
