//! What the palette can do besides finding: places, pages in a certain way, and deeds.

use super::html::{Does, Entry};

/// A command.
struct Command {
    icon: &'static str,
    label: &'static str,
    /// More words that it is found by.
    words: &'static str,
    /// Where it leads; empty for a deed.
    href: &'static str,
    does: Does,
    group: Group,
}

/// What kind of command it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// A page.
    Place,
    /// Something new.
    New,
    /// A deed, or the page of that path in a certain way.
    Page(&'static str),
}

const fn place(
    icon: &'static str,
    label: &'static str,
    words: &'static str,
    href: &'static str,
) -> Command {
    Command { icon, label, words, href, does: Does::Nothing, group: Group::Place }
}

const fn new(
    icon: &'static str,
    label: &'static str,
    words: &'static str,
    href: &'static str,
) -> Command {
    Command { icon, label, words, href, does: Does::Nothing, group: Group::New }
}

const fn on(
    page: &'static str,
    icon: &'static str,
    label: &'static str,
    href: &'static str,
) -> Command {
    Command { icon, label, words: "show view", href, does: Does::Nothing, group: Group::Page(page) }
}

const fn deed(icon: &'static str, label: &'static str, words: &'static str, does: Does) -> Command {
    Command { icon, label, words, href: "", does, group: Group::Page("/") }
}

/// The file of all expenses.
const FILE: &str = "/api/expenses/export";

const COMMANDS: [Command; 23] = [
    place("today", "Today", "go dashboard home", "/dashboard"),
    place("calendar", "Calendar", "go week events", "/calendar"),
    place("tasks", "Tasks", "go todo", "/tasks"),
    place("money", "Money", "go expenses spending budget", "/expenses"),
    place("assistant", "Assistant", "go chat ask", "/chat"),
    place("clock", "History", "go changes undo", "/history"),
    place("settings", "Settings", "go preferences zone", "/settings"),
    new("calendar", "New event", "add create appointment", "/calendar?new=1"),
    new("tasks", "New task", "add create todo", "/tasks"),
    new("money", "New expense", "add create spent", "/expenses"),
    new("assistant", "New conversation", "add chat ask assistant", "/chat"),
    on("/calendar", "calendar", "Day", "/calendar?view=day"),
    on("/calendar", "calendar", "Week", "/calendar?view=week"),
    on("/calendar", "calendar", "Month", "/calendar?view=month"),
    on("/calendar", "calendar", "Agenda", "/calendar?view=agenda"),
    on("/tasks", "today", "Tasks of today", "/tasks?view=today"),
    on("/tasks", "calendar", "Upcoming tasks", "/tasks?view=upcoming"),
    on("/tasks", "check", "Tasks that are done", "/tasks?view=done"),
    on("/tasks", "inbox", "Tasks by list", "/tasks?by=list"),
    on("/expenses", "download", "Download all expenses (CSV)", FILE),
    on("/history", "assistant", "What the assistant changed", "/history?door=chat"),
    deed("undo", "Undo the last change", "take back revert", Does::Sends("undo-latest")),
    deed("list", "All keys", "shortcuts keyboard help", Does::Opens("key-sheet")),
];

/// The pages.
pub(super) fn places() -> Vec<Entry> {
    chosen(|command| command.group == Group::Place)
}

/// What can be begun.
pub(super) fn new_things() -> Vec<Entry> {
    chosen(|command| command.group == Group::New)
}

/// What can be done on the page of that path.
pub(super) fn of_page(path: &str) -> Vec<Entry> {
    let is_here = |page: &str| page == "/" || path == page || path.starts_with(&format!("{page}/"));
    chosen(|command| matches!(command.group, Group::Page(page) if is_here(page)))
}

/// The commands that have all of the typed words, or words that begin with them; those that are
/// called so come before those that are only found by them.
pub(super) fn matching(typed: &str) -> Vec<Entry> {
    let typed = typed.to_lowercase();
    let is_called = |command: &Command| {
        let label = command.label.to_lowercase();
        has_all(&label, &typed)
    };
    let is_meant = |command: &Command| {
        let all = format!("{} {}", command.label.to_lowercase(), command.words);
        has_all(&all, &typed)
    };
    let mut found = chosen(is_called);
    found.extend(chosen(|command| is_meant(command) && !is_called(command)));
    found
}

/// Whether each of the words is the beginning of one of the others.
fn has_all(known: &str, typed: &str) -> bool {
    let begins = |word: &str| known.split_whitespace().any(|known| known.starts_with(word));
    typed.split_whitespace().all(begins)
}

fn chosen(is_it: impl Fn(&Command) -> bool) -> Vec<Entry> {
    COMMANDS.iter().filter(|command| is_it(command)).map(entry).collect()
}

fn entry(command: &Command) -> Entry {
    Entry {
        icon: command.icon,
        title: command.label.to_owned(),
        href: command.href.to_owned(),
        external: command.href == FILE,
        does: command.does,
        ..Entry::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_are_found_by_the_beginnings_of_their_words() {
        let labels =
            |typed: &str| matching(typed).into_iter().map(|entry| entry.title).collect::<Vec<_>>();
        assert_eq!(labels("go cal"), ["Calendar"]);
        assert_eq!(labels("EXPENSE NEW"), ["New expense"]);
        assert_eq!(labels("undo"), ["Undo the last change", "History"]);
        assert_eq!(labels("lunch"), Vec::<String>::new());
        assert!(of_page("/calendar").iter().any(|entry| entry.title == "Month"));
        assert!(!of_page("/tasks").iter().any(|entry| entry.title == "Month"));
    }
}
