//! Rows of lists.

mod event;
mod task;

pub(crate) use event::EventRow;
pub(crate) use task::{MANY, TaskRow};

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::form::PlannerForm;
use super::icon::Icon;
use crate::texts;
use crate::view::row::{EventView, TaskView};

/// Whether the address asks to edit the row.
pub(super) fn is_edited(id: String) -> Memo<bool> {
    let query = use_query_map();
    Memo::new(move |_| query.with(|query| query.get_str("edit") == Some(&id)))
}

/// How a row repeats, if it does.
pub(crate) fn repeats(words: String) -> Option<impl IntoView> {
    (!words.is_empty()).then(|| {
        view! {
            <span class="repeats">
                <Icon name="repeat" />
                {words}
            </span>
        }
    })
}

/// What is planned on a day, and what is due.
#[component]
pub(crate) fn DayRows(
    /// The day, as `2026-11-23`.
    date: String,
    events: Vec<EventView>,
    tasks: Vec<TaskView>,
) -> impl IntoView {
    let events = events
        .into_iter()
        .map(|event| view! { <EventRow event date=date.clone() /> })
        .collect_view();
    let tasks = tasks.into_iter().map(|task| view! { <TaskRow task /> }).collect_view();
    view! { <ul class="rows">{events} {tasks}</ul> }
}

/// What can be done with a row, at its end.
#[component]
pub(crate) fn Tools(
    /// The address at which the row is edited.
    edit: String,
    /// The server function that removes it.
    delete: &'static str,
    id: String,
    title: String,
) -> impl IntoView {
    view! {
        <div class="tools">
            <A href=edit attr:class="tool" attr:aria-label=texts::edit(&title) attr:title=texts::EDIT scroll=false>
                <Icon name="edit" />
            </A>
            <PlannerForm action=delete name="delete" row=id.clone() class="inline-form">
                <input type="hidden" name="id" value=id />
                <button class="tool" title=texts::DELETE aria-label=texts::delete(&title)>
                    <Icon name="delete" />
                </button>
            </PlannerForm>
        </div>
    }
}
