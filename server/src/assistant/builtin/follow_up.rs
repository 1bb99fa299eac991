//! Messages that mean something only behind what was said before.

use serde_json::json;

use super::super::interpreter::Turn;
use super::super::memory::Memory;
use super::super::tool::ToolCall;
use super::super::tools::next_event;
use super::again::Again;
use super::meaning::{self, Meaning};
use super::{calls, part, questions, replies, spoken_of};
use crate::error::Error;
use crate::language::request::{FollowUp, Target};
use crate::operations::call;
use crate::operations::history::RecentChanges;
use crate::undo::DELETED;
use domain::history::{Door, HistoryFilter};

/// What such a message means in its conversation.
///
/// # Errors
/// The database's.
pub(super) async fn meaning(turn: &Turn<'_>, follow_up: FollowUp) -> Result<Meaning, Error> {
    Ok(match follow_up {
        FollowUp::Yes => yes(turn.memory),
        FollowUp::No => no(turn.memory),
        FollowUp::Pick(place) => pick(turn, place).await?,
        // "only the dentist": of what waits, before it is a question about money.
        FollowUp::Again {
            days: None, past: None, spending: Some(spending), item: None, ..
        } if !turn.memory.waiting.is_empty() => {
            let words = spending.words.or(spending.category).unwrap_or_default();
            part::only(turn, Target::Words(words), false).await?
        }
        FollowUp::Only { part, others } => part::only(turn, part, others).await?,
        FollowUp::Named(words) => part::named(turn, &words)?,
        FollowUp::Same(target) => part::same(turn, target).await?,
        FollowUp::Other => part::other(turn).await?,
        FollowUp::Show => shown(turn, Target::Last, "row").await?,
        FollowUp::After => after(turn).await?,
        FollowUp::Restore => restored(turn).await?,
        FollowUp::Again { days, past, spending, item, hours, asks } => {
            let again = Again { days, past, spending, item, hours, asks };
            match again.of(turn) {
                Some(call) => Meaning::call(vec![call]),
                None => Meaning::say(replies::not_understood()),
            }
        }
    })
}

/// Yes to the one reading that was offered; what waits and was meant is answered
/// before anybody is asked ([`Memory::asked`]).
fn yes(memory: &Memory) -> Meaning {
    match (memory.waiting.as_slice(), memory.offered.as_slice()) {
        ([], [offered]) => match &offered.call {
            Some(call) => Meaning::call(vec![call.clone()]),
            None => Meaning::say(replies::WHICH),
        },
        ([], []) => Meaning::say(replies::NOTHING_WAITS),
        ([], _) => Meaning::say(replies::WHICH),
        (several, _) => Meaning::say(replies::one_by_one(several.len())),
    }
}

fn no(memory: &Memory) -> Meaning {
    match memory.waiting.as_slice() {
        [] if memory.undo.is_some() => Meaning::say(replies::MAY_UNDO),
        [] => Meaning::say(replies::ALL_RIGHT),
        several => Meaning::say(replies::one_by_one(several.len())),
    }
}

/// One of the readings that were offered, or of the rows that were shown.
async fn pick(turn: &Turn<'_>, place: i32) -> Result<Meaning, Error> {
    let offered = &turn.memory.offered;
    if offered.is_empty() {
        return shown(turn, Target::Place(place), "this").await;
    }
    let index = usize::try_from(place.unsigned_abs()).unwrap_or_default().checked_sub(1);
    let found = index.and_then(|index| {
        if place < 0 { offered.iter().rev().nth(index) } else { offered.get(index) }
    });
    Ok(match found {
        None => Meaning::say(replies::not_so_many(offered.len())),
        Some(offered) => match &offered.call {
            Some(call) => Meaning::call(vec![call.clone()]),
            None => meaning::of_text(turn, &offered.choice.message).await?,
        },
    })
}

/// Shows the row that is meant.
async fn shown(turn: &Turn<'_>, target: Target, asked: &str) -> Result<Meaning, Error> {
    let rows = spoken_of::rows(turn.context, turn.memory).await?;
    let found = match target {
        Target::Place(place) => rows.at(place),
        _ => rows.last.first().copied(),
    };
    Ok(match found {
        Some(row) => {
            let arguments = json!({ "among": [row], questions::ASKED: asked });
            Meaning::call(vec![ToolCall::new("show_any", arguments)])
        }
        None => Meaning::say(replies::not_so_many(rows.places())),
    })
}

/// The event behind the one that was named as the next.
async fn after(turn: &Turn<'_>) -> Result<Meaning, Error> {
    let is_next = |call: &ToolCall| call.arguments.get(questions::ASKED) == Some(&json!("next"));
    let Some(mut asked) = turn.memory.lately.asked.clone().filter(is_next) else {
        return Ok(Meaning::say(replies::not_understood()));
    };
    let Some(event) = next_event(turn.context, asked.arguments.clone()).await? else {
        return Ok(Meaning::call(vec![asked]));
    };
    if let Some(arguments) = asked.arguments.as_object_mut() {
        arguments.insert("from".to_owned(), json!(event.end_time));
    }
    Ok(Meaning::call(vec![asked]))
}

/// Takes the last deletion back.
async fn restored(turn: &Turn<'_>) -> Result<Meaning, Error> {
    let recent = call::<RecentChanges>(turn.context, HistoryFilter::default()).await?.value;
    let deletion = recent.into_iter().find(|change| {
        change.door == Door::Chat && !change.undone && change.summary.starts_with(DELETED)
    });
    Ok(match deletion {
        // What one message deleted comes back together.
        Some(change) => Meaning::call(vec![calls::call("undo", [("token", json!(change.turn))])]),
        None => Meaning::say(replies::NOTHING_DELETED),
    })
}
