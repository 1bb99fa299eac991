//! The page of tasks: what is looked at, grouped and cut to what is seen.

mod groups;
mod places;
mod store;

use domain::task::Task;
use server::context::Context;
use server::error::Error;
use server::words::Words;

use self::groups::Bundle;
pub(crate) use self::groups::Look;
use self::store::Store;
use super::row;
use crate::view::tasks::{Choice, More, TaskGroup, TasksAsked, TasksView};

/// How many rows a page has, and how many "Show more" adds.
const ROWS: usize = 100;
/// The most rows of one page.
const MOST: usize = 5_000;

/// What was asked for.
pub(crate) async fn page(context: &Context, asked: &TasksAsked) -> Result<TasksView, Error> {
    let wording = Words::of(context);
    let look = Look::of(asked);
    let store = Store::read(context, &look).await?;
    let room = asked.show.parse().unwrap_or(ROWS).clamp(ROWS, MOST);
    let bundles = groups::of(&wording, &store, &look);
    let total: usize = bundles.iter().map(|bundle| bundle.tasks.len()).sum();
    let mut groups = shown(&wording, bundles, room);
    if let Some(stray) = stray(&wording, &store, &groups, &asked.edit) {
        groups.insert(0, stray);
    }
    let (title, note) = places::title(&wording, &look);
    let nothing_at_all = store.open.is_empty() && store.done.is_empty();
    Ok(TasksView {
        base: base(asked),
        title,
        note,
        views: places::views(&wording, &store, &look),
        lists: Vec::new(),
        filters: Vec::new(),
        ways: Vec::new(),
        empty: places::empty(&look).to_owned(),
        examples: if nothing_at_all { examples() } else { Vec::new() },
        more: more(asked, total, room),
        filter: asked.filter.clone(),
        wrong: String::new(),
        due: if look == Look::Today { wording.today.to_string() } else { String::new() },
        list: String::new(),
        days: days(&wording),
        groups,
    })
}

/// As many rows as there is room for, from the top; a group is there as long as its
/// place is in sight.
fn shown(wording: &Words, bundles: Vec<Bundle<'_>>, room: usize) -> Vec<TaskGroup> {
    let mut left = room;
    let mut groups = Vec::with_capacity(bundles.len());
    for bundle in bundles {
        if left == 0 && !bundle.tasks.is_empty() {
            break;
        }
        let rows: Vec<_> =
            bundle.tasks.iter().take(left).map(|task| row::task(wording, task)).collect();
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
    wording: &Words,
    store: &Store,
    groups: &[TaskGroup],
    edited: &str,
) -> Option<TaskGroup> {
    let is_meant = |task: &&Task| task.id.to_string() == edited;
    if edited.is_empty()
        || groups.iter().any(|group| group.rows.iter().any(|task| task.id == edited))
    {
        return None;
    }
    let task = store.open.iter().chain(&store.done).find(is_meant)?;
    Some(TaskGroup {
        key: "open".to_owned(),
        title: "Open".to_owned(),
        count: 1,
        rows: vec![row::task(wording, task)],
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
    Some(More { href: format!("/tasks{query}"), words: format!("Show {next} more of {left}") })
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
        ("Today", Some(today)),
        ("Tomorrow", after(1)),
        ("In two days", after(2)),
        ("Next Monday", after(to_monday)),
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
    ["Send the invoice tomorrow 9am", "Water the plants every 3 days", "Renew the passport p1"]
        .map(str::to_owned)
        .to_vec()
}
