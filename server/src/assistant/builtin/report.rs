//! What the calls of a turn led to, in words. Only what operations returned is
//! claimed (DESIGN.md, assistant rule 2).

mod free;
mod money;
mod rows;

use super::super::tool::{Found, Outcome, Reading, ToolCall};
use super::questions::ASKED;
use crate::context::Context;
use crate::words::{Words, period};

/// How many rows are listed; the rest is counted.
const LISTED: usize = 12;

/// Said above what waits for a yes; the cards say what it is.
const WAITS: &str = "I'll wait for your yes.";
/// The same above several.
const WAITS_FOR_ALL: &str = "I'll wait for your yes to all of them.";

/// One paragraph for each call.
pub(in crate::assistant) fn report(context: &Context, results: &[(ToolCall, Outcome)]) -> String {
    let mut paragraphs: Vec<String> =
        results.iter().filter_map(|(call, outcome)| paragraph(context, call, outcome)).collect();
    // One "no" to several.
    paragraphs.dedup();
    match results.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Proposed(_))).count() {
        0 => {}
        1 => paragraphs.push(WAITS.to_owned()),
        _ => paragraphs.push(WAITS_FOR_ALL.to_owned()),
    }
    paragraphs.join("\n")
}

fn paragraph(context: &Context, call: &ToolCall, outcome: &Outcome) -> Option<String> {
    Some(match outcome {
        Outcome::Changed(action) | Outcome::ChangedMany(action, _) => action.summary.clone(),
        // Its card says it.
        Outcome::Proposed(_) => return None,
        Outcome::Refused(reason) => refusal(reason),
        Outcome::Ambiguous(readings) => which(readings),
        Outcome::Found(found) => Report::of(context, call).found(found),
    })
}

/// Asks which of the rows is meant.
fn which(readings: &[Reading]) -> String {
    let is_part = |reading: &Reading| reading.call.arguments.get("scope").is_some();
    let question = match readings {
        readings if readings.len() > 1 && readings.iter().all(is_part) => {
            "It repeats. Which do you mean?"
        }
        [_] => "Do you mean this one?",
        _ => "Which one do you mean?",
    };
    let numbered = readings.iter().enumerate();
    let lines = numbered.map(|(index, reading)| format!("{}. {}", index + 1, reading.label));
    listing(question, lines.collect())
}

/// An answer in the making: what was asked, and how the person reads.
struct Report<'a> {
    context: &'a Context,
    words: Words,
    call: &'a ToolCall,
    /// The dates asked about: ` in November 2026`, or nothing.
    when: String,
}

impl<'a> Report<'a> {
    fn of(context: &'a Context, call: &'a ToolCall) -> Self {
        let words = Words::of(context);
        let when = period::label(context, &words, &call.arguments, "from", "to");
        Self { context, words, call, when }
    }

    fn found(&self, found: &Found) -> String {
        match found {
            Found::Events(events) => self.events(events),
            Found::Tasks(tasks) => self.tasks(tasks),
            Found::Expenses(expenses) => self.expenses(expenses),
            Found::Totals(totals) => self.totals(totals),
            Found::Analysis(analysis) => self.analysis(analysis),
            Found::Budgets(states) => self.budgets(states),
            Found::FreeTime(free) => self.free_time(free),
            Found::Agenda(agenda) => self.agenda(agenda),
        }
    }

    /// What the answer should be made of, if the question said.
    fn asked(&self) -> &str {
        self.argument(ASKED).unwrap_or_default()
    }

    fn argument(&self, name: &str) -> Option<&str> {
        self.call.arguments.get(name)?.as_str()
    }

    fn flag(&self, name: &str) -> bool {
        self.call.arguments.get(name).and_then(serde_json::Value::as_bool).unwrap_or(false)
    }

    /// ` on coffee`, or nothing when money was asked about as a whole.
    fn on_what(&self) -> String {
        let what = self.argument("words").or_else(|| self.argument("category"));
        what.map(|what| format!(" on {what}")).unwrap_or_default()
    }
}

/// A heading and lines, cut where a list stops being read.
fn listing(head: &str, mut lines: Vec<String>) -> String {
    let more = lines.len().saturating_sub(LISTED);
    lines.truncate(LISTED);
    if more > 0 {
        lines.push(format!("• and {more} more"));
    }
    format!("{head}\n{}", lines.join("\n"))
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// Why something was refused, without the name of the field that a model wants to know.
fn refusal(reason: &str) -> String {
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    match reason.split_once(": ") {
        Some((field, message)) if is_name(field) => told(field, message),
        _ => reason.to_owned(),
    }
}

/// What is wrong with a field, as a sentence: beside a form field "Must be a date." has its subject,
/// in a conversation it wants one.
fn told(field: &str, message: &str) -> String {
    let subject = ["Must ", "Is ", "Does ", "Has ", "At most "];
    if !subject.iter().any(|start| message.starts_with(start)) {
        return message.to_owned();
    }
    let mut letters = message.chars();
    let rest: String =
        letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect();
    let mut name = field.replace('_', " ").chars().collect::<Vec<_>>();
    if let Some(first) = name.first_mut() {
        *first = first.to_ascii_uppercase();
    }
    format!("{} {rest}", name.into_iter().collect::<String>())
}
