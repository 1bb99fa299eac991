//! What is looked at, and the line that finds tasks.

use leptos::prelude::*;

use crate::components::editor::AddTask;
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::tasks::Shown;
use crate::texts;

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
                <span>{texts::SELECT}</span>
            </label>
        </header>
        <Search />
        <Kept />
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
                // The router's own link would be current for every query of the page.
                view! { <a href=way.href class="tasks-way" aria-current=here>{way.name}</a> }
            })
            .collect_view();
        view! { <nav class="tasks-ways" aria-label=texts::tasks::GROUPING>{links}</nav> }
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
            <label for="tasks-filter" class="hidden">{texts::tasks::SEARCH}</label>
            <Icon name="search" />
            <input
                id="tasks-filter"
                type="search"
                name="filter"
                maxlength="500"
                autocomplete="off"
                placeholder=texts::tasks::SEARCH_EXAMPLE
                value=move || shown.part(|view| view.filter.clone())
                aria-invalid=is_wrong
                aria-describedby="tasks-wrong"
                aria-keyshortcuts="/"
                data-search=""
            />
            <p id="tasks-wrong" class="note" data-wrong="" aria-live="polite">{wrong}</p>
        </form>
    }
}

/// Keeping a filter under a name, and what can be done with a list or a filter that is
/// looked at.
#[component]
fn Kept() -> impl IntoView {
    let shown = Shown::of_page();
    let what = Memo::new(move |_| {
        shown.part(|view| {
            let is_good = !view.filter.trim().is_empty() && view.wrong.is_empty();
            (view.own_list.clone(), view.saved.clone(), is_good)
        })
    });
    move || {
        match what.get() {
        (list, _, _) if !list.is_empty() => view! { <OwnList list /> }.into_any(),
        (_, saved, _) if !saved.is_empty() => view! {
            <PlannerForm action="/fn/filters/delete" name="delete" row=saved.clone() class="tasks-kept">
                <input type="hidden" name="id" value=saved />
                <button class="link-button">{texts::tasks::DELETE_FILTER}</button>
            </PlannerForm>
        }
        .into_any(),
        (_, _, true) => view! { <SaveFilter /> }.into_any(),
        _ => ().into_any(),
    }
    }
}

#[component]
fn SaveFilter() -> impl IntoView {
    let shown = Shown::of_page();
    view! {
        <details class="tasks-kept">
            <summary class="link-button">{texts::tasks::SAVE_FILTER}</summary>
            <PlannerForm action="/fn/filters/create" name="add-filter" class="form tasks-naming">
                <input type="hidden" name="filter" value=move || shown.part(|view| view.filter.clone()) />
                <TextField name="name" label=texts::tasks::FILTER_NAME example=texts::tasks::NAME_EXAMPLE required=true longest=60 />
                <button class="button">{texts::SAVE}</button>
            </PlannerForm>
        </details>
    }
}

#[component]
fn OwnList(list: String) -> impl IntoView {
    let name = Shown::of_page().once(|view| view.title.clone());
    let gone = list.clone();
    view! {
        <details class="tasks-kept">
            <summary class="link-button">{texts::tasks::CHANGE_LIST}</summary>
            <PlannerForm action="/fn/lists/update" name="edit-list" row=list.clone() class="form tasks-naming">
                <input type="hidden" name="id" value=list.clone() />
                <TextField name="name" label=texts::tasks::LIST_NAME value=name required=true longest=60 />
                <button class="button">{texts::RENAME}</button>
            </PlannerForm>
            <PlannerForm action="/fn/lists/delete" name="delete" row=gone.clone() class="inline-form">
                <input type="hidden" name="id" value=gone />
                <button class="link-button">{texts::tasks::DELETE_LIST}</button>
            </PlannerForm>
        </details>
    }
}
