//! What changed about a row, from before to after.

use chrono::DateTime;
use domain::event::Event;
use domain::expense::Expense;
use domain::history::Item;
use domain::task::{Priority, Task};

use super::Words;
use crate::operations::Row;

impl Words {
    /// `Moved “Dentist” from Tue 24 Nov, 10:00–10:30 to Thu 26 Nov, 15:00–15:30`; where
    /// more than one thing changed, the row as it is now.
    pub fn change(&self, before: &Item, after: &Item) -> String {
        let only = match (before, after) {
            (Item::Event(before), Item::Event(after)) => self.event_change(before, after),
            (Item::Task(before), Item::Task(after)) => self.task_change(before, after),
            (Item::Expense(before), Item::Expense(after)) => self.expense_change(before, after),
            (Item::Budget(before), Item::Budget(after)) => Some(format!(
                "Changed the budget from {} to {}",
                self.amount(before.amount, before.currency),
                self.budget(after)
            )),
            _ => None,
        };
        only.unwrap_or_else(|| format!("Changed {}", self.item(after)))
    }

    fn event_change(&self, before: &Event, after: &Event) -> Option<String> {
        if only(before, after, |one, after| one.title.clone_from(&after.title)) {
            return Some(renamed(&before.title, &self.event(after)));
        }
        let moves: fn(&mut Event, &Event) = |one, after| {
            (one.start_time, one.end_time) = (after.start_time, after.end_time);
            one.all_day = after.all_day;
        };
        only(before, after, moves).then(|| {
            let verb = if before.start_time == after.start_time { "Changed" } else { "Moved" };
            let (from, to) = (self.span(before), self.span_in_full(after));
            format!("{verb} “{}” from {from} to {to}", after.title)
        })
    }

    fn task_change(&self, before: &Task, after: &Task) -> Option<String> {
        if only(before, after, |one, after| one.title.clone_from(&after.title)) {
            return Some(renamed(&before.title, &self.task(after)));
        }
        if only(before, after, |one, after| one.due_date = after.due_date)
            && let (Some(from), Some(to)) = (before.due_date, after.due_date)
        {
            let (from, to) = (self.moment_exactly(from), self.moment_exactly(to));
            return Some(format!("Moved “{}” from {from} to {to}", after.title));
        }
        only(before, after, |one, after| one.priority = after.priority).then(|| {
            let priority = |priority: Priority| match priority {
                Priority::None => "no".to_owned(),
                named => named.name().to_owned(),
            };
            let (from, to) = (priority(before.priority), priority(after.priority));
            format!("“{}” had {from} priority and has {to} priority now", after.title)
        })
    }

    fn expense_change(&self, before: &Expense, after: &Expense) -> Option<String> {
        let amounts: fn(&mut Expense, &Expense) = |one, after| {
            (one.amount, one.currency) = (after.amount, after.currency);
        };
        if only(before, after, amounts) {
            let was = self.amount(before.amount, before.currency);
            return Some(format!("Changed {was} to {}", self.expense(after)));
        }
        only(before, after, |one, after| one.category.clone_from(&after.category)).then(|| {
            format!("Moved from {} to {}: {}", before.category, after.category, self.expense(after))
        })
    }
}

/// Whether nothing changed but what `change` takes over.
fn only<R: Row>(before: &R, after: &R, change: fn(&mut R, &R)) -> bool {
    let (mut before, mut same) = (before.clone(), after.clone());
    change(&mut before, after);
    for row in [&mut before, &mut same] {
        row.touch(0, DateTime::UNIX_EPOCH);
    }
    before == same
}

fn renamed(was: &str, now: &str) -> String {
    format!("Renamed “{was}” to {now}")
}
