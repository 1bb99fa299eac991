//! Questions as tool calls. What the answer should be made of stands beside the
//! tool's arguments, for the report.

use chrono::{Days as Step, NaiveDate, NaiveTime, Timelike};
use domain::money::Total;
use serde_json::{Value, json};

use super::super::tool::ToolCall;
use super::calls::{bounds, call, priority};
use super::replies;
use crate::context::Context;
use crate::language::request::{Counted, Days, Grouping, Hours, Per, Request, Spending};
use crate::zone::{self, next_day};

/// What the report makes of an answer: an argument that tools do not read.
pub(super) const ASKED: &str = "asked";
/// How far "when am I free" looks when no day is said.
const DAYS_AHEAD: u64 = 7;

/// The call that answers a question.
pub(super) fn call_for(context: &Context, question: Request) -> Result<ToolCall, String> {
    Ok(match question {
        Request::ListEvents { days, hours, words, next } => {
            let (from, to) = match (days.first.filter(|first| days.last == Some(*first)), hours) {
                (Some(day), Some(hours)) => stretch(context, day, hours),
                _ => bounds(context, days, words.is_none() || days.first.is_none()),
            };
            let asked = if next { json!("next") } else { Value::Null };
            call(
                "list_events",
                [
                    ("from", from),
                    ("to", to),
                    ("words", json!(words)),
                    ("next", json!(next)),
                    (ASKED, asked),
                ],
            )
        }
        Request::ListTasks { days, overdue, done, priority: wanted, words } => {
            let (from, to) = bounds(context, days, false);
            call(
                "list_tasks",
                [
                    ("from", from),
                    ("to", to),
                    ("overdue", json!(overdue)),
                    ("done", json!(done)),
                    ("priority", wanted.map_or(Value::Null, priority)),
                    ("words", json!(words)),
                ],
            )
        }
        Request::ListExpenses { days, spending, at_least, at_most } => {
            let amount = |hundredths: Option<i64>| {
                json!(hundredths.map(|hundredths| Total(hundredths).to_string()))
            };
            let more = [("at_least", amount(at_least)), ("at_most", amount(at_most))];
            money(context, "list_expenses", days, spending, more)
        }
        Request::SumExpenses { days, spending, by } => {
            let by = by.map(|by| match by {
                Grouping::Category => "category",
                Grouping::Day => "day",
                Grouping::Month => "month",
            });
            let more = [("by", json!(by)), (ASKED, json!(by.map(|_| "groups")))];
            money(context, "sum_expenses", days, spending, more)
        }
        Request::CompareExpenses { days, other, spending } => {
            let (other_from, other_to) = bounds(context, other, false);
            let more =
                [("other_from", other_from), ("other_to", other_to), (ASKED, json!("comparison"))];
            money(context, "analyse_expenses", days, spending, more)
        }
        Request::AverageExpenses { days, spending, per } => {
            let per = match per {
                Per::Day => "day",
                Per::Week => "week",
                Per::Month => "month",
                Per::Expense => "expense",
            };
            let more = [("average_per", json!(per)), (ASKED, json!("average"))];
            money(context, "analyse_expenses", days, spending, more)
        }
        Request::LargestExpenses { days, spending, smallest, most } => {
            let asked = if smallest { "smallest" } else { "largest" };
            let more = [("most", json!(most.clamp(1, 50))), (ASKED, json!(asked))];
            money(context, "analyse_expenses", days, spending, more)
        }
        Request::Count { what, days, words } => count(context, what, days, words.as_deref()),
        Request::FindClashes { days } => {
            let (from, to) = bounds(context, days, true);
            call("list_events", [("from", from), ("to", to), (ASKED, json!("clashes"))])
        }
        Request::FindFreeTime { days, hours, minutes, whether, first } => {
            let asked = match (whether, first) {
                (true, _) => Some("whether"),
                (false, true) => Some("first"),
                (false, false) => None,
            };
            free(context, days, hours, minutes, asked)
        }
        _ => return Err(replies::NOT_UNDERSTOOD.to_owned()),
    })
}

fn money<const N: usize>(
    context: &Context,
    tool: &str,
    days: Days,
    spending: Spending,
    more: [(&'static str, Value); N],
) -> ToolCall {
    let (from, to) = bounds(context, days, false);
    let said = [
        ("from", from),
        ("to", to),
        ("category", json!(spending.category)),
        ("words", json!(spending.words)),
    ];
    call(tool, said.into_iter().chain(more))
}

fn count(context: &Context, what: Counted, days: Days, words: Option<&str>) -> ToolCall {
    let (from, to) = bounds(context, days, what == Counted::Events);
    let said = [("from", from), ("to", to), ("words", json!(words)), (ASKED, json!("count"))];
    match what {
        Counted::Events => call("list_events", said),
        Counted::Tasks => call("list_tasks", said),
        Counted::OverdueTasks => {
            call("list_tasks", said.into_iter().chain([("overdue", json!(true))]))
        }
        Counted::DoneTasks => call("list_tasks", said.into_iter().chain([("done", json!(true))])),
        Counted::Expenses => call("list_expenses", said),
    }
}

fn free(
    context: &Context,
    days: Days,
    hours: Option<Hours>,
    minutes: Option<u32>,
    asked: Option<&str>,
) -> ToolCall {
    let whether = asked == Some("whether");
    let first = days.first.unwrap_or_else(|| context.today());
    let ahead = || match days.first {
        Some(first) => first,
        None => first.checked_add_days(Step::new(DAYS_AHEAD - 1)).unwrap_or(first),
    };
    let last = days.last.unwrap_or_else(ahead);
    // A time for something is looked for within working hours. Whether one is free is asked about
    // all of the day, and hours that are said from end to end are meant as they are said.
    let exact = hours.is_some_and(is_exact);
    let working = !whether && !exact;
    let clock = |time: NaiveTime| json!(time.format("%H:%M").to_string());
    // Whether one is free at an hour is asked about all of that hour.
    let shortest = if whether { minutes.or(Some(1)) } else { minutes };
    call(
        "free_time",
        [
            ("from", json!(first)),
            ("to", json!(next_day(last))),
            ("minutes", json!(shortest)),
            ("not_before", hours.map_or(Value::Null, |hours| clock(hours.from))),
            ("not_after", hours.map_or(Value::Null, |hours| clock(hours.to))),
            ("within", json!(if working { "working" } else { "waking" })),
            (ASKED, json!(asked)),
        ],
    )
}

/// Whether both ends of a stretch were said as clock times: neither a part of the day, whose hours
/// are ours, nor open at one end.
fn is_exact(hours: Hours) -> bool {
    const PARTS: [(u32, u32); 5] = [(6, 12), (12, 14), (12, 18), (18, 22), (18, 0)];
    let (from, to) = (hours.from.hour(), hours.to.hour());
    let whole = hours.from.minute() == 0 && hours.to.minute() == 0;
    let part = whole && PARTS.contains(&(from, to));
    !part && hours.from != NaiveTime::MIN && hours.to != NaiveTime::MIN
}

/// A stretch of one day as instants.
pub(super) fn stretch(context: &Context, day: NaiveDate, hours: Hours) -> (Value, Value) {
    let zone = context.actor.zone;
    let instant = |date: NaiveDate, time: NaiveTime| {
        json!(zone::instant(zone, date.and_time(time)).to_rfc3339())
    };
    let end = if hours.to <= hours.from { next_day(day) } else { day };
    (instant(day, hours.from), instant(end, hours.to))
}
