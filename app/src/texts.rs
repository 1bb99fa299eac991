//! Every text of the interface that this crate writes, by the room it is seen in.
//!
//! A fixed text is a constant; a text with values in it is a function that makes the whole
//! sentence, as another language may put its parts in another order. A number comes as a number,
//! as only the language knows what becomes of a noun beside it. Names say what a text is for. The
//! same words with the same meaning are one text; here stand those of several rooms.
//!
//! `docs/decisions/0009-texts.md` says why, and how a second language comes. A test of `xtask`
//! finds texts that are written elsewhere.

pub(crate) mod account;
pub(crate) mod calendar;
pub(crate) mod chat;
pub(crate) mod data;
pub(crate) mod event;
pub(crate) mod frame;
pub(crate) mod history;
pub(crate) mod home;
pub(crate) mod keys;
pub(crate) mod ledger;
pub(crate) mod money;
pub(crate) mod problems;
pub(crate) mod repeat;
pub(crate) mod row;
pub(crate) mod search;
pub(crate) mod settings;
pub(crate) mod tasks;
pub(crate) mod today;
pub(crate) mod tokens;
pub(crate) mod told;

/// The name of the product.
pub(crate) const PRODUCT: &str = "Planner";

/// What the window of a page is called.
pub(crate) fn window(page: &str) -> String {
    if page.is_empty() { PRODUCT.to_owned() } else { format!("{page} · {PRODUCT}") }
}

// Places.
pub(crate) const TODAY: &str = "Today";
pub(crate) const CALENDAR: &str = "Calendar";
pub(crate) const TASKS: &str = "Tasks";
pub(crate) const MONEY: &str = "Money";
pub(crate) const ASSISTANT: &str = "Assistant";
pub(crate) const HISTORY: &str = "History";
pub(crate) const SETTINGS: &str = "Settings";

// What there is, over lists of it.
pub(crate) const EVENTS: &str = "Events";
pub(crate) const EXPENSES: &str = "Expenses";
pub(crate) const FOUND: &str = "Found";
pub(crate) const LISTS: &str = "Lists";

/// The person who is signed in.
pub(crate) const YOU: &str = "You";

// Verbs, on buttons and links.
pub(crate) const ADD: &str = "Add";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const CHANGE: &str = "Change";
pub(crate) const CLOSE: &str = "Close";
pub(crate) const CLOSE_BY_KEY: &str = "Close (Esc)";
pub(crate) const DELETE: &str = "Delete";
/// It asks what exactly.
pub(crate) const DELETE_ASKING: &str = "Delete…";
pub(crate) const EDIT: &str = "Edit";
pub(crate) const QUICK_ADD: &str = "Quick add";
pub(crate) const RENAME: &str = "Rename";
pub(crate) const REOPEN: &str = "Reopen";
pub(crate) const SAVE: &str = "Save";
pub(crate) const SEARCH: &str = "Search";
pub(crate) const SELECT: &str = "Select";
pub(crate) const SIGN_OUT: &str = "Sign out";
pub(crate) const TRY_AGAIN: &str = "Try again";
pub(crate) const UNDO: &str = "Undo";
pub(crate) const UNDO_LATEST: &str = "Undo the last change";

pub(crate) fn delete(name: &str) -> String {
    format!("Delete “{name}”")
}

pub(crate) fn edit(name: &str) -> String {
    format!("Edit “{name}”")
}

// What a form asks for in several rooms.
pub(crate) const ALL_DAY: &str = "All day";
/// A time of the clock.
pub(crate) const AT: &str = "At";
pub(crate) const CURRENCY: &str = "Currency";
pub(crate) const DATE: &str = "Date";
pub(crate) const DATES: &str = "Dates";
pub(crate) const FROM: &str = "From";
pub(crate) const NOTES: &str = "Notes";
pub(crate) const REGION: &str = "Region";
pub(crate) const TIME_ZONE: &str = "Time zone";
pub(crate) const UNTIL: &str = "Until";
pub(crate) const WEEKS_BEGIN_ON: &str = "Weeks begin on";

// Examples of what can be typed.
pub(crate) const EXAMPLE_EVENT: &str = "Lunch with Sam";
pub(crate) const EXAMPLE_EXPENSE: &str = "Lunch";
pub(crate) const EXAMPLE_LINE: &str = "Lunch with Sam tomorrow 1pm";

// What a line reads as, while it is typed.
pub(crate) const READS_AS: &str = "What this reads as";
pub(crate) const REMOVE_FACT: &str = "Remove; the words stay in the title";

pub(crate) fn remove(fact: &str) -> String {
    format!("Remove “{fact}”")
}

pub(crate) fn removed(fact: &str) -> String {
    format!("Removed “{fact}”. The words stay in the title.")
}

/// What a line does to what, while the answer is awaited.
#[cfg(feature = "hydrate")]
pub(crate) fn on_one_thing(does: &str, title: &str) -> String {
    format!("{does} “{title}”")
}

/// What is being done; of a line that was not read yet nothing is known.
#[cfg(feature = "hydrate")]
pub(crate) fn under_way(each: Vec<String>) -> String {
    if each.is_empty() { "One moment …".to_owned() } else { format!("{} …", each.join(", ")) }
}

/// A name among other words.
pub(crate) fn quoted(name: &str) -> String {
    format!("“{name}”")
}

/// What is not shown of something, or not by name.
pub(crate) fn more(count: usize) -> String {
    format!("{count} more")
}

// States.
pub(crate) const OVERDUE: &str = "Overdue";
pub(crate) const UNDONE: &str = "Undone";

/// A list that goes on, on other pages.
pub(crate) const PAGES: &str = "Pages";
