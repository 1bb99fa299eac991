//! The page of tasks.

// Views and lists.
pub(crate) const VIEWS_AND_LISTS: &str = "Views and lists";
pub(crate) const UPCOMING: &str = "Upcoming";
/// Everything that is open.
pub(crate) const ALL: &str = "All";
pub(crate) const DONE: &str = "Done";
pub(crate) const FILTERS: &str = "Filters";
pub(crate) const NO_LIST: &str = "No list";
pub(crate) const NEW_LIST: &str = "New list";
pub(crate) const LIST_NAME: &str = "Name of the list";
pub(crate) const NAME_EXAMPLE: &str = "Errands";
pub(crate) const ADD_LIST: &str = "Add list";
pub(crate) const CHANGE_LIST: &str = "Rename or delete this list";
pub(crate) const DELETE_LIST: &str = "Delete the list; its tasks stay";
pub(crate) const GROUPING: &str = "Grouping";
pub(crate) const BY_DATE: &str = "By date";
pub(crate) const BY_LIST: &str = "By list";

pub(crate) fn count(tasks: usize) -> String {
    match tasks {
        1 => "1 task".to_owned(),
        tasks => format!("{tasks} tasks"),
    }
}

pub(crate) fn count_late(tasks: usize, late: usize) -> String {
    format!("{}, {late} overdue", count(tasks))
}

// The filter.
pub(crate) const SEARCH: &str = "Search tasks";
pub(crate) const SEARCH_EXAMPLE: &str = "Search, or filter: due:today p1 #home -done";
pub(crate) const SAVE_FILTER: &str = "Save this filter";
pub(crate) const DELETE_FILTER: &str = "Delete this filter";
pub(crate) const FILTER_NAME: &str = "Name of the filter";

// Groups.
pub(crate) const DONE_TODAY: &str = "Done today";
pub(crate) const LATER: &str = "Later";
pub(crate) const NEXT_WEEK: &str = "Next seven days";
pub(crate) const NO_DEADLINE: &str = "No deadline";
/// The one that an address opens.
pub(crate) const OPEN: &str = "Open";
pub(crate) const TO_DO: &str = "To do";

pub(crate) fn show_more(next: usize, left: usize) -> String {
    format!("Show {next} more of {left}")
}

// Nothing to show.
pub(crate) const NOTHING_TODAY: &str = "Nothing is due today.";
pub(crate) const NOTHING: &str = "Nothing to do.";
pub(crate) const NOTHING_DONE: &str = "What you tick off is kept here.";
pub(crate) const NOTHING_IN_LIST: &str = "Nothing in this list. What you add here goes into it.";
pub(crate) const NOTHING_FOUND: &str =
    "No task is like that. Try fewer words, or due:week, p1, #label, list:name, -done.";
pub(crate) const TRY_THESE: &str = "Try one of these:";
pub(crate) const EXAMPLES: [&str; 3] =
    ["Send the invoice tomorrow 9am", "Water the plants every 3 days", "Renew the passport p1"];

// Adding and changing one.
pub(crate) const NEW: &str = "New task";
pub(crate) const NEW_EXAMPLE: &str = "Send the invoice fri 3pm p1";
pub(crate) const TASK: &str = "Task";
pub(crate) const DUE: &str = "Due";
pub(crate) const DUE_EXAMPLE: &str = "fri 3pm";
pub(crate) const LIST: &str = "List";
pub(crate) const LABELS: &str = "Labels";
pub(crate) const LABELS_EXAMPLE: &str = "home, errands";
/// How long it takes.
pub(crate) const TAKES: &str = "Takes";
pub(crate) const TAKES_EXAMPLE: &str = "45 min";
pub(crate) const PRIORITY: &str = "Priority";
pub(crate) const HIGH: &str = "High";
pub(crate) const MEDIUM: &str = "Medium";
pub(crate) const LOW: &str = "Low";
/// No priority.
pub(crate) const NONE: &str = "None";
pub(crate) const FROM_COMPLETION: &str = "Count from when it is done";
pub(crate) const DELETE_THIS: &str = "Delete this task";
pub(crate) const STEPS: &str = "Steps";
pub(crate) const NEW_STEP: &str = "New step";
pub(crate) const NEW_STEP_EXAMPLE: &str = "First, …";
pub(crate) const ADD_STEP: &str = "Add step";

// Several at once.
pub(crate) const SELECTED: &str = "Selected";
pub(crate) const SELECT_NONE: &str = "Select none";
pub(crate) const TOMORROW: &str = "Tomorrow";
pub(crate) const IN_TWO_DAYS: &str = "In two days";
pub(crate) const NEXT_MONDAY: &str = "Next Monday";
pub(crate) const ANOTHER_DAY: &str = "Another day";
pub(crate) const LABEL: &str = "Label";
pub(crate) const ADD_LABEL: &str = "Add a label";
pub(crate) const ADD_LABEL_EXAMPLE: &str = "errands";
/// Uses what was typed.
pub(crate) const SET: &str = "Set";

pub(crate) fn selected(count: usize) -> String {
    format!("{count} selected")
}

// Moving by key.
pub(crate) const NO_FURTHER: &str = "It cannot go further.";

pub(crate) fn place(title: &str, place: usize, rows: usize, group: &str) -> String {
    format!("“{title}”, {place} of {rows} in {group}.")
}
