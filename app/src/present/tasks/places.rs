//! Where one can look, and what is said of where one is.

use domain::Uuid;
use domain::saved_filter::SavedFilter;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use server::words::Words;

use super::groups::{Look, urgent};
use super::store::Store;
use crate::texts;
use crate::view::tasks::{NO_LIST, Place};

/// The heading, and what stands beside it.
pub(super) fn title(wording: &Words, store: &Store, look: &Look) -> (String, String) {
    let title = match look {
        Look::Today => return (texts::TODAY.to_owned(), wording.short(wording.today)),
        Look::Upcoming => texts::tasks::UPCOMING,
        Look::All | Look::ByList => texts::TASKS,
        Look::Done => texts::tasks::DONE,
        Look::List(None) => texts::tasks::NO_LIST,
        Look::List(Some(list)) => store.name_of(*list).unwrap_or_default(),
        Look::Found(filter) => {
            let saved = saved(store, filter).map(|saved| saved.name.as_str());
            let found = match store.found.len() {
                0 => String::new(),
                many => texts::tasks::count(many),
            };
            return (saved.unwrap_or(texts::SEARCH).to_owned(), found);
        }
    };
    (title.to_owned(), String::new())
}

/// The saved filter of that text, if there is one.
pub(super) fn saved<'a>(store: &'a Store, filter: &str) -> Option<&'a SavedFilter> {
    store.filters.iter().find(|saved| saved.filter == filter)
}

/// What is said where nothing is.
pub(super) fn empty(store: &Store, look: &Look) -> &'static str {
    match look {
        Look::Today => texts::tasks::NOTHING_TODAY,
        Look::Upcoming | Look::All | Look::ByList => texts::tasks::NOTHING,
        Look::Done => texts::tasks::NOTHING_DONE,
        Look::List(_) => texts::tasks::NOTHING_IN_LIST,
        Look::Found(_) if store.wrong.is_empty() => texts::tasks::NOTHING_FOUND,
        Look::Found(_) => "",
    }
}

/// The views, with what waits in each.
pub(super) fn views(wording: &Words, store: &Store, look: &Look) -> Vec<Place> {
    let (late, today) = urgent(wording, &store.open);
    let view = |key: &str, icon: &str, name: &str, here: bool| Place {
        key: key.to_owned(),
        href: format!("/tasks{}", query(&[("view", key)])),
        icon: icon.to_owned(),
        name: name.to_owned(),
        here,
        ..Place::default()
    };
    vec![
        Place {
            count: late + today,
            late,
            takes: format!("day:{}", wording.today),
            ..view("today", "today", texts::TODAY, *look == Look::Today)
        },
        view("upcoming", "calendar", texts::tasks::UPCOMING, *look == Look::Upcoming),
        Place {
            count: store.open.len(),
            key: "all".to_owned(),
            ..view("", "tasks", texts::tasks::ALL, matches!(look, Look::All | Look::ByList))
        },
        view("done", "check", texts::tasks::DONE, *look == Look::Done),
    ]
}

/// The lists, and last what is in none; nothing before the first list.
pub(super) fn lists(store: &Store, look: &Look) -> Vec<Place> {
    if store.lists.is_empty() {
        return Vec::new();
    }
    let count = |list| store.open.iter().filter(|task| task.list_id == list).count();
    let place = |list: Option<Uuid>, icon: &str, name: &str| {
        let id = list.map(|list| list.to_string()).unwrap_or_default();
        let key = if id.is_empty() { NO_LIST.to_owned() } else { id.clone() };
        Place {
            href: format!("/tasks{}", query(&[("list", &key)])),
            key,
            icon: icon.to_owned(),
            name: name.to_owned(),
            count: count(list),
            here: *look == Look::List(list),
            takes: format!("list:{id}"),
            ..Place::default()
        }
    };
    let lists = store.lists.iter().map(|list| place(Some(list.id), "hash", &list.name));
    lists.chain([place(None, "inbox", texts::tasks::NO_LIST)]).collect()
}

/// The filters that were kept.
pub(super) fn filters(store: &Store, look: &Look) -> Vec<Place> {
    let place = |saved: &SavedFilter| Place {
        key: saved.id.to_string(),
        href: format!("/tasks{}", query(&[("filter", &saved.filter)])),
        icon: "filter".to_owned(),
        name: saved.name.clone(),
        here: *look == Look::Found(saved.filter.clone()),
        ..Place::default()
    };
    store.filters.iter().map(place).collect()
}

/// How everything that is open may be grouped.
pub(super) fn ways(store: &Store, look: &Look) -> Vec<Place> {
    if store.lists.is_empty() || !matches!(look, Look::All | Look::ByList) {
        return Vec::new();
    }
    let way = |by: &str, name: &str, is_here| Place {
        href: format!("/tasks{}", query(&[("by", by)])),
        name: name.to_owned(),
        here: is_here,
        ..Place::default()
    };
    vec![
        way("", texts::tasks::BY_DATE, *look == Look::All),
        way("list", texts::tasks::BY_LIST, *look == Look::ByList),
    ]
}

/// What follows the path of an address; what is empty is left out.
pub(super) fn query(pairs: &[(&str, &str)]) -> String {
    let said = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC)));
    let query = said.collect::<Vec<_>>().join("&");
    if query.is_empty() { query } else { format!("?{query}") }
}
