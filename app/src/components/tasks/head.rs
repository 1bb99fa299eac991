//! What is looked at, and the line that finds tasks.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::editor::AddTask;
use crate::components::icon::Icon;
use crate::state::tasks::Shown;

/// Heading, search and the line that adds.
#[component]
pub(crate) fn Head() -> impl IntoView {
    let shown = Shown::of_page();
    let note = move || {
        let note = shown.part(|view| view.note.clone());
        (!note.is_empty()).then(|| view! { <p class="eyebrow">{note}</p> })
    };
    view! {
        <header class="tasks-head">
            <div class="tasks-title">
                <h1>{move || shown.part(|view| view.title.clone())}</h1>
                {note}
            </div>
            <Ways />
            <label class="tasks-select">
                <input type="checkbox" data-selecting="" />
                <span>"Select"</span>
            </label>
        </header>
        <Search />
        <AddTask />
    }
    .into_any()
}

/// How what is open is grouped.
#[component]
fn Ways() -> impl IntoView {
    let shown = Shown::of_page();
    move || {
        let ways = shown.part(|view| view.ways.clone());
        let links = ways
            .into_iter()
            .map(|way| {
                let here = way.here.then_some("true");
                view! { <A href=way.href attr:class="tasks-way" attr:aria-current=here>{way.name}</A> }
            })
            .collect_view();
        view! { <nav class="tasks-ways" aria-label="Grouping">{links}</nav> }
    }
}

/// The filter in words; what is wrong with it stands beside it.
#[component]
fn Search() -> impl IntoView {
    let shown = Shown::of_page();
    let wrong = move || shown.part(|view| view.wrong.clone());
    let is_wrong = move || (!wrong().is_empty()).then_some("true");
    view! {
        <form class="tasks-search" role="search" method="get" action="/tasks" data-form="search">
            <label for="tasks-filter" class="hidden">"Search tasks"</label>
            <Icon name="search" />
            <input
                id="tasks-filter"
                type="search"
                name="filter"
                maxlength="500"
                autocomplete="off"
                placeholder="Search, or filter: due:today p1 #home -done"
                value=move || shown.part(|view| view.filter.clone())
                aria-invalid=is_wrong
                aria-describedby="tasks-wrong"
                aria-keyshortcuts="/"
            />
            <p id="tasks-wrong" class="note" data-wrong="" aria-live="polite">{wrong}</p>
        </form>
    }
}
