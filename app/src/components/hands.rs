//! What the calendar's gestures need in the page: the forms that save and delete, the
//! question which part of a repeating event is meant, and a line that is read aloud.
//! Without scripts there is no gesture, and none of it is seen.

use leptos::prelude::*;

use super::editor::ScopeChoice;
use super::form::PlannerForm;
use crate::state::read::Read;
use crate::texts;

/// The identifier of what is said of the keys when a block gets the focus.
pub(crate) const HINT: &str = "hands-hint";

/// Lets hand and keys move what is drawn from `page`.
pub(crate) fn hands<T: Send + Sync + 'static>(page: Read<T>) -> impl IntoView {
    attend(page);
    view! {
        <dialog class="ask" data-ask="shift" aria-labelledby="ask-shift">
            <PlannerForm action="/fn/events/shift" name="shift">
                <input type="hidden" name="kind" />
                <input type="hidden" name="start" />
                <input type="hidden" name="end" />
                <Question id="ask-shift" title=texts::calendar::CHANGE_SERIES button=texts::CHANGE />
            </PlannerForm>
        </dialog>
        <dialog class="ask" data-ask="delete" aria-labelledby="ask-delete">
            <PlannerForm action="/fn/events/delete" name="delete" row="block">
                <Question id="ask-delete" title=texts::calendar::DELETE_SERIES button=texts::DELETE />
            </PlannerForm>
        </dialog>
        <div hidden data-ask="delete-task">
            <PlannerForm action="/fn/tasks/delete" name="delete" row="task-block">
                <input type="hidden" name="id" />
            </PlannerForm>
        </div>
        <p class="hidden" aria-live="polite" data-spoken=""></p>
        <p id=HINT hidden>
            {texts::calendar::KEYS}
        </p>
    }
}

/// Which event, and which part of it. The controller fills it in.
#[component]
fn Question(id: &'static str, title: &'static str, button: &'static str) -> impl IntoView {
    view! {
        <input type="hidden" name="id" />
        <input type="hidden" name="occurrence" />
        <h2 id=id>{title}</h2>
        <ScopeChoice />
        <div class="buttons">
            <button class="button primary">{button}</button>
            <button type="button" class="button">{texts::CANCEL}</button>
        </div>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn attend<T: Send + Sync + 'static>(page: Read<T>) {
    crate::state::calendar::attend(page);
}

#[cfg(not(feature = "hydrate"))]
fn attend<T: Send + Sync + 'static>(_: Read<T>) {}
