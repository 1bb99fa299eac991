//! A reading in the fields that example files speak of.

use chrono::NaiveTime;

use crate::language::{
    request::{Days, Item, Move, Priority, Reading, Request},
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
    pub(crate) priority: Option<Priority>,
    pub(crate) amount: Option<i64>,
    pub(crate) currency: Option<&'static str>,
    pub(crate) at_least: Option<i64>,
    pub(crate) minutes: Option<i64>,
    pub(crate) shift: Option<i64>,
}

/// The answers of a reading; none where nothing would be done.
pub(crate) fn of(reading: &Reading) -> Vec<Answer> {
    match reading {
        Reading::Requests(requests) => requests.iter().map(flat).collect(),
        Reading::Ask(_) | Reading::SmallTalk(_) | Reading::NotUnderstood => Vec::new(),
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

fn flat(request: &Request) -> Answer {
    match request.clone() {
        Request::CreateEvent { title, start, end, all_day, location, rule } => Answer {
            intent: "create_event",
            title: Some(title),
            start: Some(start),
            end: Some(end),
            all_day,
            location,
            rule,
            ..Answer::default()
        },
        Request::CreateTask { title, due, priority, rule } => Answer {
            intent: "create_task",
            title: Some(title),
            due,
            priority,
            rule,
            ..Answer::default()
        },
        Request::RecordExpense { hundredths, currency, category, description, date } => Answer {
            intent: "record_expense",
            title: Some(description),
            amount: Some(hundredths),
            currency,
            category: Some(category),
            date: Some(Moment::Day(date)),
            ..Answer::default()
        },
        Request::CompleteTask { target } => {
            Answer { intent: "complete_task", target: Some(target), ..Answer::default() }
        }
        Request::ListEvents { days, target } => Answer { target, ..ranged("list_events", &days) },
        Request::ListTasks { days, overdue, priority } => {
            Answer { overdue, priority, ..ranged("list_tasks", &days) }
        }
        Request::ListExpenses { days, category, at_least } => {
            Answer { category, at_least, ..ranged("list_expenses", &days) }
        }
        Request::SumExpenses { days, category } => {
            Answer { category, ..ranged("sum_expenses", &days) }
        }
        Request::FindFreeTime { days, minutes } => {
            Answer { minutes: minutes.map(i64::from), ..ranged("find_free_time", &days) }
        }
        Request::Reschedule { item, target, to, .. } => {
            let intent = if item == Item::Task { "reschedule_task" } else { "reschedule_event" };
            let answer = Answer { intent, target, ..Answer::default() };
            match to {
                Move::To { start, end } => {
                    Answer { start: Some(start), due: Some(start), end, ..answer }
                }
                Move::Time(time) => Answer { time: Some(time), ..answer },
                Move::By(shift) => Answer { shift: Some(shift), ..answer },
            }
        }
        Request::DeleteEvent { target, days, all, .. } => {
            Answer { target, all, ..ranged("delete_event", &days) }
        }
        Request::DeleteTask { target, all } => {
            Answer { intent: "delete_task", target, all, ..Answer::default() }
        }
        Request::DeleteExpense { target, days, hundredths } => {
            Answer { target, amount: hundredths, ..ranged("delete_expense", &days) }
        }
        Request::Undo => Answer { intent: "undo", ..Answer::default() },
    }
}
