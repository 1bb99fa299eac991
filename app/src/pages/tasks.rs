//! The page of tasks.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::loaded::Failed;
use crate::components::tasks::{Bar, Board, Head, Places};
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::{Read, read};
use crate::state::tasks::{Shown, attend};
use crate::view::outcome::Refusal;
use crate::view::tasks::{TasksAsked, TasksView};

/// Views and lists beside what is to be done there.
#[component]
pub(crate) fn Tasks() -> impl IntoView {
    let changes = Changes::of_page();
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        query.with(|query| {
            let said = |name: &str| query.get(name).unwrap_or_default();
            TasksAsked {
                view: said("view"),
                list: said("list"),
                filter: said("filter"),
                by: said("by"),
                show: said("show"),
                edit: said("edit"),
            }
        })
    });
    let page = read(move || (changes.count(), asked.get()), |(_, asked)| api::pages::tasks(asked));
    // What is there stays, row by row, when something newer comes: an editor that is
    // open keeps what was typed.
    let shown = Shown::provide();
    Effect::new(move || match page.get() {
        Some(Ok(view)) => shown.take(view),
        Some(Err(_)) => shown.take_back(),
        None => {}
    });
    attend(shown);
    let content = Suspend::new(async move {
        match page.await {
            Ok(view) => {
                shown.take(view);
                view! { <Sheet page /> }.into_any()
            }
            Err(refusal) => view! { <Failed refusal /> }.into_any(),
        }
    });
    view! {
        <Title text=move || shown.part(|view| view.title.clone()) />
        <Transition fallback=|| ()>{content}</Transition>
    }
}

#[component]
fn Sheet(page: Read<Result<TasksView, Refusal>>) -> impl IntoView {
    let failed = move || match page.get() {
        Some(Err(refusal)) => Some(view! { <Failed refusal /> }),
        _ => None,
    };
    view! {
        <div class="tasks" data-tasks="">
            <Places />
            <div class="tasks-main">
                <Head />
                {failed}
                <Board />
            </div>
            <Bar />
        </div>
    }
}

part!(TasksPart, tasks, Tasks);
