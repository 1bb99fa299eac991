//! A found row as something to choose.

use chrono::NaiveDate;
use domain::history::Item;
use domain::search::{Found, Hit};
use domain::time::Moment;
use server::words::Words;

use super::html::Entry;
use crate::present::row::detail;
use crate::texts;

/// What a found row is called, where it leads, and its words.
pub(super) fn entry(wording: &Words, hit: &Hit) -> Entry {
    let (icon, title, facts, href) = match &hit.row {
        Found::Event(event) => {
            let day = shown_on(wording, wording.date(event.start_time), event.rrule.is_some());
            let facts = match wording.event_repeats(event) {
                Some(repeats) => repeats,
                None => detail(wording, &event.clone().into()),
            };
            let href = format!("/calendar?date={day}&open={}", event.id);
            ("calendar", event.title.clone(), facts, href)
        }
        Found::Task(task) => {
            let facts = match (task.is_complete, task.due_date) {
                (true, _) => texts::row::DONE.to_owned(),
                (false, None) => String::new(),
                (false, Some(_)) => detail(wording, &task.clone().into()),
            };
            let icon = if task.is_complete { "check" } else { "tasks" };
            // A step is edited in its task.
            let edited = task.parent_id.unwrap_or(task.id);
            (icon, task.title.clone(), facts, format!("/tasks?edit={edited}"))
        }
        Found::Expense(expense) => {
            let item: Item = expense.clone().into();
            let month = wording.local(expense.incurred_at).format("%Y-%m");
            let href = format!("/expenses?month={month}&edit={}", expense.id);
            ("money", item.name().to_owned(), detail(wording, &item), href)
        }
        Found::Conversation(row) => {
            let when = wording.moment(Moment::Instant(row.updated_at));
            ("assistant", row.title.clone(), when, format!("/chat/{}", row.id))
        }
    };
    Entry {
        icon,
        title,
        facts,
        excerpt: hit.excerpt.clone().unwrap_or_default(),
        words: hit.words.clone(),
        href,
        ..Entry::default()
    }
}

/// The day of the calendar on which an event is opened. One that repeats is shown with today, once
/// it has begun.
fn shown_on(wording: &Words, start: NaiveDate, repeats: bool) -> NaiveDate {
    if repeats { start.max(wording.today) } else { start }
}
