//! What was done with an event, and with which part of one that repeats.

use domain::event::Event;
use domain::history::Item;
use server::words::Words;

use super::row;
use crate::texts;

/// A sentence about a row, if it is about what the usual one would not say.
type Tell = fn(&Words, &Item) -> Option<String>;

/// A sentence of the catalogue about a name and what else is known.
type Told = fn(&str, &str) -> String;

/// `Added “Yoga”, Fri 27 Nov, 18:00–19:00, every Friday.`
pub(crate) fn added(wording: &Words, item: &Item) -> Option<String> {
    sentence(wording, item, texts::told::added, texts::told::added)
}

/// What a change did to the part of that name.
pub(crate) fn changed(scope: &str) -> Tell {
    match scope {
        "this" => {
            |wording, item| sentence(wording, item, texts::told::changed_only, texts::told::changed)
        }
        "following" => {
            |wording, item| sentence(wording, item, texts::told::changed_from, texts::told::changed)
        }
        _ => |wording, item| sentence(wording, item, texts::told::changed, texts::told::changed),
    }
}

/// What was removed: an occurrence, it and all that follow, or everything.
pub(crate) fn deleted(scope: &str) -> Tell {
    match scope {
        "this" => |wording, item| {
            event(item).map(|event| texts::told::deleted_only(&event.title, &day(wording, event)))
        },
        "following" => |wording, item| {
            event(item).map(|event| texts::told::deleted_from(&event.title, &day(wording, event)))
        },
        _ => |_, item| {
            let event = event(item).filter(|event| event.rrule.is_some())?;
            Some(texts::told::deleted_all(&event.title))
        },
    }
}

fn event(item: &Item) -> Option<&Event> {
    match item {
        Item::Event(event) => Some(event),
        Item::Task(_) | Item::Expense(_) | Item::Budget(_) | Item::List(_) | Item::Filter(_) => {
            None
        }
    }
}

fn day(wording: &Words, event: &Event) -> String {
    wording.exactly(wording.date(event.start_time))
}

/// The row with its times and, unless it is about one occurrence, its repeat.
fn sentence(wording: &Words, item: &Item, of_series: Told, of_one: Told) -> Option<String> {
    let event = event(item)?;
    let detail = row::detail(wording, item);
    let repeats = wording.event_repeats(event).filter(|_| event.occurrence.is_none());
    let detail = match repeats {
        Some(repeats) => texts::told::repeating(&detail, &repeats),
        None => detail,
    };
    let told = if event.rrule.is_some() { of_series } else { of_one };
    Some(told(&event.title, &detail))
}

/// Where a task was moved to by hand. Its new place is seen; only what is not is said.
pub(crate) fn moved(wording: &Words, item: &Item) -> Option<String> {
    let name = item.name();
    Some(match item {
        Item::Task(task) if task.due_date.is_some() => {
            texts::told::moved_to(name, &row::detail(wording, item))
        }
        _ => texts::told::moved(name),
    })
}

/// `Added the list “Errands”.`
pub(crate) fn list_added(_: &Words, item: &Item) -> Option<String> {
    Some(texts::told::list_added(item.name()))
}

/// `Renamed the list to “Errands”.`
pub(crate) fn list_renamed(_: &Words, item: &Item) -> Option<String> {
    Some(texts::told::list_renamed(item.name()))
}

/// `Saved the filter “Errands”.`
pub(crate) fn filter_saved(_: &Words, item: &Item) -> Option<String> {
    Some(texts::told::filter_saved(item.name()))
}
