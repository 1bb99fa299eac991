//! The page of tasks: what is looked at, grouped and cut to what is seen.

mod groups;
mod places;
mod store;

use domain::task::Task;
use server::context::Context;
use server::error::Error;
use server::words::Words;

use self::groups::{Bundle, Look};
use self::store::Store;
use super::row;
use crate::texts;
use crate::view::row::{StepView, TaskView};
use crate::view::tasks::{Choice, More, TaskGroup, TasksAsked, TasksView};

/// How many rows a page has, and how many "Show more" adds.
const ROWS: usize = 100;
/// The most rows of one page.
const MOST: usize = 5_000;

/// What was asked for.
pub(crate) async fn page(context: &Context, asked: &TasksAsked) -> Result<TasksView, Error> {
    let wording = Words::of(context);
    let (store, look) = Store::read(context, asked).await?;
    let room = asked.show.parse().unwrap_or(ROWS).clamp(ROWS, MOST);
    let bundles = groups::of(&wording, &store, &look);
    let total: usize = bundles.iter().map(|bundle| bundle.tasks.len()).sum();
    let view = |task: &Task| view(&wording, &store, &look, task);
    let mut groups = shown(bundles, room, &view);
    if let Some(stray) = stray(&store, &groups, &asked.edit, &view) {
        groups.insert(0, stray);
    }
    let (title, note) = places::title(&wording, &store, &look);
    let nothing_at_all = store.open.is_empty() && store.done.is_empty();
    let list = match &look {
        Look::List(Some(list)) => list.to_string(),
        _ => String::new(),
    };
    let is_search = matches!(look, Look::Found(_));
    Ok(TasksView {
        base: base(asked),
        title,
        note,
        views: places::views(&wording, &store, &look),
        lists: places::lists(&store, &look),
        filters: places::filters(&store, &look),
        ways: places::ways(&store, &look),
        empty: places::empty(&store, &look).to_owned(),
        examples: if nothing_at_all && !is_search { examples() } else { Vec::new() },
        more: more(asked, total, room),
        saved: places::saved(&store, asked.filter.trim())
            .map(|saved| saved.id.to_string())
            .unwrap_or_default(),
        filter: asked.filter.clone(),
        due: if look == Look::Today { wording.today.to_string() } else { String::new() },
        own_list: list.clone(),
        list,
        days: days(&wording),
        groups,
        wrong: store.wrong,
    })
}

/// A task with what only this page knows of it.
fn view(wording: &Words, store: &Store, look: &Look, task: &Task) -> TaskView {
    let is_said = matches!(look, Look::List(_) | Look::ByList);
    let list = task.list_id.filter(|_| !is_said).and_then(|list| store.name_of(list));
    let steps = store.steps.get(&task.id).map(Vec::as_slice).unwrap_or_default();
    let step = |step: &Task| StepView {
        id: step.id.to_string(),
        title: step.title.clone(),
        done: step.is_complete,
    };
    TaskView {
        list_name: list.unwrap_or_default().to_owned(),
        steps: steps.iter().map(step).collect(),
        ..row::task(wording, task)
    }
}

/// As many rows as there is room for, from the top; a group is there as long as its
/// place is in sight.
fn shown(
    bundles: Vec<Bundle<'_>>,
    room: usize,
    view: &impl Fn(&Task) -> TaskView,
) -> Vec<TaskGroup> {
    let mut left = room;
    let mut groups = Vec::with_capacity(bundles.len());
    for bundle in bundles {
        if left == 0 && !bundle.tasks.is_empty() {
            break;
        }
        let mut rows: Vec<_> = bundle.tasks.iter().take(left).map(|task| view(task)).collect();
        // Under the heading of a day only the time is news.
        for row in rows.iter_mut().filter(|_| bundle.takes.starts_with("day:")) {
            if let Some(time) = row.due.strip_prefix(&bundle.title) {
                row.due = time.trim_start().to_owned();
            }
        }
        left -= rows.len();
        groups.push(TaskGroup {
            key: bundle.key,
            title: bundle.title,
            note: bundle.note,
            count: bundle.tasks.len(),
            takes: bundle.takes,
            by_hand: bundle.by_hand,
            rows,
        });
    }
    groups
}

/// The task that is open for editing, where it is not among what is seen: an address
/// from elsewhere leads to it.
fn stray(
    store: &Store,
    groups: &[TaskGroup],
    edited: &str,
    view: &impl Fn(&Task) -> TaskView,
) -> Option<TaskGroup> {
    let is_meant = |task: &&Task| task.id.to_string() == edited;
    if edited.is_empty()
        || groups.iter().any(|group| group.rows.iter().any(|task| task.id == edited))
    {
        return None;
    }
    let steps = store.steps.values().flatten();
    let task = store.open.iter().chain(&store.done).chain(steps).find(is_meant)?;
    Some(TaskGroup {
        key: "open".to_owned(),
        title: texts::tasks::OPEN.to_owned(),
        count: 1,
        rows: vec![view(task)],
        ..TaskGroup::default()
    })
}

fn more(asked: &TasksAsked, total: usize, room: usize) -> Option<More> {
    let left = total.checked_sub(room).filter(|left| *left > 0)?;
    let next = left.min(ROWS);
    let query = places::query(&[
        ("view", &asked.view),
        ("list", &asked.list),
        ("filter", &asked.filter),
        ("by", &asked.by),
        ("show", &(room + next).to_string()),
    ]);
    Some(More { href: format!("/tasks{query}"), words: texts::tasks::show_more(next, left) })
}

/// What the address says, up to what is open.
fn base(asked: &TasksAsked) -> String {
    let query = places::query(&[
        ("view", &asked.view),
        ("list", &asked.list),
        ("filter", &asked.filter),
        ("by", &asked.by),
        ("show", &asked.show),
    ]);
    if query.is_empty() { query } else { format!("{}&", query.trim_start_matches('?')) }
}

/// Days that a deadline is often moved to.
fn days(wording: &Words) -> Vec<Choice> {
    let today = wording.today;
    let after = |days| today.checked_add_days(chrono::Days::new(days));
    let to_monday = 7 - u64::from(chrono::Datelike::weekday(&today).num_days_from_monday());
    let named = [
        (texts::TODAY, Some(today)),
        (texts::tasks::TOMORROW, after(1)),
        (texts::tasks::IN_TWO_DAYS, after(2)),
        (texts::tasks::NEXT_MONDAY, after(to_monday)),
    ];
    let mut days: Vec<Choice> = Vec::new();
    for (name, date) in named {
        let Some(date) = date else { continue };
        let value = date.to_string();
        if days.iter().all(|day| day.value != value) {
            days.push(Choice { value, name: name.to_owned(), note: wording.short(date) });
        }
    }
    days
}

fn examples() -> Vec<String> {
    texts::tasks::EXAMPLES.map(str::to_owned).to_vec()
}
