//! What was done, as a card.

use std::collections::HashMap;

use domain::Uuid;
use domain::chat::Action;
use domain::history::{Before, Item};
use domain::task::Task;
use server::words::Words;

use crate::present::clash::clash;
use crate::present::row::{self, handle};
use crate::texts;
use crate::view::chat::{CardView, RowChangeView};

/// What changes did to rows, by the token that takes them back.
pub(crate) type Befores = HashMap<Uuid, Vec<Before>>;

/// How many rows a card names that were changed in one step.
const NAMED: usize = 5;

/// The card of something that was done.
pub(super) fn card(wording: &Words, befores: &Befores, action: &Action, undone: bool) -> CardView {
    let rows = action.undo.and_then(|token| befores.get(&token)).map_or(&[][..], Vec::as_slice);
    let undo = action.undo.map(|token| token.to_string()).unwrap_or_default();
    let Some(item) = &action.item else {
        return CardView { undo, undone, ..several(wording, rows, action) };
    };
    let verb = verb(&action.tool);
    let is_there = (verb == texts::told::DELETED) == undone;
    let change = rows.first().and_then(|row| Some((&row.row, row.after.as_ref()?)));
    let (before, detail) = match change {
        Some((before, after)) => changed(wording, before, after),
        None => (String::new(), row::detail(wording, item)),
    };
    CardView {
        kind: kind(item).to_owned(),
        name: item.name().to_owned(),
        before,
        detail,
        note: if is_there { overlap(wording, item) } else { String::new() },
        verb: verb.to_owned(),
        open: if is_there { address(wording, item) } else { String::new() },
        undo,
        undone,
        ..CardView::default()
    }
}

fn verb(tool: &str) -> &'static str {
    match tool.split('_').next() {
        Some("create") => texts::told::ADDED,
        Some("record") => texts::chat::RECORDED,
        Some("complete") => texts::told::COMPLETED,
        Some("reopen") => texts::told::REOPENED,
        Some("delete") => texts::told::DELETED,
        Some("undo") => texts::chat::TAKEN_BACK,
        _ => texts::told::CHANGED,
    }
}

/// Several rows, each with what it was. Their sentence, such as `Moved 2 events: “A”
/// and “B”.`, begins with the verb; the names are in the rows where those are known.
fn several(wording: &Words, rows: &[Before], action: &Action) -> CardView {
    let sentence = action.summary.as_str();
    if rows.is_empty() {
        let (verb, name) = (verb(&action.tool).to_owned(), sentence.to_owned());
        return CardView { verb, name, ..CardView::default() };
    }
    let what = sentence.split_once(": ").map_or(sentence, |(what, _)| what);
    let (verb, name) = what.split_once(' ').unwrap_or((what, ""));
    let row = |row: &Before| {
        let (before, after) = match &row.after {
            Some(after) => changed(wording, &row.row, after),
            None => (row::detail(wording, &row.row), String::new()),
        };
        RowChangeView { name: row.row.name().to_owned(), before, after }
    };
    CardView {
        verb: verb.to_owned(),
        name: name.to_owned(),
        rows: rows.iter().take(NAMED).map(row).collect(),
        more: rows.len().saturating_sub(NAMED),
        ..CardView::default()
    }
}

/// What was another before, and what it is now; the name only where it was another.
fn changed(wording: &Words, before: &Item, after: &Item) -> (String, String) {
    let (mut was, mut is) = (row::detail(wording, before), row::detail(wording, after));
    let mut name = String::new();
    if let (Item::Task(before), Item::Task(after)) = (before, after)
        && before.is_complete != after.is_complete
    {
        let state =
            |task: &Task| if task.is_complete { texts::row::DONE } else { texts::row::OPEN };
        // The deadline is said once, unless it moved as well.
        was =
            if was == is { state(before).to_owned() } else { format!("{}, {was}", state(before)) };
        is = format!("{}, {is}", state(after));
    }
    if before.name() != after.name() {
        name = texts::quoted(before.name());
    }
    let was = match (name.is_empty(), was == is) {
        (true, true) => String::new(),
        (true, false) => was,
        (false, true) => name,
        (false, false) => format!("{name}, {was}"),
    };
    (was, is)
}

/// What is at the same time.
fn overlap(wording: &Words, item: &Item) -> String {
    let Item::Event(event) = item else { return String::new() };
    clash(wording, event).map(|clash| clash.text).unwrap_or_default()
}

fn kind(item: &Item) -> &'static str {
    match item {
        Item::Event(_) => "event",
        Item::Task(_) => "task",
        Item::Expense(_) => "expense",
        Item::Budget(_) => "budget",
        Item::List(_) => "list",
        Item::Filter(_) => "filter",
    }
}

/// Where a row is shown, opened.
fn address(wording: &Words, item: &Item) -> String {
    let id = item.id();
    match item {
        Item::Event(event) => {
            let at = event.occurrence.map(|at| format!("&at={}", handle(at)));
            let day = wording.date(event.start_time);
            format!("/calendar?date={day}&open={id}{}", at.unwrap_or_default())
        }
        Item::Task(_) => format!("/tasks?edit={id}"),
        Item::Expense(expense) => {
            let month = wording.local(expense.incurred_at).format("%Y-%m");
            format!("/expenses?month={month}&edit={id}")
        }
        Item::Budget(_) => "/expenses".to_owned(),
        Item::List(_) | Item::Filter(_) => "/tasks".to_owned(),
    }
}
