//! What changed about a row, from before to after.

use chrono::DateTime;
use domain::event::Event;
use domain::expense::Expense;
use domain::history::Item;
use domain::task::{Priority, Task};

use super::Words;
use super::rows::{labels, length};
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
        if only(before, after, |one, after| one.description.clone_from(&after.description)) {
            return Some(noted(&after.title, &before.description, &after.description));
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
        if only(before, after, |one, after| one.notes.clone_from(&after.notes)) {
            return Some(noted(&after.title, &before.notes, &after.notes));
        }
        if only(before, after, |one, after| one.due_date = after.due_date)
            && let (Some(from), Some(to)) = (before.due_date, after.due_date)
        {
            let (from, to) = (self.moment_exactly(from), self.moment_exactly(to));
            return Some(format!("Moved “{}” from {from} to {to}", after.title));
        }
        if let Some(told) = self.task_filed(before, after) {
            return Some(told);
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

    /// Where a task went, and what it is found by.
    fn task_filed(&self, before: &Task, after: &Task) -> Option<String> {
        let title = &after.title;
        if only(before, after, |one, after| one.position = after.position) {
            return Some(format!("Put “{title}” somewhere else in the order"));
        }
        if only(before, after, |one, after| one.labels.clone_from(&after.labels)) {
            let named = |task: &Task| labels(&task.labels).unwrap_or_else(|| "no label".to_owned());
            let (was, is) = (named(before), named(after));
            return Some(format!("“{title}” had {was} and has {is} now"));
        }
        if only(before, after, |one, after| one.estimate_minutes = after.estimate_minutes) {
            let said = |task: &Task| task.estimate_minutes.map(length);
            return Some(match (said(before), said(after)) {
                (Some(was), Some(is)) => format!("“{title}” took {was} and takes {is} now"),
                (None, Some(is)) => format!("“{title}” takes {is}"),
                (_, None) => format!("“{title}” has no estimate any more"),
            });
        }
        let belongs: fn(&mut Task, &Task) = |one, after| {
            (one.list_id, one.parent_id) = (after.list_id, after.parent_id);
            one.position = after.position;
        };
        only(before, after, belongs).then(|| match (after.parent_id, after.list_id) {
            (Some(_), _) => format!("Made “{title}” a subtask"),
            (None, Some(_)) => format!("Moved “{title}” to another list"),
            (None, None) if before.parent_id.is_some() => {
                format!("Made “{title}” a task of its own")
            }
            (None, None) => format!("Took “{title}” out of its list"),
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
        if only(before, after, |one, after| one.notes.clone_from(&after.notes)) {
            let title = after.description.as_deref().unwrap_or(&after.category);
            return Some(noted(title, &before.notes, &after.notes));
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

/// What became of the notes of a row. The words themselves may be long, and are on it.
fn noted(title: &str, before: &Option<String>, after: &Option<String>) -> String {
    match (before, after) {
        (_, None) => format!("Took the notes of “{title}” away"),
        (None, Some(_)) => format!("Added a note to “{title}”"),
        (Some(before), Some(after)) if after.starts_with(before.as_str()) => {
            format!("Added a note to “{title}”")
        }
        _ => format!("Changed the notes of “{title}”"),
    }
}

fn renamed(was: &str, now: &str) -> String {
    format!("Renamed “{was}” to {now}")
}

#[cfg(test)]
mod tests {
    use domain::Uuid;
    use domain::task::Labels;

    use super::super::tests::words;
    use super::*;

    #[test]
    fn what_a_task_says_is_told_from_before_to_after() {
        let before: Task = serde_json::from_value(serde_json::json!({
            "id": Uuid::nil(), "title": "Read", "is_complete": false, "priority": "none",
            "door": "web", "created_at": "2026-11-22T09:00:00Z",
            "updated_at": "2026-11-22T09:00:00Z", "version": 1, "labels": ["home"],
        }))
        .expect("what was kept before tasks had lists is read");
        let told = |change: fn(&mut Task)| {
            let mut after = before.clone();
            change(&mut after);
            after.touch(2, DateTime::UNIX_EPOCH);
            words("en-GB").change(&before.clone().into(), &after.into())
        };
        let labelled = told(|task| task.labels = Labels::parse("home work").expect("labels"));
        assert_eq!(labelled, "“Read” had #home and has #home #work now");
        let bare = told(|task| task.labels = Labels::default());
        assert_eq!(bare, "“Read” had #home and has no label now");
        assert_eq!(told(|task| task.estimate_minutes = Some(90)), "“Read” takes 1 h 30 min");
        assert_eq!(told(|task| task.list_id = Some(Uuid::max())), "Moved “Read” to another list");
        assert_eq!(told(|task| task.parent_id = Some(Uuid::max())), "Made “Read” a subtask");
        assert_eq!(told(|task| task.notes = Some("By Ada".to_owned())), "Added a note to “Read”");
        assert_eq!(told(|task| task.position = 7), "Put “Read” somewhere else in the order");
    }
}
