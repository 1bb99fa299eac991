//! What the calls of a turn led to, in words. Only what operations returned is
//! claimed (DESIGN.md, assistant rule 2).

use chrono::{Datelike, Days, NaiveDate};
use domain::agenda::Agenda;
use domain::event::Event;
use domain::expense::{Expense, ExpenseSummary};
use domain::task::Task;
use domain::time::When;

use super::super::tool::{Found, Outcome, ToolCall};
use crate::context::Context;
use crate::words::Words;

/// How many rows are listed; the rest is counted.
const LISTED: usize = 12;

/// One paragraph for each call.
pub(in crate::assistant) fn report(context: &Context, results: &[(ToolCall, Outcome)]) -> String {
    let paragraphs: Vec<String> =
        results.iter().map(|(call, outcome)| paragraph(context, call, outcome)).collect();
    paragraphs.join("\n")
}

fn paragraph(context: &Context, call: &ToolCall, outcome: &Outcome) -> String {
    let words = Words::of(context);
    match outcome {
        Outcome::Changed(action) | Outcome::ChangedMany(action, _) => action.summary.clone(),
        Outcome::Proposed(proposal) => proposal.summary.clone(),
        Outcome::Refused(reason) => reason.clone(),
        Outcome::Ambiguous(readings) => {
            let numbered = readings.iter().enumerate();
            let lines =
                numbered.map(|(index, reading)| format!("{}. {}", index + 1, reading.label));
            listing("Which one do you mean?", lines.collect())
        }
        Outcome::Found(found) => {
            let period = Period::of(context, call);
            match found {
                Found::Events(events) => events_found(&words, &period, events),
                Found::Tasks(tasks) => tasks_found(&words, &period, call, tasks),
                Found::Expenses(expenses) => expenses_found(&words, &period, expenses),
                Found::Totals(totals) => totals_found(&words, &period, call, totals),
                Found::Agenda(agenda) => agenda_found(&words, agenda),
                Found::Analysis(_) | Found::FreeTime(_) => String::new(),
            }
        }
    }
}

fn events_found(words: &Words, period: &Period, events: &[Event]) -> String {
    if events.is_empty() {
        return format!("Nothing is on your calendar{}.", period.label(words));
    }
    let head = format!("{}{}:", counted(events.len(), "event"), period.label(words));
    listing(&head, events.iter().map(|event| format!("• {}", words.event(event))).collect())
}

fn tasks_found(words: &Words, period: &Period, call: &ToolCall, tasks: &[Task]) -> String {
    let done = call.arguments.get("done").and_then(serde_json::Value::as_bool).unwrap_or(false);
    let kind = if done { "done task" } else { "open task" };
    if tasks.is_empty() {
        return format!("No {kind}s{}.", period.label(words));
    }
    let head = format!("{}{}:", counted(tasks.len(), kind), period.label(words));
    listing(&head, tasks.iter().map(|task| format!("• {}", words.task(task))).collect())
}

fn expenses_found(words: &Words, period: &Period, expenses: &[Expense]) -> String {
    if expenses.is_empty() {
        return format!("No expenses{}.", period.label(words));
    }
    let head = format!("{}{}:", counted(expenses.len(), "expense"), period.label(words));
    listing(&head, expenses.iter().map(|e| format!("• {}", words.expense(e))).collect())
}

fn totals_found(
    words: &Words,
    period: &Period,
    call: &ToolCall,
    totals: &ExpenseSummary,
) -> String {
    let category = call.arguments.get("category").and_then(serde_json::Value::as_str);
    let on = category.map(|category| format!(" on {category}")).unwrap_or_default();
    let when = period.label(words);
    if totals.totals.is_empty() {
        return format!("You spent nothing{on}{when}.");
    }
    let sums: Vec<String> =
        totals.totals.iter().map(|sum| words.total(sum.total, sum.currency)).collect();
    let count: u64 = totals.totals.iter().map(|sum| sum.count).sum();
    let expenses = counted(usize::try_from(count).unwrap_or(usize::MAX), "expense");
    let head = format!("You spent {}{on}{when} ({expenses}).", sums.join(" and "));
    if category.is_some() || totals.groups.len() < 2 {
        return head;
    }
    let line = |group: &domain::expense::GroupTotal| {
        format!("• {}: {}", group.key, words.total(group.total, group.currency))
    };
    listing(&head, totals.groups.iter().map(line).collect())
}

fn agenda_found(words: &Words, agenda: &Agenda) -> String {
    let overdue = agenda.overdue.iter().map(|task| format!("• Overdue: {}", words.task(task)));
    let events = agenda.events.iter().map(|event| format!("• {}", words.event(event)));
    let due = agenda.due.iter().map(|task| format!("• {}", words.task(task)));
    let lines: Vec<String> = overdue.chain(events).chain(due).collect();
    if lines.is_empty() {
        return "Nothing is planned and nothing is due.".to_owned();
    }
    listing("This lies ahead:", lines)
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

/// The dates that a call asked about: the first and the last.
struct Period(Option<NaiveDate>, Option<NaiveDate>);

impl Period {
    fn of(context: &Context, call: &ToolCall) -> Self {
        let side = |name: &str| {
            let phrase = call.arguments.get(name)?.as_str()?;
            let when = When::parse(phrase).ok()?;
            Some(match when {
                When::Date(date) => (date, true),
                When::Local(local) => (local.date(), false),
                When::Instant(instant) => {
                    (crate::zone::date_of(context.actor.zone, instant), false)
                }
            })
        };
        let last = side("to").and_then(|(date, exclusive)| {
            if exclusive { date.checked_sub_days(Days::new(1)) } else { Some(date) }
        });
        Self(side("from").map(|(date, _)| date), last)
    }

    /// ` in November 2026`, ` today (Sun 22 Nov)`, ` from Mon 16 Nov to Sun 22 Nov`.
    fn label(&self, words: &Words) -> String {
        match (self.0, self.1) {
            (Some(first), Some(last)) if first == last => format!(" {}", on(words, first)),
            (Some(first), Some(last)) if is_month(first, last) => {
                format!(" in {}", first.format("%B %Y"))
            }
            (Some(first), Some(last)) if is_year(first, last) => format!(" in {}", first.year()),
            (Some(first), Some(last)) => {
                format!(" from {} to {}", words.short(first), words.short(last))
            }
            (Some(first), None) => format!(" since {}", words.short(first)),
            (None, Some(last)) => format!(" until {}", words.short(last)),
            (None, None) => String::new(),
        }
    }
}

/// "today (…)" stands by itself; a plain date wants "on".
fn on(words: &Words, date: NaiveDate) -> String {
    let text = words.exactly(date);
    if text.ends_with(')') { text } else { format!("on {text}") }
}

fn is_month(first: NaiveDate, last: NaiveDate) -> bool {
    first.day() == 1
        && (first.year(), first.month()) == (last.year(), last.month())
        && last.succ_opt().is_some_and(|next| next.month() != last.month())
}

fn is_year(first: NaiveDate, last: NaiveDate) -> bool {
    first.year() == last.year() && first.ordinal() == 1 && (last.month(), last.day()) == (12, 31)
}
