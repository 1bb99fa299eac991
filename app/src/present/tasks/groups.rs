//! Tasks under headings, as each view has them.

use chrono::{Days, NaiveDate};
use domain::Uuid;
use domain::list::TaskList;
use domain::task::Task;
use domain::time::Moment;
use server::words::Words;

use super::super::row::is_overdue;
use super::store::Store;
use crate::texts;
use crate::view::tasks::{NO_LIST, TasksAsked};

/// How many days the coming ones are shown one by one, today included.
const COMING: u64 = 14;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    /// What is due today, and what should be done already.
    Today,
    /// Day by day.
    Upcoming,
    /// Everything that is open.
    All,
    /// What was done.
    Done,
    /// What is in a list; in none for none.
    List(Option<Uuid>),
    /// Everything that is open, list by list.
    ByList,
    /// What a filter finds.
    Found(String),
}

impl Look {
    /// What an address asks for; a list that is gone is everything.
    pub(super) fn of(asked: &TasksAsked, lists: &[TaskList]) -> Self {
        let filter = asked.filter.trim();
        if !filter.is_empty() {
            return Self::Found(filter.to_owned());
        }
        if asked.list == NO_LIST {
            return Self::List(None);
        }
        if let Some(list) = lists.iter().find(|list| list.id.to_string() == asked.list) {
            return Self::List(Some(list.id));
        }
        match asked.view.as_str() {
            "today" => Self::Today,
            "upcoming" => Self::Upcoming,
            "done" => Self::Done,
            _ if asked.by == "list" && !lists.is_empty() => Self::ByList,
            _ => Self::All,
        }
    }
}

/// Tasks under one heading, seen or not.
#[derive(Default)]
pub(super) struct Bundle<'a> {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) note: String,
    pub(super) takes: String,
    pub(super) by_hand: bool,
    pub(super) tasks: Vec<&'a Task>,
}

impl<'a> Bundle<'a> {
    fn new(key: &str, title: &str) -> Self {
        Self { key: key.to_owned(), title: title.to_owned(), ..Self::default() }
    }

    /// A day, which takes what is dropped on it.
    fn day(wording: &Words, key: &str, date: NaiveDate) -> Self {
        let title = wording.day(date);
        let short = wording.short(date);
        Self {
            key: key.to_owned(),
            note: if title == short { String::new() } else { short },
            title,
            takes: format!("day:{date}"),
            by_hand: true,
            tasks: Vec::new(),
        }
    }

    /// In the order of their deadlines.
    fn by_deadline(mut self) -> Self {
        self.tasks
            .sort_by_key(|task| task.due_date.map_or(i64::MAX, |due| due.stored().timestamp()));
        self
    }

    /// In the order made by hand; on a day what has a time stands before it, by its time.
    fn by_time(mut self) -> Self {
        self.tasks.sort_by_key(|task| match task.due_date {
            Some(Moment::Instant(at)) => (0, Some(at)),
            Some(Moment::Date(_)) | None => (1, None),
        });
        self
    }

    fn holding(mut self, tasks: impl Iterator<Item = &'a Task>) -> Self {
        self.tasks = tasks.collect();
        self
    }
}

/// The groups of what is looked at, in order. Only days to come may be empty.
pub(super) fn of<'a>(wording: &Words, store: &'a Store, look: &Look) -> Vec<Bundle<'a>> {
    let mut bundles = match look {
        Look::Today => vec![overdue(wording, store), today(wording, store), done_today(store)],
        Look::Upcoming => upcoming(wording, store),
        Look::All => by_deadline(wording, store),
        Look::Done => by_day_of_completion(wording, store),
        Look::List(list) => one_list(store, *list),
        Look::ByList => by_list(store),
        Look::Found(_) => found(wording, store),
    };
    if !matches!(look, Look::Upcoming | Look::ByList) {
        bundles.retain(|bundle| !bundle.tasks.is_empty());
    }
    bundles
}

fn overdue<'a>(wording: &Words, store: &'a Store) -> Bundle<'a> {
    let late = store.open.iter().filter(|task| is_overdue(wording, task));
    Bundle::new("overdue", texts::OVERDUE).holding(late).by_deadline()
}

fn today<'a>(wording: &Words, store: &'a Store) -> Bundle<'a> {
    let today = wording.today;
    let due = store
        .open
        .iter()
        .filter(|task| due(wording, task) == Some(today) && !is_overdue(wording, task));
    Bundle::day(wording, "today", today).holding(due).by_time()
}

fn done_today(store: &Store) -> Bundle<'_> {
    Bundle::new("done", texts::tasks::DONE_TODAY).holding(store.done.iter())
}

/// The coming days, then everything behind them.
fn upcoming<'a>(wording: &Words, store: &'a Store) -> Vec<Bundle<'a>> {
    let mut bundles = vec![today(wording, store)];
    let days = (1..COMING).filter_map(|days| wording.today.checked_add_days(Days::new(days)));
    let mut last = wording.today;
    for date in days {
        let key = format!("day-{date}");
        let tasks = store.open.iter().filter(|task| due(wording, task) == Some(date));
        bundles.push(Bundle::day(wording, &key, date).holding(tasks).by_time());
        last = date;
    }
    let later = store.open.iter().filter(|task| due(wording, task).is_some_and(|due| due > last));
    let later = Bundle::new("later", texts::tasks::LATER).holding(later).by_deadline();
    if !later.tasks.is_empty() {
        bundles.push(later);
    }
    bundles
}

fn by_deadline<'a>(wording: &Words, store: &'a Store) -> Vec<Bundle<'a>> {
    let today_date = wording.today;
    let week = today_date.checked_add_days(Days::new(7)).unwrap_or(today_date);
    let within = |first: NaiveDate, last: NaiveDate| {
        store
            .open
            .iter()
            .filter(move |task| due(wording, task).is_some_and(|due| first < due && due <= last))
    };
    let undated = store.open.iter().filter(|task| task.due_date.is_none());
    let someday = Bundle {
        takes: "day:".to_owned(),
        by_hand: true,
        ..Bundle::new("someday", texts::tasks::NO_DEADLINE)
    }
    .holding(undated);
    vec![
        overdue(wording, store),
        today(wording, store),
        Bundle::new("week", texts::tasks::NEXT_WEEK)
            .holding(within(today_date, week))
            .by_deadline(),
        Bundle::new("later", texts::tasks::LATER)
            .holding(within(week, NaiveDate::MAX))
            .by_deadline(),
        someday,
        done_today(store),
    ]
}

fn by_day_of_completion<'a>(wording: &Words, store: &'a Store) -> Vec<Bundle<'a>> {
    let mut bundles: Vec<Bundle<'a>> = Vec::new();
    for task in &store.done {
        // Another program may have left out when.
        let at = task.completed_at.unwrap_or(task.updated_at);
        let date = wording.local(at).date();
        let key = format!("day-{date}");
        match bundles.last_mut().filter(|bundle| bundle.key == key) {
            Some(bundle) => bundle.tasks.push(task),
            None => bundles.push(Bundle {
                takes: String::new(),
                by_hand: false,
                tasks: vec![task],
                ..Bundle::day(wording, &key, date)
            }),
        }
    }
    bundles
}

/// A list as the person put it, and what was done of it today.
fn one_list(store: &Store, list: Option<Uuid>) -> Vec<Bundle<'_>> {
    let done = store.done.iter().filter(move |task| task.list_id == list);
    vec![
        Bundle { title: texts::tasks::TO_DO.to_owned(), ..of_list(store, list) },
        Bundle::new("done", texts::tasks::DONE_TODAY).holding(done),
    ]
}

/// List after list, then what is in none.
fn by_list(store: &Store) -> Vec<Bundle<'_>> {
    let lists = store.lists.iter().map(|list| Some(list.id));
    lists.chain([None]).map(|list| of_list(store, list)).collect()
}

fn of_list(store: &Store, list: Option<Uuid>) -> Bundle<'_> {
    let id = list.map(|list| list.to_string()).unwrap_or_default();
    let title =
        list.map_or(Some(texts::tasks::NO_LIST), |list| store.name_of(list)).unwrap_or_default();
    Bundle {
        takes: format!("list:{id}"),
        by_hand: true,
        ..Bundle::new(&format!("list-{id}"), title)
    }
    .holding(store.open.iter().filter(move |task| task.list_id == list))
}

/// What a filter finds: what is open by deadline, then what is done.
fn found<'a>(wording: &Words, store: &'a Store) -> Vec<Bundle<'a>> {
    let (done, open): (Vec<&Task>, Vec<&Task>) =
        store.found.iter().partition(|task| task.is_complete);
    let (late, open): (Vec<&Task>, Vec<&Task>) =
        open.into_iter().partition(|task| is_overdue(wording, task));
    vec![
        Bundle::new("overdue", texts::OVERDUE).holding(late.into_iter()),
        Bundle::new("found", texts::FOUND).holding(open.into_iter()),
        Bundle::new("done", texts::tasks::DONE).holding(done.into_iter()),
    ]
}

fn due(wording: &Words, task: &Task) -> Option<NaiveDate> {
    task.due_date.map(|due| wording.date(due))
}

/// How many are late, and how many are due today and are not.
pub(super) fn urgent(wording: &Words, tasks: &[Task]) -> (usize, usize) {
    let (late, others): (Vec<&Task>, Vec<&Task>) =
        tasks.iter().partition(|task| is_overdue(wording, task));
    let today = others.iter().filter(|task| due(wording, task) == Some(wording.today)).count();
    (late.len(), today)
}
