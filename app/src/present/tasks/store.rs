//! The tasks that a page is made of.

use domain::input::Field;
use domain::task::{Task, TaskFilter};
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::tasks::ListTasks;

use super::groups::Look;

/// How many times a thousand rows are read at most.
const PAGES: usize = 10;

/// What a page of tasks is made of.
pub(super) struct Store {
    /// Everything that is open, by deadline, what has none last.
    pub(super) open: Vec<Task>,
    /// What was done, latest first: today, or ever where that is looked at.
    pub(super) done: Vec<Task>,
}

impl Store {
    /// Reads them. The column counts what is open, so all of it is read for every view.
    ///
    /// # Errors
    /// Those of listing.
    pub(super) async fn read(context: &Context, look: &Look) -> Result<Self, Error> {
        let open = TaskFilter { is_complete: Field::Value(false), ..TaskFilter::default() };
        let done_after = match look {
            Look::Done => Field::Absent,
            _ => Field::Value(When::Date(context.today())),
        };
        let done =
            TaskFilter { is_complete: Field::Value(true), done_after, ..TaskFilter::default() };
        let mut store = Self { open: all(context, open).await?, done: all(context, done).await? };
        store.done.sort_by_key(|task| std::cmp::Reverse(task.completed_at));
        Ok(store)
    }
}

async fn all(context: &Context, filter: TaskFilter) -> Result<Vec<Task>, Error> {
    let mut tasks = Vec::new();
    let mut cursor = Field::Absent;
    for _ in 0..PAGES {
        let filter = TaskFilter { cursor, ..filter.clone() };
        let page = call::<ListTasks>(context, filter).await?.value;
        tasks.extend(page.items);
        match page.next {
            Some(next) => cursor = Field::Value(next),
            None => break,
        }
    }
    Ok(tasks)
}
