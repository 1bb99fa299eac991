//! What is the person's, in files.

pub(crate) const DATA: &str = "Your data";
pub(crate) const DATA_ABOUT: &str =
    "All of it is yours: take it along, put it into other programs, or move to another planner.";
pub(crate) const DOWNLOAD: &str = "Download";

/// The files: address, name, and what is in it.
pub(crate) const FILES: [(&str, &str, &str); 5] = [
    ("/api/export", super::history::EVERYTHING, "One JSON file, with conversations and settings."),
    ("/api/calendar.ics", super::CALENDAR, "iCalendar, for other calendars."),
    ("/api/events/export", super::EVENTS, TABLE),
    ("/api/tasks/export", super::TASKS, TABLE),
    ("/api/expenses/export", super::EXPENSES, TABLE),
];
const TABLE: &str = "A table for spreadsheets (CSV).";

/// What a link is called that says only "Download" to the eye.
pub(crate) fn download(name: &str) -> String {
    format!("Download {}", name.to_lowercase())
}

pub(crate) const FILE: &str = "Bring everything back";
pub(crate) const FILE_HINT: &str = "The JSON file of everything, from this planner or another. It goes into an empty account, whole or not at all.";
pub(crate) const TAKE_OVER: &str = "Take over";
pub(crate) const NO_FILE: &str = "Choose a file first.";
pub(crate) const CUT_SHORT: &str = "The file did not arrive as a whole. Send it again.";

/// What was taken over, with how many there are of each.
pub(crate) fn taken_over(events: u64, tasks: u64, expenses: u64, conversations: u64) -> String {
    let some = [
        counted(events, "event", "events"),
        counted(tasks, "task", "tasks"),
        counted(expenses, "expense", "expenses"),
        counted(conversations, "conversation", "conversations"),
    ];
    format!("Taken over: {}, and your settings.", some.join(", "))
}

fn counted(count: u64, one: &str, more: &str) -> String {
    match count {
        0 => format!("no {more}"),
        1 => format!("one {one}"),
        count => format!("{count} {more}"),
    }
}
