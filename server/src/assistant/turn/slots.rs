//! Free times offered where something was put onto something else: choices that move it.

use domain::chat::Choice;
use domain::event::Event;
use domain::free_time::FreeSlot;
use domain::history::Item;
use domain::repeat::Series;
use domain::time::{Moment, When};
use serde_json::{Map, Value, json};

use super::super::memory::Offered;
use super::super::tool::{Outcome, ToolCall};
use crate::context::Context;
use crate::repeat::taking_place;
use crate::words::Words;
use crate::zone::Bound;

/// The most choices of one turn: what is read at a glance.
const MOST: usize = 6;

/// The free times nearest to what was just put onto something else, as choices.
pub(super) fn offered(context: &Context, results: &[(ToolCall, Outcome)]) -> Vec<Offered> {
    let hit: Vec<&Event> = results
        .iter()
        .filter_map(|(_, outcome)| match outcome {
            Outcome::Changed(action) => action.item.as_ref(),
            _ => None,
        })
        .filter_map(|item| match item {
            Item::Event(event) => event.collision.is_some().then_some(event),
            Item::Task(_)
            | Item::Expense(_)
            | Item::Budget(_)
            | Item::List(_)
            | Item::Filter(_) => None,
        })
        .collect();
    let is_one = hit.len() == 1;
    hit.into_iter().flat_map(|event| moves(context, event, is_one)).take(MOST).collect()
}

fn moves(context: &Context, event: &Event, is_one: bool) -> Vec<Offered> {
    let words = Words::of(context);
    let Some(part) = part(context, event) else { return Vec::new() };
    let free = event.collision.as_ref().map_or(&[][..], |collision| &collision.free);
    free.iter()
        .map(|slot| {
            let what = match (is_one, part.contains_key("scope")) {
                (true, false) => "it".to_owned(),
                (true, true) => "only that one".to_owned(),
                (false, _) => format!("“{}”", event.title),
            };
            let label = format!("Move {what} to {}", when(&words, event, slot));
            let mut arguments = part.clone();
            arguments.insert("when".to_owned(), json!(slot.start_time));
            arguments.insert("until".to_owned(), json!(slot.end_time));
            let call = ToolCall::new("update_event", Value::Object(arguments));
            Offered { choice: Choice { message: label.clone(), label }, call: Some(call) }
        })
        .collect()
}

fn when(words: &Words, event: &Event, slot: &FreeSlot) -> String {
    let (start_time, end_time) = (slot.start_time, slot.end_time);
    words.span(&Event { start_time, end_time, all_day: false, ..event.clone() })
}

/// The event, or of a series the occurrence that is in the way: only that one would move.
fn part(context: &Context, event: &Event) -> Option<Map<String, Value>> {
    let mut part = Map::new();
    part.insert("id".to_owned(), json!(event.id));
    let handle = match (event.occurrence, &event.rrule) {
        (None, None) => return Some(part),
        (Some(handle), _) => handle,
        (None, Some(_)) => hit(context, event)?,
    };
    part.insert("scope".to_owned(), json!(Series::This));
    part.insert("occurrence".to_owned(), json!(handle));
    Some(part)
}

/// The first occurrence of a series that overlaps with what is in its way.
fn hit(context: &Context, series: &Event) -> Option<Moment> {
    let other = series.collision.as_ref()?.events.first()?;
    let zone = context.actor.zone;
    let from = Bound::of(zone, When::from(other.start_time));
    let to = Bound::of(zone, When::from(other.end_time));
    taking_place(series, zone, from, Some(to), 1).pop()?.occurrence
}

/// The choices as lines, numbered on from those that were named before.
pub(super) fn lines(offered: &[Offered], before: usize) -> String {
    let numbered = offered.iter().enumerate();
    let lines: Vec<String> = numbered
        .map(|(at, offered)| format!("{}. {}", before + at + 1, offered.choice.label))
        .collect();
    format!("If another time suits you better:\n{}", lines.join("\n"))
}
