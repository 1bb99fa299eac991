//! Things for a list: "add eggs, butter and flour to my list".

use super::{is_imperative, task};
use crate::language::request::{Outcome, Request, phrases, sentence::Sentence};

/// "add eggs to the shopping list", "list wash laundry on my to do list".
pub(super) fn listed(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let (from, to) = plain.find(&phrases::TASK_LISTS)?;
    let body = plain
        .starts(&["i need to", "i have to", "i want to"])
        .map_or(*plain, |end| plain.after(end));
    let end = body.starts(&[
        "add", "put", "list", "include", "write", "stick", "pop", "place", "set", "note", "get",
        "throw", "enter",
    ])?;
    if from <= end {
        return None;
    }
    Some(task(&plain.after(body.from), &[(body.from, end), (from, to)]))
}

/// "add eggs, butter and flour to my list": each thing is one of its own.
pub(in crate::language::request) fn list_items(sentence: &Sentence<'_, '_>) -> Option<Vec<Request>> {
    let plain = sentence.plain();
    let (from, to) = plain.find(&phrases::TASK_LISTS)?;
    let end = plain.starts(&["add", "put", "stick", "pop", "throw", "get"])?;
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
    let task = |title| Request::CreateTask { title, due: None, priority: None, repeat: None };
    (titles.len() > 1).then(|| titles.into_iter().map(task).collect())
}

