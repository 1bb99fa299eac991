//! What the palette can do besides finding: places, pages in a certain way, and deeds.

use super::html::{Does, Entry};
use crate::texts;

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
    Command {
        icon,
        label,
        words: texts::search::VIEW_WORDS,
        href,
        does: Does::Nothing,
        group: Group::Page(page),
    }
}

const fn deed(icon: &'static str, label: &'static str, words: &'static str, does: Does) -> Command {
    Command { icon, label, words, href: "", does, group: Group::Page("/") }
}

/// The file of all expenses.
const FILE: &str = "/api/expenses/export";

const COMMANDS: [Command; 23] = [
    place("today", texts::TODAY, texts::search::TODAY_WORDS, "/dashboard"),
    place("calendar", texts::CALENDAR, texts::search::CALENDAR_WORDS, "/calendar"),
    place("tasks", texts::TASKS, texts::search::TASKS_WORDS, "/tasks"),
    place("money", texts::MONEY, texts::search::MONEY_WORDS, "/expenses"),
    place("assistant", texts::ASSISTANT, texts::search::ASSISTANT_WORDS, "/chat"),
    place("clock", texts::HISTORY, texts::search::HISTORY_WORDS, "/history"),
    place("settings", texts::SETTINGS, texts::search::SETTINGS_WORDS, "/settings"),
    new("calendar", texts::event::NEW, texts::search::NEW_EVENT_WORDS, "/calendar?new=1"),
    new("tasks", texts::tasks::NEW, texts::search::NEW_TASK_WORDS, "/tasks"),
    new("money", texts::money::NEW, texts::search::NEW_EXPENSE_WORDS, "/expenses"),
    new("assistant", texts::chat::NEW, texts::search::NEW_CONVERSATION_WORDS, "/chat"),
    on("/calendar", "calendar", texts::calendar::DAY, "/calendar?view=day"),
    on("/calendar", "calendar", texts::calendar::WEEK, "/calendar?view=week"),
    on("/calendar", "calendar", texts::calendar::MONTH, "/calendar?view=month"),
    on("/calendar", "calendar", texts::calendar::AGENDA, "/calendar?view=agenda"),
    on("/tasks", "today", texts::search::TASKS_OF_TODAY, "/tasks?view=today"),
    on("/tasks", "calendar", texts::search::UPCOMING_TASKS, "/tasks?view=upcoming"),
    on("/tasks", "check", texts::search::DONE_TASKS, "/tasks?view=done"),
    on("/tasks", "inbox", texts::search::TASKS_BY_LIST, "/tasks?by=list"),
    on("/expenses", "download", texts::search::DOWNLOAD_EXPENSES, FILE),
    on("/history", "assistant", texts::search::ASSISTANTS_CHANGES, "/history?door=chat"),
    deed("undo", texts::UNDO_LATEST, texts::search::UNDO_WORDS, Does::Sends("undo-latest")),
    deed("list", texts::keys::ALL, texts::search::KEYS_WORDS, Does::Opens("key-sheet")),
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
