//! What was done, as a card.

use std::collections::HashMap;

use domain::Uuid;
use domain::chat::Action;
use domain::history::Item;
use server::words::Words;

use crate::present::row;
use crate::view::chat::CardView;

/// Rows as they were before a change, by the token that takes it back.
pub(crate) type Befores = HashMap<Uuid, Item>;

/// The card of something that was done.
pub(super) fn card(wording: &Words, befores: &Befores, action: &Action, undone: bool) -> CardView {
    let verb = match action.tool.split('_').next() {
        Some("create") => "Added",
        Some("record") => "Recorded",
        Some("complete") => "Completed",
        Some("reopen") => "Reopened",
        Some("delete") => "Deleted",
        Some("undo") => "Taken back",
        _ => "Changed",
    };
    let undo = action.undo.map(|token| token.to_string()).unwrap_or_default();
    let Some(item) = &action.item else {
        let name = action.summary.clone();
        return CardView { name, verb: verb.to_owned(), undo, undone, ..CardView::default() };
    };
    let is_there = (verb == "Deleted") == undone;
    let detail = row::detail(wording, item);
    CardView {
        kind: kind(item).to_owned(),
        name: item.name().to_owned(),
        before: action
            .undo
            .and_then(|token| befores.get(&token))
            .filter(|_| verb == "Changed")
            .map(|before| changed(wording, before, item, &detail))
            .unwrap_or_default(),
        detail,
        verb: verb.to_owned(),
        open: if is_there { address(wording, item) } else { String::new() },
        undo,
        undone,
    }
}

/// What was another before; the name only where it was.
fn changed(wording: &Words, before: &Item, after: &Item, detail: &str) -> String {
    let was = row::detail(wording, before);
    match (before.name() == after.name(), was == detail) {
        (true, true) => String::new(),
        (true, false) => was,
        (false, true) => format!("“{}”", before.name()),
        (false, false) => format!("“{}”, {was}", before.name()),
    }
}

fn kind(item: &Item) -> &'static str {
    match item {
        Item::Event(_) => "event",
        Item::Task(_) => "task",
        Item::Expense(_) => "expense",
    }
}

/// Where a row is shown, opened.
fn address(wording: &Words, item: &Item) -> String {
    let id = item.id();
    match item {
        Item::Event(event) => {
            format!("/calendar?week={}&edit={id}", wording.date(event.start_time))
        }
        Item::Task(_) => format!("/tasks?edit={id}"),
        Item::Expense(expense) => {
            let month = wording.local(expense.incurred_at).format("%Y-%m");
            format!("/expenses?month={month}&edit={id}")
        }
    }
}
