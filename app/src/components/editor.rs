//! Forms that add a row, or change one in its place.

mod event;
mod expense;
mod panel;
mod repeat;
mod scope;
mod task;
mod zone;

pub(crate) use event::AddEvent;
pub(crate) use expense::{AddExpense, CATEGORIES, ExpenseEditor};
pub(crate) use panel::EventPanel;
pub(crate) use scope::ScopeChoice;
pub(crate) use task::{AddTask, AddTaskBriefly, TaskEditor};
pub(crate) use zone::ZoneField;

use leptos::prelude::*;
use leptos_router::components::A;

use crate::state::address::this_page;
use crate::texts;

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
pub(crate) fn EditorButtons(
    /// What saving is called.
    #[prop(default = texts::SAVE)]
    save: &'static str,
) -> impl IntoView {
    let close = this_page("");
    view! {
        <div class="buttons">
            <button class="button primary">{save}</button>
            <A href=close attr:class="button" scroll=false>
                {texts::CANCEL}
            </A>
        </div>
    }
}
