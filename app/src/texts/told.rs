//! Receipts: what was just done, in a sentence.

// What was done, on a card; the name of the row stands beside it.
pub(crate) const ADDED: &str = "Added";
pub(crate) const CHANGED: &str = "Changed";
pub(crate) const COMPLETED: &str = "Completed";
pub(crate) const DELETED: &str = "Deleted";
pub(crate) const REOPENED: &str = "Reopened";

// Any row.
pub(crate) fn added(name: &str, detail: &str) -> String {
    format!("Added “{name}”, {detail}.")
}

pub(crate) fn changed(name: &str, detail: &str) -> String {
    format!("Changed “{name}”, {detail}.")
}

pub(crate) fn completed(name: &str) -> String {
    format!("Completed “{name}”.")
}

pub(crate) fn deleted(name: &str) -> String {
    format!("Deleted “{name}”.")
}

pub(crate) fn reopened(name: &str) -> String {
    format!("Reopened “{name}”.")
}

pub(crate) fn took_back(summary: &str) -> String {
    format!("Took back: {summary}")
}

/// One change of several that were made together.
pub(crate) fn and_more(summary: &str, more: usize) -> String {
    format!("{} and {more} more.", summary.trim_end_matches('.'))
}

// Events that repeat, and parts of them.
/// An event with how it repeats.
pub(crate) fn repeating(detail: &str, repeats: &str) -> String {
    format!("{detail}, {repeats}")
}

pub(crate) fn changed_only(name: &str, detail: &str) -> String {
    format!("Changed “{name}”, only {detail}.")
}

pub(crate) fn changed_from(name: &str, detail: &str) -> String {
    format!("Changed “{name}”, from then on: {detail}.")
}

pub(crate) fn deleted_only(name: &str, day: &str) -> String {
    format!("Deleted “{name}”, only {day}.")
}

pub(crate) fn deleted_from(name: &str, day: &str) -> String {
    format!("Deleted “{name}” from {day} on.")
}

pub(crate) fn deleted_all(name: &str) -> String {
    format!("Deleted “{name}”, all of it.")
}

// Tasks, their lists and filters.
pub(crate) fn moved(name: &str) -> String {
    format!("Moved “{name}”.")
}

pub(crate) fn moved_to(name: &str, detail: &str) -> String {
    format!("Moved “{name}”, {detail}.")
}

/// `what` is the name of a task or how many they are.
pub(crate) fn many(done: &str, what: &str) -> String {
    format!("{done} {what}.")
}

pub(crate) fn list_added(name: &str) -> String {
    format!("Added the list “{name}”.")
}

pub(crate) fn list_renamed(name: &str) -> String {
    format!("Renamed the list to “{name}”.")
}

pub(crate) fn filter_saved(name: &str) -> String {
    format!("Saved the filter “{name}”.")
}

// Expenses and budgets; several expenses come as their number in words.
pub(crate) fn split(name: &str, parts: usize) -> String {
    format!("Split “{name}” into {parts} parts.")
}

pub(crate) fn expenses_deleted(expenses: &str) -> String {
    format!("Deleted {expenses}.")
}

pub(crate) fn expenses_moved(expenses: &str, category: &str) -> String {
    format!("Moved {expenses} to {category}.")
}

pub(crate) fn budget(budget: &str) -> String {
    format!("Budget: {budget}.")
}

pub(crate) fn no_budget(category: &str) -> String {
    format!("No budget for “{category}” any more.")
}

// Settings and the account.
pub(crate) const SAVED: &str = "Saved.";
pub(crate) const SETTINGS_BACK: &str = "Took back: the settings are as they were.";
pub(crate) const SIGNED_OUT_THERE: &str = "Signed out there.";

pub(crate) fn saved_zone(city: &str) -> String {
    format!("Saved. Times are shown as clocks in {city} have them; whole days stay.")
}

pub(crate) fn saved_account(email: &str) -> String {
    format!("Saved. You sign in as {email}; other devices are signed out.")
}

pub(crate) fn signed_out(devices: u64) -> String {
    match devices {
        0 => "You are signed in nowhere else.".to_owned(),
        1 => "Signed out on one other device.".to_owned(),
        many => format!("Signed out on {many} other devices."),
    }
}

/// Another address, which counts once the letter to it was followed.
pub(crate) fn address_asked(email: &str) -> String {
    format!("A letter is on its way to {email}. Follow its link, and you sign in so.")
}

pub(crate) fn letter_sent(email: &str) -> String {
    format!("A letter is on its way to {email}.")
}

pub(crate) fn token_made(name: &str) -> String {
    format!("Made the token “{name}”. Copy it now.")
}

pub(crate) const TOKEN_REVOKED: &str = "Revoked. Nothing gets in with that token any more.";
