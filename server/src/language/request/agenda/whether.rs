//! "is vacuuming on my to do list", "does my calendar have easter on it", "did i add the fun run
//! to my calendar": whether the planner keeps a thing.

use super::days_of;
use crate::language::request::{Outcome, Request, edits::bare_title, sentence::Sentence};

/// Wishes to look, before the question they introduce.
#[rustfmt::skip]
const LOOKING: [&str; 20] = [
    "check if", "check whether", "check to see if", "look to see if", "look to see whether",
    "i need to know if", "i need to know whether", "i want to know if", "see if", "see whether", "check if i've", "look if", "know if", "know whether", "tell me if", "tell me whether",
    "let me know if", "let me know whether", "find out if", "i can't remember if",
];

/// How such a question begins.
const ASKING: [&str; 9] = ["is", "are", "do", "does", "did i", "have i", "was", "has", "on my"];

/// Lists of things to do, behind "my" or "the".
#[rustfmt::skip]
const LISTS: [&str; 22] = [
    "reminder list", "reminders list", "to do list", "todo list", "to-do list", "task list",
    "grocery list", "groceries list", "shopping list", "errand list", "errands list", "chore list",
    "chores list", "list of reminders", "list of tasks", "to do's", "todo's", "to-do's", "todos",
    "reminders", "tasks", "list",
];

/// Calendars, behind "my" or "the".
const CALENDARS: [&str; 4] = ["calendar", "schedule", "agenda", "diary"];

/// Words at the edges of the thing asked about that do not name it.
#[rustfmt::skip]
const EDGES: [&str; 62] = [
    "is", "are", "was", "do", "does", "did", "has", "have", "i", "i've", "got", "gotten", "around",
    "put", "add", "added", "adding", "set", "up", "write", "written", "note", "noted", "include",
    "includes", "contain", "contains", "say", "says", "show", "list", "listed", "already",
    "currently", "still", "yet", "there", "a", "an", "any", "anything", "item", "items",
    "event", "reminder", "called", "titled", "named", "on", "to", "in", "as", "it", "for", "the",
    "my", "right", "now", "of", "that", "and", "did",
];

/// Reads such a question.
pub(super) fn whether(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let looking = plain.starts(&LOOKING);
    let body = looking.map_or(*plain, |end| plain.after(end));
    if looking.is_none() {
        body.starts(&ASKING)?;
    }
    let (list, of_tasks) = (body.from..body.to).find_map(|at| {
        let owner = body.starts_at(at, &["my", "the", "our"])?;
        // "is there a way to export my calendar" is not about what is on it.
        let holds = body.starts(&["do", "does"]).is_some() && at <= body.from + 1;
        if !(holds || at > body.from && matches!(body.word(at - 1), "on" | "to" | "in" | "as")) {
            return None;
        }
        let tasks = body.starts_at(owner, &LISTS).map(|end| ((at, end), true));
        tasks.or_else(|| body.starts_at(owner, &CALENDARS).map(|end| ((at, end), false)))
    })?;
    let (days, mut cut) = days_of(&body).ok()?;
    cut.push(list);
    let is_cut = |at: usize| {
        cut.iter().any(|(from, to)| (*from..*to).contains(&at))
            || body.tokens.mark(at).is_some()
            || EDGES.contains(&body.word(at))
    };
    let named = (body.from..body.to).find(|at| !is_cut(*at)).and_then(|from| {
        let to = (from..body.to).rev().find(|at| !is_cut(*at))? + 1;
        Some(body.after(from).until(to).title(&cut))
    });
    let words = named.map(|title| bare_title(&title).to_owned()).filter(|title| !title.is_empty());
    // "is my calendar clear" asks for free time, and words without a thing for the whole list.
    let general = words.as_ref().is_none_or(|words| {
        ["clear", "free", "empty", "full", "busy", "open", "late", "due", "overdue"]
            .contains(&words.as_str())
    });
    if general && (days.is_any() || words.is_some()) {
        return None;
    }
    Some(Outcome::Done(if of_tasks {
        Request::ListTasks { days, overdue: false, done: false, priority: None, words }
    } else {
        Request::ListEvents { days, hours: None, words, next: false }
    }))
}
