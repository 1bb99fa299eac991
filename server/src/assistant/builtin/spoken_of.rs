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
    pub(super) all: Vec<RowId>,
}

impl Spoken {
    /// The row at a place, counted from 1; negative counts from the end.
    pub(super) fn at(&self, place: i32) -> Option<RowId> {
        let index = usize::try_from(place.unsigned_abs()).ok()?.checked_sub(1)?;
        let found = if place < 0 { self.all.iter().rev().nth(index) } else { self.all.get(index) };
        found.copied()
    }

    /// The last one of a kind, where several were changed; the kind alone where
    /// only one is of it.
    pub(super) fn last_of(&self, kind: Option<Kind>) -> Vec<RowId> {
        let Some(kind) = kind else { return self.last.clone() };
        let last: Vec<RowId> = self.last.iter().copied().filter(|row| row.kind == kind).collect();
        if !last.is_empty() {
            return last;
        }
        self.all.iter().rev().find(|row| row.kind == kind).copied().into_iter().collect()
    }
}

/// The rows that the last turn changed, showed or asked about; else the last change
/// that the assistant made a short time ago.
///
/// # Errors
/// The database's.
pub(super) async fn rows(context: &Context, memory: &Memory) -> Result<Spoken, Error> {
    let changed: Vec<&Called> =
        memory.calls.iter().filter(|called| called.led_to == LedTo::Change).collect();
    let all: Vec<RowId> = memory.calls.iter().flat_map(|called| &called.rows).map(id).collect();
    let offered: Vec<RowId> = memory.offered.iter().filter_map(row_of).collect();
    let proposed: Vec<RowId> = memory
        .waiting
        .iter()
        .filter_map(|waiting| named(&waiting.call.tool, &waiting.call.arguments))
        .collect();
    if let Some(last) = changed.last() {
        return Ok(Spoken { last: last.rows.iter().map(id).collect(), all });
    }
    if let Some(rows) = [all, offered, proposed].into_iter().find(|rows| !rows.is_empty()) {
        return Ok(Spoken { last: rows.clone(), all: rows });
    }
    let recent = call::<RecentChanges>(context, HistoryFilter::default()).await?.value;
    let last = recent.into_iter().find(|change| {
        change.door == Door::Chat && !change.undone && context.now - change.created_at < RECENT
    });
    let last: Vec<RowId> = last.map(|change| change.row).into_iter().collect();
    Ok(Spoken { all: last.clone(), last })
}

fn id(seen: &Seen) -> RowId {
    let kind = match seen.kind {
        SeenKind::Event => Kind::Event,
        SeenKind::Task => Kind::Task,
        SeenKind::Expense => Kind::Expense,
    };
    RowId { kind, id: seen.id }
}

/// The row that a choice means.
fn row_of(offered: &Offered) -> Option<RowId> {
    offered.call.as_ref().and_then(|call| named(&call.tool, &call.arguments))
}

/// The row that an exact call names.
fn named(tool: &str, arguments: &serde_json::Value) -> Option<RowId> {
    let kind = [Kind::Event, Kind::Task, Kind::Expense]
        .into_iter()
        .find(|kind| tool.ends_with(kind.name()))?;
    let id = arguments.get("id")?.as_str()?.parse().ok()?;
    Some(RowId { kind, id })
}
