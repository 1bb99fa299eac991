//! The rows that a page is about.

use chrono::{Days, NaiveDate};
use domain::event::{Event, EventFilter};
use domain::input::Field;
use domain::task::{Task, TaskFilter};
use domain::time::When;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::events::ListEvents;
use server::operations::tasks::ListTasks;

/// The most pages of a thousand rows that are read for one page.
const PAGES: usize = 3;

/// Events that touch the days, and tasks due on them.
pub(super) async fn read(
    context: &Context,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<(Vec<Event>, Vec<Task>), Error> {
    let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let (from, to) = (Field::Value(When::Date(first)), Field::Value(When::Date(end)));
    let limit = Field::Value(1000);
    let mut filter = EventFilter { from, to, limit, ..EventFilter::default() };
    let mut events = Vec::new();
    for _ in 0..PAGES {
        let page = call::<ListEvents>(context, filter.clone()).await?.value;
        events.extend(page.items);
        let Some(next) = page.next else { break };
        filter.cursor = Field::Value(next);
    }
    let filter = TaskFilter {
        due_after: Field::Value(When::Date(first)),
        due_before: Field::Value(When::Date(end)),
        limit: Field::Value(1000),
        ..TaskFilter::default()
    };
    let tasks = call::<ListTasks>(context, filter).await?.value.items;
    Ok((events, tasks))
}
