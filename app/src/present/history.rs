//! What was changed, in words and by day.

use domain::bulk::Kind;
use domain::history::{ChangeEntry, ChangesFilter, Door, Item};
use domain::input::{Field, FromScalar, Scalar};
use domain::page::Page;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::history::ListChanges;
use server::words::Words;

use crate::texts;
use crate::view::history::{HistoryView, LinkView, StepView};
use crate::view::row::Group;

/// How many changes a page has.
const PAGE: u32 = 60;
/// How many rows of one step are named.
const NAMED: usize = 6;

const KINDS: [(&str, &str); 6] = [
    ("", texts::history::EVERYTHING),
    ("event", texts::EVENTS),
    ("task", texts::TASKS),
    ("expense", texts::EXPENSES),
    ("budget", texts::history::BUDGETS),
    ("list", texts::LISTS),
];

const DOORS: [(&str, &str); 5] = [
    ("", texts::history::ANYBODY),
    ("web", texts::YOU),
    ("chat", texts::ASSISTANT),
    ("api", texts::history::OTHER_PROGRAMS),
    ("planner", texts::history::PLANNER),
];

/// What the address of the page asks for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// A kind of row; empty for all.
    pub(crate) kind: &'a str,
    /// A door; empty for all.
    pub(crate) door: &'a str,
    /// Where the page before ended; empty for the first.
    pub(crate) cursor: &'a str,
}

/// The page.
pub(crate) async fn page(context: &Context, asked: Asked<'_>) -> Result<HistoryView, Error> {
    let wording = Words::of(context);
    // What is no kind or door narrows nothing.
    let kind = named::<Kind>(asked.kind);
    let door = named::<Door>(asked.door);
    let filter = ChangesFilter {
        kind: kind.map_or(Field::Absent, Field::Value),
        door: door.map_or(Field::Absent, Field::Value),
        limit: Field::Value(PAGE),
        cursor: match asked.cursor {
            "" => Field::Absent,
            cursor => Field::Value(cursor.to_owned()),
        },
    };
    let Page { items, next } = call::<ListChanges>(context, filter).await?.value;
    let steps = items.chunk_by(|one, next| one.entry.turn == next.entry.turn);
    let mut days: Vec<Group<StepView>> = Vec::new();
    for step in steps {
        let Some(first) = step.first() else { continue };
        let date = wording.local(first.entry.created_at).date();
        let key = date.to_string();
        let view = view(&wording, step, kind.is_some());
        match days.last_mut().filter(|day| day.key == key) {
            Some(day) => day.rows.push(view),
            None => days.push(Group {
                key,
                title: wording.day(date),
                note: wording.long(date),
                rows: vec![view],
            }),
        }
    }
    let narrow = |kind: &str, door: &str, cursor: &str| address(kind, door, cursor);
    Ok(HistoryView {
        kinds: links(&KINDS, asked.kind, |kind| narrow(kind, asked.door, "")),
        doors: links(&DOORS, asked.door, |door| narrow(asked.kind, door, "")),
        days,
        earlier: next.map(|next| narrow(asked.kind, asked.door, &next)).unwrap_or_default(),
        latest: if asked.cursor.is_empty() {
            String::new()
        } else {
            narrow(asked.kind, asked.door, "")
        },
        narrowed: kind.is_some() || door.is_some(),
    })
}

fn named<T: FromScalar>(name: &str) -> Option<T> {
    T::from_scalar(Scalar::Text(name.to_owned())).ok()
}

fn address(kind: &str, door: &str, cursor: &str) -> String {
    let query = [("kind", kind), ("door", door), ("cursor", cursor)];
    let query = query.into_iter().filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    format!("/history?{query}").trim_end_matches('?').to_owned()
}

fn links(all: &[(&str, &str)], current: &str, address: impl Fn(&str) -> String) -> Vec<LinkView> {
    let link = |(name, label): &(&str, &str)| LinkView {
        label: (*label).to_owned(),
        address: address(name),
        current: *name == current,
    };
    all.iter().map(link).collect()
}

/// Changes that were made together, the last first.
fn view(wording: &Words, step: &[ChangeEntry], is_part: bool) -> StepView {
    let mut lines: Vec<String> = step.iter().rev().map(|change| said(wording, change)).collect();
    let more = lines.len().saturating_sub(NAMED);
    lines.truncate(NAMED);
    let (undo, state) = way_back(step, is_part);
    let first = step.first();
    StepView {
        time: first
            .map(|first| wording.time(wording.local(first.entry.created_at).time()))
            .unwrap_or_default(),
        kind: first.map(|first| first.entry.row.kind.name().to_owned()).unwrap_or_default(),
        door: first.map(|first| who(first.entry.door).to_owned()).unwrap_or_default(),
        lines,
        more,
        undo,
        state: state.to_owned(),
    }
}

/// What takes a step back, or why nothing does. Where only some of what was changed together is
/// shown, only that is taken back.
fn way_back(step: &[ChangeEntry], is_part: bool) -> (String, &'static str) {
    let standing: Vec<&ChangeEntry> = step.iter().filter(|change| !change.entry.undone).collect();
    if standing.is_empty() {
        return (String::new(), texts::UNDONE);
    }
    // Of several changes of one row the last is taken back first, and the others follow.
    let mut seen = Vec::new();
    let can = standing.iter().all(|change| {
        let is_first = !seen.contains(&change.entry.row.id);
        seen.push(change.entry.row.id);
        !is_first || change.can_undo
    });
    if !can {
        return (String::new(), texts::history::CHANGED_SINCE);
    }
    let token = match standing.as_slice() {
        [one] => one.entry.undo.to_string(),
        [first, ..] if !is_part => first.entry.turn.to_string(),
        several => {
            let tokens: Vec<String> =
                several.iter().map(|change| change.entry.undo.to_string()).collect();
            tokens.join(",")
        }
    };
    (token, "")
}

/// What happened to a row, from before to after.
fn said(wording: &Words, change: &ChangeEntry) -> String {
    match (&change.before, &change.after) {
        (Some(Item::Task(before)), Some(Item::Task(after)))
            if before.is_complete != after.is_complete =>
        {
            change.entry.summary.trim_end_matches('.').to_owned()
        }
        (Some(before), Some(after)) => wording.change(before, after),
        (None, Some(after)) => texts::history::added(&what(wording, after)),
        (Some(before), None) => texts::history::deleted(&what(wording, before)),
        (None, None) => change.entry.summary.clone(),
    }
}

/// A row, and what it is unless it says that by itself.
fn what(wording: &Words, item: &Item) -> String {
    let row = wording.item(item);
    match item {
        Item::Event(_) | Item::Task(_) | Item::Expense(_) => row,
        Item::Budget(_) => texts::history::budget(&row),
        Item::List(_) => texts::history::list(&row),
        Item::Filter(_) => texts::history::filter(&row),
    }
}

fn who(door: Door) -> &'static str {
    match door {
        Door::Web => texts::YOU,
        Door::Chat => texts::ASSISTANT,
        Door::Api => texts::history::OTHER_PROGRAM,
        Door::Planner => texts::history::PLANNER,
    }
}
