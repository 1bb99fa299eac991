//! Forms that add a row, or change one in its place.

mod event;
mod expense;
mod scope;
mod task;

pub(crate) use event::{AddEvent, EventEditor};
pub(crate) use expense::{AddExpense, ExpenseEditor};
pub(crate) use scope::ScopeChoice;
pub(crate) use task::{AddTask, AddTaskBriefly, TaskEditor};

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

/// Keeps the further fields of a form out of sight until somebody turns to it. They
/// then stay: closing would move what the pointer is just about to press. Without
/// scripts they are always there.
#[component]
pub(super) fn Opening(children: Children) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <div
            class="opening"
            data-open=move || open.get().then_some("")
            on:focusin=move |_| open.set(true)
        >
            {children()}
        </div>
    }
}

/// Save, or leave everything as it is.
#[component]
pub(super) fn EditorButtons() -> impl IntoView {
    let location = use_location();
    // The page without the editor: its address without what opened it.
    let close = move || {
        let kept: Vec<String> = location.search.with(|query| {
            let pairs = query.trim_start_matches('?').split('&');
            pairs
                .filter(|pair| {
                    !matches!(pair.split('=').next(), Some("" | "edit" | "refused" | "done"))
                })
                .map(str::to_owned)
                .collect()
        });
        format!("{}?{}", location.pathname.get(), kept.join("&"))
    };
    view! {
        <div class="buttons">
            <button class="button primary">"Save"</button>
            <A href=close attr:class="button" scroll=false>
                "Cancel"
            </A>
        </div>
    }
}
