//! Searching everything, as a page of its own.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;

/// The page: the words in its address, and what has them.
#[component]
pub(crate) fn Search() -> impl IntoView {
    let changes = Changes::of_page();
    let query = use_query_map();
    let words = Memo::new(move |_| query.with(|query| query.get("q")).unwrap_or_default());
    let found = read(move || (words.get(), changes.count()), |(words, _)| api::search::page(words));
    view! {
        <Title text=texts::SEARCH />
        <div class="column">
            <div class="heading">
                <h1>{texts::SEARCH}</h1>
            </div>
            <form class="search-line" role="search" method="get" action="/search" data-form="search">
                <label for="search-words" class="hidden">{texts::search::EVERYTHING}</label>
                <Icon name="search" />
                <input
                    id="search-words"
                    type="search"
                    name="q"
                    maxlength="200"
                    autocomplete="off"
                    placeholder=texts::search::EXAMPLE
                    value=move || words.get()
                    aria-keyshortcuts="/"
                    data-search=""
                />
                <button class="button">{texts::SEARCH}</button>
            </form>
            {loaded(found, |html| view! { <div class="found-page" inner_html=html></div> }.into_any())}
            <PlannerForm action="/fn/chat/say" name="tell" id="search-say" class="inline-form">
                <span hidden></span>
            </PlannerForm>
        </div>
    }
}

part!(SearchPart, search, Search);
