//! The task list, by urgency.

use chrono::Days;
use domain::input::Field;
use domain::task::{Task, TaskFilter};
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::tasks::ListTasks;

use super::row;
use crate::view::row::{Group, TaskView};
use server::words::Words;

/// How many done tasks are kept in sight.
const DONE: usize = 20;

/// Open tasks in groups by urgency, then the done ones, latest first.
pub(crate) async fn page(context: &Context) -> Result<Vec<Group<TaskView>>, Error> {
    let wording = Words::of(context);
    let mut done = list(context, true).await?;
    done.sort_by_key(|task| std::cmp::Reverse(task.completed_at));
    done.truncate(DONE);

    let mut groups: Vec<Group<TaskView>> = Vec::new();
    for task in list(context, false).await?.iter().chain(&done) {
        let (key, title) = urgency(&wording, task);
        let view = row::task(&wording, task);
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => group.rows.push(view),
            None => groups.push(Group {
                key: key.to_owned(),
                title: title.to_owned(),
                note: String::new(),
                rows: vec![view],
            }),
        }
    }
    Ok(groups)
}

async fn list(context: &Context, is_complete: bool) -> Result<Vec<Task>, Error> {
    let filter = TaskFilter { is_complete: Field::Value(is_complete), ..TaskFilter::default() };
    Ok(call::<ListTasks>(context, filter).await?.value.items)
}

/// The group of a task, by its key and title.
fn urgency(wording: &Words, task: &Task) -> (&'static str, &'static str) {
    if task.is_complete {
        return ("done", "Done");
    }
    let Some(due) = task.due_date else { return ("someday", "No deadline") };
    let date = wording.date(due);
    let week = wording.today.checked_add_days(Days::new(7)).unwrap_or(wording.today);
    if row::is_overdue(wording, task) {
        ("overdue", "Overdue")
    } else if date == wording.today {
        ("today", "Today")
    } else if date <= week {
        ("week", "Next seven days")
    } else {
        ("later", "Later")
    }
}
