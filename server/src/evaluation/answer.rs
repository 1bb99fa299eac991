//! A reading in the fields that example files speak of.

mod rows;

use chrono::NaiveTime;
use rows::{by_item, changed, named};

use crate::language::{
    request::{
        Counted, Days, Extent, FollowUp, Hours, Per, Priority, Reading, Request, Spending, Target,
    },
    when::Moment,
};

/// One understood request, flat.
#[derive(Debug, Clone, Default)]
pub(crate) struct Answer {
    pub(crate) intent: &'static str,
    pub(crate) title: Option<String>,
    pub(crate) target: Option<String>,
    pub(crate) location: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) rule: Option<String>,
    pub(crate) start: Option<Moment>,
    pub(crate) end: Option<Moment>,
    pub(crate) due: Option<Moment>,
    pub(crate) date: Option<Moment>,
    pub(crate) time: Option<NaiveTime>,
    pub(crate) all_day: bool,
    pub(crate) overdue: bool,
    pub(crate) all: bool,
    pub(crate) done: bool,
    pub(crate) priority: Option<Priority>,
    pub(crate) amount: Option<i64>,
    pub(crate) currency: Option<&'static str>,
    pub(crate) at_least: Option<i64>,
    pub(crate) minutes: Option<i64>,
    pub(crate) shift: Option<i64>,
    /// The kind of a follow-up.
    pub(crate) kind: Option<&'static str>,
    /// The place in a list.
    pub(crate) number: Option<i64>,
    /// The person's own word for what a question about spending narrows to.
    pub(crate) words: Option<String>,
    /// The period compared with.
    pub(crate) other: Option<Days>,
    /// The days of a follow-up, looking back.
    pub(crate) past: Option<Days>,
    pub(crate) per: Option<Per>,
    pub(crate) smallest: bool,
    /// How much of what repeats.
    pub(crate) part: Option<Extent>,
    /// The first day of those on which the row is now.
    pub(crate) on: Option<Moment>,
    pub(crate) zone: Option<chrono_tz::Tz>,
    /// The stretch of the day that a question about free time names.
    pub(crate) hours: Option<Hours>,
    /// Whether only the first free time is asked for.
    pub(crate) first: bool,
}

/// The intent of everything that leans on what was said before.
pub(crate) const FOLLOW_UP: &str = "follow_up";

/// The answers of a reading; none where nothing would be done.
pub(crate) fn of(reading: &Reading) -> Vec<Answer> {
    match reading {
        Reading::Requests(requests) => requests.iter().map(flat).collect(),
        Reading::FollowUp(follow_up) => vec![answered(follow_up)],
        Reading::Choices(_) | Reading::Ask(_) | Reading::SmallTalk(_) | Reading::NotUnderstood => {
            Vec::new()
        }
    }
}

fn follow_up(kind: &'static str) -> Answer {
    Answer { intent: FOLLOW_UP, kind: Some(kind), ..Answer::default() }
}

fn answered(said: &FollowUp) -> Answer {
    match said.clone() {
        FollowUp::Yes => follow_up("yes"),
        FollowUp::No => follow_up("no"),
        FollowUp::Pick(number) => Answer { number: Some(i64::from(number)), ..follow_up("pick") },
        FollowUp::Only { part: Target::Place(place), .. } => {
            Answer { number: Some(i64::from(place)), ..follow_up("only") }
        }
        FollowUp::Only { .. } => follow_up("only"),
        FollowUp::Named(words) => Answer { words: Some(words), ..follow_up("pick") },
        FollowUp::Same(_) => follow_up("same"),
        FollowUp::Other => follow_up("other"),
        FollowUp::Show => follow_up("show"),
        FollowUp::After => follow_up("after"),
        FollowUp::Restore => follow_up("undo"),
        FollowUp::Again { days, past, spending, .. } => {
            let days = days.or(past).unwrap_or_default();
            Answer {
                category: spending.as_ref().and_then(|spending| spending.category.clone()),
                words: spending.and_then(|spending| spending.words),
                start: days.first.map(Moment::Day),
                end: days.last.map(Moment::Day),
                past,
                ..follow_up("again")
            }
        }
    }
}

fn ranged(intent: &'static str, days: &Days) -> Answer {
    Answer {
        intent,
        start: days.first.map(Moment::Day),
        end: days.last.map(Moment::Day),
        date: days.first.map(Moment::Day),
        ..Answer::default()
    }
}

fn spent(intent: &'static str, days: &Days, spending: Spending) -> Answer {
    Answer { category: spending.category, words: spending.words, ..ranged(intent, days) }
}

fn flat(request: &Request) -> Answer {
    match request.clone() {
        Request::CreateEvent { title, start, end, all_day, location, repeat, zone } => Answer {
            intent: "create_event",
            title: Some(title),
            start: Some(start),
            end: Some(end),
            all_day,
            location,
            rule: repeat.map(|repeat| repeat.rule),
            zone,
            ..Answer::default()
        },
        Request::CreateTask { title, due, priority, repeat, .. } => Answer {
            intent: "create_task",
            title: Some(title),
            due,
            priority,
            rule: repeat.map(|repeat| repeat.rule),
            ..Answer::default()
        },
        Request::RecordExpense { hundredths, currency, category, description, date, repeat } => {
            Answer {
                intent: "record_expense",
                title: Some(description),
                amount: Some(hundredths),
                currency,
                category: Some(category.name().to_owned()),
                date: Some(Moment::Day(date)),
                rule: repeat.map(|repeat| repeat.rule),
                ..Answer::default()
            }
        }
        Request::Complete { which, .. } if which.leans() => follow_up("complete"),
        Request::Complete { which, done } => {
            named(if done { "complete_task" } else { "reopen_task" }, which)
        }
        Request::Change { which, to } => changed(which, to.first()),
        Request::Delete { which } if which.leans() => follow_up("delete"),
        Request::Delete { which } => {
            named(by_item(which.item, "delete_event", "delete_task", "delete_expense"), which)
        }
        Request::Undo => Answer { kind: Some("undo"), ..follow_up("undo") },
        Request::ListEvents { days, words, .. } => {
            Answer { target: words, ..ranged("list_events", &days) }
        }
        Request::ListTasks { days, overdue, priority, words, .. } => {
            Answer { overdue, priority, target: words, ..ranged("list_tasks", &days) }
        }
        Request::ListExpenses { days, spending, at_least, .. } => {
            Answer { at_least, ..spent("list_expenses", &days, spending) }
        }
        Request::SumExpenses { days, spending, .. } => spent("sum_expenses", &days, spending),
        Request::CompareExpenses { days, other, spending } => {
            Answer { other: Some(other), ..spent("compare_expenses", &days, spending) }
        }
        Request::AverageExpenses { days, spending, per } => {
            Answer { per: Some(per), ..spent("average_expenses", &days, spending) }
        }
        Request::LargestExpenses { days, spending, smallest, .. } => {
            Answer { smallest, ..spent("largest_expenses", &days, spending) }
        }
        Request::Count { what, days, words } => {
            let intent = match what {
                Counted::Events => "count_events",
                Counted::Tasks | Counted::OverdueTasks | Counted::DoneTasks => "count_tasks",
                Counted::Expenses => "count_expenses",
            };
            Answer { target: words, ..ranged(intent, &days) }
        }
        Request::FindClashes { days } => ranged("find_clashes", &days),
        Request::FindFreeTime { days, hours, minutes, first, .. } => Answer {
            minutes: minutes.map(i64::from),
            hours,
            first,
            ..ranged("find_free_time", &days)
        },
    }
}
