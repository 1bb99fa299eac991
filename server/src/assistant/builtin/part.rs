//! A part of what was proposed, offered or done: "only the first two", "the one with Bob", "the
//! first one too", "not that one, the other".

use domain::bulk::{BulkChange, RowId, Shift};
use serde_json::{Map, Value, json};

use super::super::interpreter::Turn;
use super::super::memory::{LedTo, Offered, Waiting};
use super::super::tool::ToolCall;
use super::super::tools;
use super::meaning::Meaning;
use super::spoken_of;
use super::{calls, replies};
use crate::error::Error;
use crate::language::Direction;
use crate::language::request::{Target, Which};
use crate::language::when::{self, Moment};
use crate::words::Words;

/// A part of what waits for a yes, or all of it.
///
/// # Errors
/// The database's.
pub(super) async fn only(turn: &Turn<'_>, part: Target, others: bool) -> Result<Meaning, Error> {
    match (turn.memory.waiting.as_slice(), &part) {
        ([waiting], _) => narrowed(turn, waiting, &part, others).await,
        ([], Target::Words(words)) if !others => named(turn, words),
        ([], Target::AllLast) if are_rows(&turn.memory.offered) => {
            let offered = turn.memory.offered.iter().filter_map(|offered| offered.call.clone());
            Ok(Meaning::call(offered.collect()))
        }
        ([], _) => Ok(Meaning::say(replies::not_understood())),
        (several, _) => Ok(Meaning::say(replies::one_by_one(several.len()))),
    }
}

/// Whether the readings that were offered are several rows, and not several times for one.
fn are_rows(offered: &[Offered]) -> bool {
    let rows: Vec<_> = offered.iter().filter_map(Offered::row).collect();
    let differ = |at: usize| rows.iter().take(at).all(|before| before.id != rows[at].id);
    rows.len() == offered.len() && !rows.is_empty() && (0..rows.len()).all(differ)
}

async fn narrowed(
    turn: &Turn<'_>,
    waiting: &Waiting,
    part: &Target,
    others: bool,
) -> Result<Meaning, Error> {
    let rows = spoken_of::proposed(&waiting.call);
    let at = |place: &i32| {
        let index = usize::try_from(place.unsigned_abs()).ok()?.checked_sub(1)?;
        if *place < 0 { rows.iter().rev().nth(index) } else { rows.get(index) }.copied()
    };
    if *part == Target::AllLast && rows.len() == 1 {
        return Ok(Meaning::say(replies::ONLY_ONE));
    }
    let named = match part {
        Target::AllLast | Target::Last => rows.clone(),
        Target::Place(place) => at(place).into_iter().collect(),
        Target::Places(places) => places.iter().filter_map(at).collect(),
        Target::Words(words) => tools::called(turn.context, &rows, words).await?,
    };
    if named.is_empty() {
        return Ok(Meaning::say(replies::NOT_AMONG));
    }
    let chosen: Vec<RowId> =
        rows.iter().filter(|row| named.contains(row) != others).copied().collect();
    let proposal = waiting.id;
    if chosen.is_empty() || chosen.len() == rows.len() {
        return Ok(Meaning::Answer { proposal, accept: !chosen.is_empty() });
    }
    Ok(match over(&waiting.call, &chosen) {
        Some(call) => Meaning::Instead { proposal, calls: vec![call] },
        None => Meaning::say(replies::one_by_one(1)),
    })
}

/// The proposed step over fewer rows, as a call.
fn over(proposed: &ToolCall, rows: &[RowId]) -> Option<ToolCall> {
    let mut arguments = Map::new();
    arguments.insert("among".to_owned(), json!(rows));
    if let Some(change) = proposed.arguments.get("change") {
        let change: BulkChange = serde_json::from_value(change.clone()).ok()?;
        arguments.extend(changing(change)?);
    }
    Some(ToolCall::new(&proposed.tool, Value::Object(arguments)))
}

/// A change of several rows as its tool takes it, if it is one that words can ask for.
fn changing(change: BulkChange) -> Option<Map<String, Value>> {
    let (verb, to) = match change {
        BulkChange::Complete => ("complete", None),
        BulkChange::Reopen => ("reopen", None),
        BulkChange::Move(shift) => (
            "move",
            Some(match shift {
                Shift::Minutes(minutes) => ("shift_minutes", json!(minutes)),
                Shift::Days(days) => ("shift_days", json!(days)),
                Shift::Date(date) => ("move_to", json!(date)),
                Shift::Time(time) => ("time", json!(time.format("%H:%M").to_string())),
            }),
        ),
        BulkChange::Undated
        | BulkChange::List(_)
        | BulkChange::Priority(_)
        | BulkChange::AddLabel(_)
        | BulkChange::RemoveLabel(_) => return None,
    };
    Some(calls::said([("change", json!(verb))].into_iter().chain(to)))
}

/// One of the readings that were offered, by words that only its label has.
///
/// # Errors
/// None of its own.
pub(super) fn named(turn: &Turn<'_>, words: &str) -> Result<Meaning, Error> {
    Ok(match picked(turn, words) {
        Some(call) => Meaning::call(vec![call]),
        None if turn.memory.offered.is_empty() => Meaning::say(replies::not_understood()),
        None => Meaning::say(replies::WHICH),
    })
}

/// The call of the only offered reading whose label has all the words.
pub(super) fn picked(turn: &Turn<'_>, words: &str) -> Option<ToolCall> {
    let offered = &turn.memory.offered;
    let labels: Vec<&str> = offered.iter().map(|offered| offered.choice.label.as_str()).collect();
    let clock = clock_time(turn, words);
    let only = tools::only_fit(clock.as_deref().unwrap_or(words), &labels)?;
    offered.get(only).and_then(|offered| offered.call.clone())
}

/// A clock time as labels write it: "2pm" is 14:00.
fn clock_time(turn: &Turn<'_>, words: &str) -> Option<String> {
    let words = words.trim();
    let found = when::read(words, &turn.context.reference(), Direction::Forward).ok()??;
    let Moment::At(at) = found.start else { return None };
    let whole = found.span.len() >= words.len();
    whole.then(|| Words::of(turn.context).time(at.time()))
}

/// What was done last, done to other rows: "the first one too".
///
/// # Errors
/// The database's.
pub(super) async fn same(turn: &Turn<'_>, target: Target) -> Result<Meaning, Error> {
    let Some(acted) = &turn.memory.lately.acted else {
        return Ok(Meaning::say(replies::not_understood()));
    };
    let rows = spoken_of::rows(turn.context, turn.memory).await?;
    // "the other one too"
    if target.words().is_some_and(|words| words == "other" || words == "others") {
        let others = rows.others(&rows.last);
        let again = again(&acted.call, &calls::said([("among", json!(others))]));
        return Ok(again
            .filter(|_| !others.is_empty())
            .map_or_else(|| Meaning::say(replies::WHICH_TITLE), Meaning::call));
    }
    let which = Which { target: Some(target), ..Which::default() };
    Ok(match calls::wanted(turn.context, &rows, &which) {
        Ok(wanted) => again(&acted.call, &wanted)
            .map_or_else(|| Meaning::say(replies::not_understood()), Meaning::call),
        Err(reason) => Meaning::say(reason),
    })
}

/// What was done last was meant for the other row.
///
/// # Errors
/// The database's.
pub(super) async fn other(turn: &Turn<'_>) -> Result<Meaning, Error> {
    let memory = turn.memory;
    let rows = spoken_of::rows(turn.context, memory).await?;
    if let [_, _] = memory.offered.as_slice() {
        return Ok(Meaning::say(replies::WHICH));
    }
    let Some(acted) = &memory.lately.acted else { return Ok(Meaning::say(replies::WHICH_TITLE)) };
    let done: Vec<RowId> = if acted.led_to == LedTo::Proposal {
        memory.waiting.iter().flat_map(|waiting| spoken_of::proposed(&waiting.call)).collect()
    } else {
        rows.last.clone()
    };
    let others = rows.others(&done);
    let again = match others.is_empty() {
        true => None,
        false => again(&acted.call, &calls::said([("among", json!(others))])),
    };
    let Some(mut calls) = again else { return Ok(Meaning::say(replies::WHICH_TITLE)) };
    if let ([waiting], LedTo::Proposal) = (memory.waiting.as_slice(), acted.led_to) {
        return Ok(Meaning::Instead { proposal: waiting.id, calls });
    }
    if let Some(token) = memory.undo {
        calls.insert(0, calls::call("undo", [("token", json!(token))]));
    }
    Ok(Meaning::call(calls))
}

/// The same call for other rows: one call where a name says which, else one for each row, or one
/// that asks where only one can be meant.
fn again(call: &ToolCall, wanted: &Map<String, Value>) -> Option<Vec<ToolCall>> {
    const WHICH: [&str; 17] = [
        "id",
        "kind",
        "likely",
        "target",
        "on",
        "from",
        "to",
        "at",
        "amount",
        "category",
        "overdue",
        "done",
        "among",
        "rows",
        "scope",
        "occurrence",
        "next",
    ];
    let tool = match call.tool.as_str() {
        "complete_task" | "reopen_task" | "change_any" | "change_many" => call.tool.as_str(),
        deletes if deletes.starts_with("delete_") => "delete_any",
        _ => return None,
    };
    let mut arguments = call.arguments.as_object()?.clone();
    arguments.retain(|name, _| !WHICH.contains(&name.as_str()));
    arguments.extend(wanted.clone());
    Some(vec![ToolCall::new(tool, Value::Object(arguments))])
}
