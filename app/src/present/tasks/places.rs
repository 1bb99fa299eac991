//! Where one can look, and what is said of where one is.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use server::words::Words;

use super::groups::{Look, urgent};
use super::store::Store;
use crate::view::tasks::Place;

/// The heading, and what stands beside it.
pub(super) fn title(wording: &Words, look: &Look) -> (String, String) {
    let (title, note) = match look {
        Look::Today => ("Today", wording.short(wording.today)),
        Look::Upcoming => ("Upcoming", String::new()),
        Look::All => ("Tasks", String::new()),
        Look::Done => ("Done", String::new()),
    };
    (title.to_owned(), note)
}

/// What is said where nothing is.
pub(super) fn empty(look: &Look) -> &'static str {
    match look {
        Look::Today => "Nothing is due today.",
        Look::Upcoming | Look::All => "Nothing to do.",
        Look::Done => "What you tick off is kept here.",
    }
}

/// The views, with what waits in each.
pub(super) fn views(wording: &Words, store: &Store, look: &Look) -> Vec<Place> {
    let (late, today) = urgent(wording, &store.open);
    let view = |key: &str, icon: &str, name: &str, is_here: Look| Place {
        key: key.to_owned(),
        href: format!("/tasks{}", query(&[("view", key)])),
        icon: icon.to_owned(),
        name: name.to_owned(),
        here: *look == is_here,
        ..Place::default()
    };
    vec![
        Place {
            count: late + today,
            late,
            takes: format!("day:{}", wording.today),
            ..view("today", "today", "Today", Look::Today)
        },
        view("upcoming", "calendar", "Upcoming", Look::Upcoming),
        Place { count: store.open.len(), key: "all".to_owned(), ..view("", "list", "All", Look::All) },
        view("done", "check", "Done", Look::Done),
    ]
}

/// What follows the path of an address; what is empty is left out.
pub(super) fn query(pairs: &[(&str, &str)]) -> String {
    let said = pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| {
        format!("{name}={}", utf8_percent_encode(value, NON_ALPHANUMERIC))
    });
    let query = said.collect::<Vec<_>>().join("&");
    if query.is_empty() { query } else { format!("?{query}") }
}
