//! What "it", "them" and "the second one" refer to.

use chrono::TimeDelta;
use domain::bulk::{Kind, RowId};
use domain::history::{Door, HistoryFilter};

use super::super::memory::{Called, LedTo, Memory, Offered, Seen, SeenKind};
use crate::context::Context;
use crate::error::Error;
use crate::operations::call;
use crate::operations::history::RecentChanges;

/// For how long a change is still what is spoken of, after other talk.
const RECENT: TimeDelta = TimeDelta::minutes(30);

/// The rows that the person may lean on.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    /// The one just changed; all of those just shown if nothing was changed.
    pub(super) last: Vec<RowId>,
    /// All of the last turn, in the order in which they were shown.
    all: Vec<RowId>,
    /// The latest list, where the last turn was about one row of it.
    listed: Vec<RowId>,
    /// What was added or changed lately, the latest last.
    touched: Vec<RowId>,
    /// Whether the last turn changed something.
    changed: bool,
}

impl Spoken {
    /// The rows that a place in a list counts in: those of the last turn if it had several, else
    /// those of the latest list.
    fn list(&self) -> &[RowId] {
        if self.all.len() > 1 || self.listed.is_empty() { &self.all } else { &self.listed }
    }

    /// How many rows a place can name.
    pub(super) fn places(&self) -> usize {
        self.list().len()
    }

    /// The row at a place, counted from 1; negative counts from the end. "The last one" behind a
    /// change is what was changed.
    pub(super) fn at(&self, place: i32) -> Option<RowId> {
        let index = usize::try_from(place.unsigned_abs()).ok()?.checked_sub(1)?;
        let list = if place == -1 && self.changed { &self.last } else { self.list() };
        let found = if place < 0 { list.iter().rev().nth(index) } else { list.get(index) };
        found.copied()
    }

    /// The rows at several places of the list.
    pub(super) fn at_all(&self, places: &[i32]) -> Vec<RowId> {
        let list = self.list();
        let row = |place: &i32| {
            let index = usize::try_from(place.unsigned_abs()).ok()?.checked_sub(1)?;
            if *place < 0 { list.iter().rev().nth(index) } else { list.get(index) }.copied()
        };
        places.iter().filter_map(row).collect()
    }

    /// "Both" and "them": all of the last turn if there were several; else all of a list of two;
    /// else the two that were touched last.
    pub(super) fn both(&self) -> Vec<RowId> {
        if self.all.len() > 1 {
            return self.all.clone();
        }
        if self.listed.len() == 2 {
            return self.listed.clone();
        }
        let two = self.touched.len().checked_sub(2).and_then(|from| self.touched.get(from..));
        two.unwrap_or(&self.all).to_vec()
    }

    /// The last one of a kind: of what was just changed or shown, else of what was touched lately.
    pub(super) fn last_of(&self, kind: Option<Kind>) -> Vec<RowId> {
        let Some(kind) = kind else { return self.last.clone() };
        let of_kind = |row: &&RowId| row.kind == kind;
        let last: Vec<RowId> = self.last.iter().filter(of_kind).copied().collect();
        if !last.is_empty() {
            return last;
        }
        let shown = self.all.iter().rev().find(of_kind);
        shown.or_else(|| self.touched.iter().rev().find(of_kind)).copied().into_iter().collect()
    }

    /// The latest list without some rows.
    pub(super) fn others(&self, than: &[RowId]) -> Vec<RowId> {
        let list = if self.listed.len() > 1 { &self.listed } else { &self.touched };
        list.iter().filter(|row| !than.contains(row)).copied().collect()
    }
}

/// The rows that the last turn changed, showed or asked about; else those of the latest turn that
/// did; else the last change that the assistant made a short time ago.
///
/// # Errors
/// The database's.
pub(super) async fn rows(context: &Context, memory: &Memory) -> Result<Spoken, Error> {
    let lately = &memory.lately;
    let calls = if memory.calls.is_empty() { &lately.calls } else { &memory.calls };
    let changed: Vec<&Called> =
        calls.iter().filter(|called| called.led_to == LedTo::Change).collect();
    let all: Vec<RowId> = calls.iter().flat_map(|called| &called.rows).map(id).collect();
    let offered: Vec<RowId> =
        memory.offered.iter().filter_map(Offered::row).map(|row| id(&row)).collect();
    let proposed: Vec<RowId> =
        memory.waiting.iter().flat_map(|waiting| proposed(&waiting.call)).collect();
    let spoken = Spoken {
        listed: lately.listed.iter().map(id).collect(),
        touched: lately.touched.iter().map(id).collect(),
        ..Spoken::default()
    };
    if let Some(last) = changed.last().filter(|last| !last.rows.is_empty()) {
        return Ok(Spoken {
            last: last.rows.iter().map(id).collect(),
            all,
            changed: true,
            ..spoken
        });
    }
    if let Some(rows) = [offered, proposed, all].into_iter().find(|rows| !rows.is_empty()) {
        return Ok(Spoken { last: rows.clone(), all: rows, ..spoken });
    }
    let recent = call::<RecentChanges>(context, HistoryFilter::default()).await?.value;
    let recent: Vec<RowId> = recent
        .into_iter()
        .filter(|change| {
            change.door == Door::Chat && !change.undone && context.now - change.created_at < RECENT
        })
        .map(|change| change.row)
        .collect();
    let last: Vec<RowId> = recent.first().copied().into_iter().collect();
    let touched = if spoken.touched.is_empty() {
        recent.into_iter().rev().collect()
    } else {
        spoken.touched.clone()
    };
    Ok(Spoken { all: last.clone(), last, touched, ..spoken })
}

fn id(seen: &Seen) -> RowId {
    let kind = match seen.kind {
        SeenKind::Event => Kind::Event,
        SeenKind::Task => Kind::Task,
        SeenKind::Expense => Kind::Expense,
    };
    RowId { kind, id: seen.id, occurrence: seen.occurrence }
}

/// The rows that a proposed call would change.
pub(super) fn proposed(call: &super::super::tool::ToolCall) -> Vec<RowId> {
    if let Some(rows) = call.arguments.get("rows") {
        return serde_json::from_value(rows.clone()).unwrap_or_default();
    }
    let kind = [Kind::Event, Kind::Task, Kind::Expense]
        .into_iter()
        .find(|kind| call.tool.ends_with(kind.name()));
    let id = call.arguments.get("id").and_then(|id| id.as_str()).and_then(|id| id.parse().ok());
    // What is proposed of a series is that part of it, and not the row.
    let this = call.arguments.get("scope").is_some_and(|scope| scope == "this");
    let occurrence = call.arguments.get("occurrence").filter(|_| this);
    let occurrence = occurrence.and_then(|at| serde_json::from_value(at.clone()).ok());
    kind.zip(id).map(|(kind, id)| RowId { kind, id, occurrence }).into_iter().collect()
}
