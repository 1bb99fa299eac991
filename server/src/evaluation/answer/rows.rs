//! Answers about rows that exist: which one, and what becomes of it.

use super::{Answer, follow_up, ranged};
use crate::language::{
    request::{Change, Item, Move, Target, Which},
    when::Moment,
};

/// The intent by the kind of row.
pub(super) fn by_item(
    item: Item,
    event: &'static str,
    task: &'static str,
    expense: &'static str,
) -> &'static str {
    match item {
        Item::Event | Item::Either => event,
        Item::Task => task,
        Item::Expense => expense,
    }
}

pub(super) fn named(intent: &'static str, which: Which) -> Answer {
    let place = match &which.target {
        Some(Target::Place(place)) => Some(i64::from(*place)),
        _ => None,
    };
    Answer {
        target: which.target.as_ref().and_then(Target::words).map(str::to_owned),
        number: place,
        amount: which.hundredths,
        category: which.category.clone(),
        overdue: which.overdue,
        all: which.all,
        done: which.done,
        part: which.meant(),
        on: which.days.first.or(which.at.map(|at| at.date_naive())).map(Moment::Day),
        ..ranged(intent, &which.days)
    }
}

pub(super) fn changed(which: Which, change: Option<&Change>) -> Answer {
    let leans = which.leans();
    let as_kind = |kind: &'static str, intent: &'static str| {
        if leans { follow_up(kind) } else { named(intent, which.clone()) }
    };
    match change.cloned() {
        Some(Change::Move(to)) => {
            let intent =
                by_item(which.item, "reschedule_event", "reschedule_task", "change_expense");
            let answer = Answer { start: None, end: None, date: None, ..as_kind("move", intent) };
            match to {
                Move::To { start, end } => Answer {
                    start: Some(start),
                    due: Some(start),
                    date: Some(start),
                    end,
                    ..answer
                },
                Move::Time(time) | Move::Hour(time) => Answer { time: Some(time), ..answer },
                Move::By(shift) => Answer { shift: Some(shift), ..answer },
                Move::ByDays(days) => Answer { shift: Some(days * 24 * 60), ..answer },
            }
        }
        Some(Change::Title(title)) => Answer { title: Some(title), ..as_kind("rename", "rename") },
        Some(Change::Amount { hundredths, currency }) => {
            Answer { amount: Some(hundredths), currency, ..as_kind("amount", "change_expense") }
        }
        Some(Change::Currency(code)) => {
            Answer { currency: Some(code), ..as_kind("amount", "change_expense") }
        }
        Some(Change::Category(category)) => {
            Answer { category: Some(category), ..as_kind("category", "change_expense") }
        }
        Some(Change::Priority(priority)) => {
            Answer { priority: Some(priority), ..as_kind("priority", "set_priority") }
        }
        Some(Change::Location(place)) => {
            Answer { location: Some(place), ..as_kind("location", "set_location") }
        }
        Some(Change::Note(note)) => Answer { title: Some(note), ..as_kind("note", "note") },
        Some(Change::Repeat(repeat)) => {
            Answer { rule: repeat.map(|repeat| repeat.rule), ..as_kind("repeat", "set_repeat") }
        }
        Some(Change::Length(minutes)) => {
            Answer { minutes: Some(minutes), ..as_kind("length", "set_length") }
        }
        Some(Change::Longer(minutes)) => {
            Answer { shift: Some(minutes), ..as_kind("longer", "set_length") }
        }
        Some(Change::All(several)) => {
            let place = several.iter().find_map(|change| match change {
                Change::Location(place) => Some(place.clone()),
                _ => None,
            });
            Answer { location: place, ..changed(which, several.first()) }
        }
        Some(Change::Ends(time)) => Answer { time: Some(time), ..as_kind("ends", "set_end") },
        Some(Change::Undated) | None => as_kind("move", "reschedule_task"),
    }
}
