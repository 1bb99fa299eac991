//! The list of conversations: beside the open one on a desk, a sheet on a phone.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_query_map};

use crate::api;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;
use crate::view::chat::EntryView;

/// How long somebody pauses before what they typed is searched for.
#[cfg(feature = "hydrate")]
const PAUSE: std::time::Duration = std::time::Duration::from_millis(150);

/// Pinned ones first, the latest first; what is typed narrows the list.
#[component]
pub(crate) fn Conversations() -> impl IntoView {
    let changes = Changes::of_page();
    let path = use_location().pathname;
    let asked = use_query_map().with_untracked(|query| query.get("q")).unwrap_or_default();
    let words = RwSignal::new(asked.clone());
    let found =
        read(move || (words.get(), changes.count()), |(words, _)| api::conversations::list(words));
    let search = searching(words);
    view! {
        <aside id="conversations" class="conversations" popover="auto" aria-label=texts::chat::ALL>
            <div class="conversations-head">
                <h2>{texts::chat::ALL}</h2>
                <button type="button" class="tool talk-list" popovertarget="conversations" aria-label=texts::chat::CLOSE_LIST>
                    <Icon name="close" />
                </button>
            </div>
            <form role="search" method="get" action=move || path.get() class="conversations-search">
                <label class="hidden" for="conversations-q">{texts::chat::SEARCH}</label>
                <input
                    id="conversations-q"
                    type="search"
                    name="q"
                    placeholder=texts::SEARCH
                    maxlength="200"
                    autocomplete="off"
                    value=asked
                    on:input=move |event| {
                        let _ = search.try_run(event_target_value(&event));
                    }
                />
            </form>
            {loaded(found, move |entries| {
                let is_search = !words.with_untracked(|words| words.trim().is_empty());
                view! { <List entries is_search /> }.into_any()
            })}
        </aside>
    }
}

#[component]
fn List(entries: Vec<EntryView>, is_search: bool) -> impl IntoView {
    if entries.is_empty() {
        let words = if is_search { texts::chat::NONE_FOUND } else { texts::chat::KEPT_HERE };
        return view! { <p class="empty">{words}</p> }.into_any();
    }
    // An entry that stays what it was is moved, not written anew: a press or the focus on it
    // outlives a new one above.
    view! {
        <ul class="conversations-list">
            <For each=move || entries.clone() key=Clone::clone let:entry>
                <Entry entry />
            </For>
        </ul>
    }
    .into_any()
}

#[component]
fn Entry(entry: EntryView) -> impl IntoView {
    let pin = entry.pinned.then(|| {
        view! {
            <Icon name="pin" />
            <span class="hidden">{texts::chat::PINNED}</span>
        }
    });
    view! {
        <li>
            <A href=format!("/chat/{}", entry.id) attr:class="conversation" on:click=|_| close()>
                {pin}
                <span class="conversation-title">{entry.title}</span>
                <span class="conversation-when">{entry.when}</span>
            </A>
        </li>
    }
}

/// Searches once somebody pauses.
#[cfg(feature = "hydrate")]
fn searching(words: RwSignal<String>) -> Callback<String> {
    crate::state::pause::after(PAUSE, move |typed| {
        words.try_set(typed);
    })
}

#[cfg(not(feature = "hydrate"))]
fn searching(_: RwSignal<String>) -> Callback<String> {
    Callback::new(|_| ())
}

/// Closes the sheet; on a desk it is none.
#[cfg(feature = "hydrate")]
fn close() {
    use wasm_bindgen::JsCast;
    let list = document().get_element_by_id("conversations");
    if let Some(list) = list.and_then(|list| list.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Not open is as good as closed.
        let _ = list.hide_popover();
    }
}

#[cfg(not(feature = "hydrate"))]
fn close() {}
