//! Things for a list: "add eggs, butter and flour to my list".

use super::{is_imperative, task};
use crate::language::request::{Outcome, Request, sentence::Sentence};

/// "add eggs to the shopping list", "list wash laundry on my to do list".
pub(super) fn listed(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let Named { from, to, list } = named(plain)?;
    let body = plain
        .starts(&["i need to", "i have to", "i want to"])
        .map_or(*plain, |end| plain.after(end));
    let end = body.starts(&[
        "add", "ad", "put", "list", "include", "write", "stick", "pop", "place", "set", "note",
        "get", "throw", "enter",
    ])?;
    if from <= end {
        return None;
    }
    let mut made = task(&plain.after(body.from), &[(body.from, end), (from, to)]);
    if let Outcome::Done(Request::CreateTask { list: slot, .. }) = &mut made {
        *slot = Some(list);
    }
    Some(made)
}

/// "add eggs, butter and flour to my list": each thing is one of its own.
pub(in crate::language::request) fn list_items(
    sentence: &Sentence<'_, '_>,
) -> Option<Vec<Request>> {
    let plain = sentence.plain();
    let Named { from, to, list } = named(&plain)?;
    let end = plain.starts(&[
        "add", "ad", "put", "stick", "pop", "throw", "get", "chuck", "bung", "include",
    ])?;
    let items = plain.until(from).after(end);
    if !plain.only_marks(to) || is_imperative(&items) || items.dated_at_all() {
        return None;
    }
    let commas = (items.from..items.to).filter(|at| items.tokens.is_mark(*at, ',')).count();
    if commas == 0 {
        return None;
    }
    let mut titles = Vec::new();
    let mut start = items.from;
    for at in items.from..=items.to {
        let joint = at == items.to || items.tokens.is_mark(at, ',') || items.word(at) == "and";
        if joint {
            let title = items.after(start).until(at).title(&[]);
            // Long pieces are sentences and no things.
            if at - start > 4 {
                return None;
            }
            titles.extend((!title.is_empty()).then_some(title));
            start = at + 1;
        }
    }
    let task = |title| Request::CreateTask {
        title,
        due: None,
        priority: None,
        repeat: None,
        labels: Vec::new(),
        list: Some(list.clone()),
    };
    (titles.len() > 1).then(|| titles.into_iter().map(task).collect())
}

/// Titles of lists whose things stand behind a colon. Longer ones first.
const TITLES: [&str; 15] = [
    "things to do",
    "to do list",
    "to-do list",
    "todo list",
    "my list",
    "task list",
    "to dos",
    "to-dos",
    "todos",
    "to do",
    "to-do",
    "todo",
    "tasks",
    "chores",
    "errands",
];

/// "todo: pack the charger, print the boarding pass, water the plants": each of them.
pub(in crate::language::request) fn titled_items(
    sentence: &Sentence<'_, '_>,
) -> Option<Vec<Request>> {
    let plain = sentence.plain();
    let end = plain.starts(&TITLES).filter(|end| plain.tokens.is_mark(*end, ':'))?;
    let items = plain.after(end + 1);
    let mut made = Vec::new();
    let mut start = items.from;
    let commas = (items.from..items.to).filter(|at| items.tokens.is_mark(*at, ','));
    for at in commas.chain([items.to]) {
        let item = items.after(start).until(at);
        let item = item.starts(&["and"]).map_or(item, |end| item.after(end));
        // "todo: call Ann, Bob and Kim" is one thing.
        if !is_imperative(&item) {
            return None;
        }
        let Outcome::Done(request) = task(&item, &[]) else { return None };
        made.push(request);
        start = at + 1;
    }
    (made.len() > 1).then_some(made)
}

/// What a list of things to do is called, behind "my", "the" or nothing. Longer ones first.
#[rustfmt::skip]
const LISTS: [&str; 32] = [
    "to do list", "to-do list", "todo list", "to dos", "to-dos", "todos", "todo", "to do",
    "shopping list", "grocery list", "groceries list", "task list", "tasks list", "tasks", "task",
    "reminders", "reminder list", "reminder", "chores list", "chore list", "chores", "errands list",
    "errands", "errand list", "packing list", "work list", "house list", "job list", "jobs list",
    "list", "shopping", "groceries",
];

/// A list that was named in passing: where, and what it is called.
struct Named {
    from: usize,
    to: usize,
    list: String,
}

/// The list a sentence names in passing: "to my shopping list", "on the todo list", "as a task".
fn named(plain: &Sentence<'_, '_>) -> Option<Named> {
    (plain.from..plain.to).find_map(|at| {
        let joint = plain.starts_at(at, &["to", "on", "onto", "into", "in", "as", "under"])?;
        let owner = plain.starts_at(joint, &["my", "the", "our", "a"]);
        let end = plain.starts_at(owner.unwrap_or(joint), &LISTS)?;
        // "to do the dishes", "add time to task 4": a bare word needs its list behind it.
        let last = plain.word(end - 1);
        let plain_list = last.ends_with("list") || last.ends_with('s');
        let closed =
            end == plain.to || !plain.tokens.is_word(end) || plain_list && last != "groceries";
        let name = plain.tokens.text.get(plain.tokens.span(owner.unwrap_or(joint), end))?;
        let named = Named { from: at, to: end, list: name.to_owned() };
        ((owner.is_some() || plain_list) && closed).then_some(named)
    })
}
