//! What a page of tasks is made of.

use std::collections::HashMap;

use domain::Uuid;
use domain::input::Field;
use domain::list::TaskList;
use domain::saved_filter::SavedFilter;
use domain::task::{Task, TaskFilter, TaskOrder};
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::lists::ListLists;
use server::operations::saved_filters::ListSavedFilters;
use server::operations::tasks::ListTasks;

use super::groups::Look;
use crate::view::tasks::TasksAsked;

/// How many times a thousand rows are read at most.
const PAGES: usize = 10;

/// What a page of tasks is made of.
pub(super) struct Store {
    /// Everything that is open and no step, in the order made by hand.
    pub(super) open: Vec<Task>,
    /// What was done, latest first: today, or ever where that is looked at.
    pub(super) done: Vec<Task>,
    /// What a filter finds.
    pub(super) found: Vec<Task>,
    /// What is wrong with it.
    pub(super) wrong: String,
    /// The steps of each task.
    pub(super) steps: HashMap<Uuid, Vec<Task>>,
    /// The person's lists.
    pub(super) lists: Vec<TaskList>,
    /// The filters that were kept.
    pub(super) filters: Vec<SavedFilter>,
}

impl Store {
    /// Reads them. The column counts what is open, so all of it is read for every view.
    ///
    /// # Errors
    /// Those of listing; a filter that cannot be read is none.
    pub(super) async fn read(context: &Context, asked: &TasksAsked) -> Result<(Self, Look), Error> {
        let lists = call::<ListLists>(context, ()).await?.value;
        let filters = call::<ListSavedFilters>(context, ()).await?.value;
        let look = Look::of(asked, &lists);
        let whole = TaskFilter { is_subtask: Field::Value(false), ..TaskFilter::default() };
        let open = TaskFilter {
            is_complete: Field::Value(false),
            order: Field::Value(TaskOrder::Hand),
            ..whole.clone()
        };
        let done_after = match look {
            Look::Done => Field::Absent,
            _ => Field::Value(When::Date(context.today())),
        };
        let done = TaskFilter {
            is_complete: Field::Value(true),
            order: Field::Value(TaskOrder::Done),
            done_after,
            ..whole
        };
        let parts = TaskFilter {
            is_subtask: Field::Value(true),
            order: Field::Value(TaskOrder::Hand),
            ..TaskFilter::default()
        };
        let (found, wrong) = match &look {
            Look::Found(filter) => found(context, filter).await?,
            _ => (Vec::new(), String::new()),
        };
        let mut steps: HashMap<Uuid, Vec<Task>> = HashMap::new();
        for step in all(context, parts).await? {
            steps.entry(step.parent_id.unwrap_or_default()).or_default().push(step);
        }
        // As the person put them, whether they are done or not.
        for steps in steps.values_mut() {
            steps.sort_by_key(|step| step.position);
        }
        let (open, done) = (all(context, open).await?, all(context, done).await?);
        Ok((Self { open, done, found, wrong, steps, lists, filters }, look))
    }

    /// What a list is called.
    pub(super) fn name_of(&self, list: Uuid) -> Option<&str> {
        self.lists.iter().find(|one| one.id == list).map(|one| one.name.as_str())
    }
}

/// What a filter finds, or what is wrong with it.
async fn found(context: &Context, filter: &str) -> Result<(Vec<Task>, String), Error> {
    let wanted = TaskFilter { filter: Field::Value(filter.to_owned()), ..TaskFilter::default() };
    match all(context, wanted).await {
        Ok(found) => Ok((found, String::new())),
        Err(Error::Invalid(invalid)) => {
            let problem = domain::problem::Problem::from(Error::Invalid(invalid));
            let first = problem.errors.first().map(|wrong| wrong.message.clone());
            Ok((Vec::new(), first.unwrap_or(problem.detail)))
        }
        Err(error) => Err(error),
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
