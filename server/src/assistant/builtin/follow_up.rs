//! Messages that mean something only behind what was said before.

use serde_json::{Value, json};

use super::super::interpreter::Turn;
use super::super::memory::{Called, LedTo, Memory};
use super::super::tool::ToolCall;
use super::calls::bounds;
use super::meaning::{self, Meaning};
use super::{replies, spoken_of};
use crate::error::Error;
use crate::language::request::{Days, FollowUp, Item, Spending};

/// What such a message means in its conversation.
///
/// # Errors
/// The database's.
pub(super) async fn meaning(turn: &Turn<'_>, follow_up: FollowUp) -> Result<Meaning, Error> {
    Ok(match follow_up {
        FollowUp::Yes => yes(turn.memory),
        FollowUp::No => no(turn.memory),
        FollowUp::Pick(place) => pick(turn, place).await?,
        FollowUp::Again { days, past, spending, item } => {
            let again = Again { days, past, spending, item };
            match again.of(turn) {
                Some(call) => Meaning::call(vec![call]),
                None => Meaning::say(replies::not_understood()),
            }
        }
    })
}

/// Yes to the one thing that waits, or to the one reading that was offered.
fn yes(memory: &Memory) -> Meaning {
    match (memory.waiting.as_slice(), memory.offered.as_slice()) {
        ([only], _) => Meaning::Answer { proposal: only.id, accept: true },
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
        [only] => Meaning::Answer { proposal: only.id, accept: false },
        [] => Meaning::say(replies::ALL_RIGHT),
        several => Meaning::say(replies::one_by_one(several.len())),
    }
}

/// One of the readings that were offered, or of the rows that were shown.
async fn pick(turn: &Turn<'_>, place: i32) -> Result<Meaning, Error> {
    let offered = &turn.memory.offered;
    if offered.is_empty() {
        let rows = spoken_of::rows(turn.context, turn.memory).await?;
        return Ok(match rows.at(place) {
            Some(row) => {
                let arguments = json!({ "among": [row], super::questions::ASKED: "this" });
                Meaning::call(vec![ToolCall::new("show_any", arguments)])
            }
            None => Meaning::say(replies::not_so_many(rows.all.len())),
        });
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

/// What is different when the last question is asked again.
struct Again {
    days: Option<Days>,
    past: Option<Days>,
    spending: Option<Spending>,
    item: Option<Item>,
}

impl Again {
    /// The last question with what is said now in place of what was said then.
    fn of(&self, turn: &Turn<'_>) -> Option<ToolCall> {
        let asked = |called: &&Called| called.led_to == LedTo::Answer;
        let last = turn.memory.calls.iter().rev().find(asked).map(|called| called.call.clone());
        let mut call = match (last, &self.item, &self.spending) {
            (Some(call), _, _) => call,
            (None, _, Some(_)) | (None, Some(Item::Expense), _) => {
                ToolCall::new("sum_expenses", json!({}))
            }
            // "and tomorrow?" after something was added asks what is on.
            (None, Some(Item::Task), _) => ToolCall::new("list_tasks", json!({})),
            (None, _, None) if self.days.is_some() && !turn.memory.calls.is_empty() => {
                ToolCall::new("list_events", json!({}))
            }
            (None, _, None) => return None,
        };
        self.turn_to(&mut call);
        let is_money = call.tool.ends_with("expenses");
        let days = if is_money { self.past.or(self.days) } else { self.days };
        let Value::Object(arguments) = &mut call.arguments else { return None };
        if let Some(days) = days {
            for name in ["period", "from", "to", "next", "other_from", "other_to", "compare_with"] {
                arguments.remove(name);
            }
            let (from, to) = bounds(turn.context, days, false);
            for (name, value) in [("from", from), ("to", to)] {
                if !value.is_null() {
                    arguments.insert(name.to_owned(), value);
                }
            }
        }
        if let Some(spending) = &self.spending {
            arguments.remove("category");
            arguments.remove("words");
            let said = [("category", &spending.category), ("words", &spending.words)];
            for (name, value) in said {
                if let Some(value) = value {
                    arguments.insert(name.to_owned(), json!(value));
                }
            }
        }
        Some(call)
    }

    /// Asks about another kind of row: "and tasks?".
    fn turn_to(&self, call: &mut ToolCall) {
        let tool = match (self.item, &self.spending) {
            (Some(Item::Event), _) => "list_events",
            (Some(Item::Task), _) => "list_tasks",
            (Some(Item::Expense), _) if !call.tool.ends_with("expenses") => "list_expenses",
            (_, Some(_)) if !call.tool.ends_with("expenses") => "sum_expenses",
            _ => return,
        };
        if call.tool != tool {
            let keep = ["from", "to", "period"];
            if let Value::Object(arguments) = &mut call.arguments {
                arguments.retain(|name, _| keep.contains(&name.as_str()));
            }
            tool.clone_into(&mut call.tool);
        }
    }
}
