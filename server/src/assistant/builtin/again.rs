//! The last question again, with what is said now in place of what was said then.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::super::interpreter::Turn;
use super::super::tool::ToolCall;
use super::calls::bounds;
use super::questions::{ASKED, stretch};
use crate::language::request::{Asks, Days, Hours, Item, Spending};
use crate::zone::next_day;

/// What is different when the last question is asked again.
pub(super) struct Again {
    pub(super) days: Option<Days>,
    pub(super) past: Option<Days>,
    pub(super) spending: Option<Spending>,
    pub(super) item: Option<Item>,
    pub(super) hours: Option<Hours>,
    pub(super) asks: Option<Asks>,
}

impl Again {
    /// The last question with what is said now in place of what was said then.
    pub(super) fn of(&self, turn: &Turn<'_>) -> Option<ToolCall> {
        let last = turn.memory.lately.asked.clone();
        let mut call = match (last, &self.item, &self.spending) {
            (Some(call), _, _) => call,
            (None, _, Some(_)) | (None, Some(Item::Expense), _) => {
                ToolCall::new("sum_expenses", json!({}))
            }
            // "and tomorrow?" after something was added asks what is on.
            (None, Some(Item::Task), _) => ToolCall::new("list_tasks", json!({})),
            (None, _, None) if self.days.is_some() && !turn.memory.lately.calls.is_empty() => {
                ToolCall::new("list_events", json!({}))
            }
            (None, _, None) => return None,
        };
        self.turn_to(&mut call);
        if let Some(asks) = self.asks {
            return asked(call, asks);
        }
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
        if let Some(hours) = self.hours {
            within(turn, &mut call, hours);
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

/// Asks about another stretch of the day.
fn within(turn: &Turn<'_>, call: &mut ToolCall, hours: Hours) {
    let day = |name: &str| call.arguments.get(name).and_then(Value::as_str)?.parse().ok();
    let first: Option<NaiveDate> = day("from");
    let one_day = first.filter(|first| day("to") == Some(next_day(*first)));
    let Value::Object(arguments) = &mut call.arguments else { return };
    let clock = |time: NaiveTime| json!(time.format("%H:%M").to_string());
    match (call.tool.as_str(), one_day) {
        ("free_time", _) => {
            arguments.insert("not_before".to_owned(), clock(hours.from));
            arguments.insert("not_after".to_owned(), clock(hours.to));
        }
        ("list_events", Some(day)) => {
            let (from, to) = stretch(turn.context, day, hours);
            arguments.insert("from".to_owned(), from);
            arguments.insert("to".to_owned(), to);
        }
        _ => {}
    }
}

/// Another question about the same days and things.
fn asked(mut call: ToolCall, asks: Asks) -> Option<ToolCall> {
    let is_money = call.tool.ends_with("expenses");
    let arguments = call.arguments.as_object_mut()?;
    let weigh = |which: &str| [("most", json!(1)), (ASKED, json!(which))];
    let more = match asks {
        Asks::Each => Vec::new(),
        Asks::Largest => weigh("largest").to_vec(),
        Asks::Smallest => weigh("smallest").to_vec(),
    };
    let kept = ["from", "to", "period", "category", "words", "overdue", "done", "priority"];
    arguments.retain(|name, _| kept.contains(&name.as_str()));
    arguments.extend(more.into_iter().map(|(name, value)| (name.to_owned(), value)));
    match asks {
        Asks::Each if is_money => "list_expenses".clone_into(&mut call.tool),
        Asks::Each => {}
        Asks::Largest | Asks::Smallest if is_money => {
            "analyse_expenses".clone_into(&mut call.tool);
        }
        Asks::Largest | Asks::Smallest => return None,
    }
    Some(call)
}
