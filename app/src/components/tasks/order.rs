//! The order of lists and saved filters by hand.

use leptos::prelude::*;

use crate::components::form::PlannerForm;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::tasks::{NO_LIST, Place};

/// Moves a list or a saved filter one step, for whoever drags nothing.
#[component]
pub(super) fn Steps(
    /// `list` or `filter`.
    kind: &'static str,
    /// Which one.
    id: String,
) -> impl IntoView {
    let shown = Shown::of_page();
    let key = id.clone();
    let near = Memo::new(move |_| {
        shown
            .part(|view| neighbours(if kind == "list" { &view.lists } else { &view.filters }, &key))
    });
    view! {
        <PlannerForm action="/fn/places/move" name="move-place" row=id.clone() class="inline-form">
            <input type="hidden" name="kind" value=kind />
            <input type="hidden" name="id" value=id />
            {move || {
                near.get().0.map(|id| view! { <button class="link-button" name="before" value=id>{texts::tasks::MOVE_UP}</button> })
            }}
            {move || {
                near.get().1.map(|id| view! { <button class="link-button" name="after" value=id>{texts::tasks::MOVE_DOWN}</button> })
            }}
        </PlannerForm>
    }
    .into_any()
}

/// What stands before a place and behind it; what is in no list stays last.
fn neighbours(places: &[Place], key: &str) -> (Option<String>, Option<String>) {
    let place = |index: Option<usize>| {
        let place = places.get(index?)?;
        (place.key != NO_LIST).then(|| place.key.clone())
    };
    let here = places.iter().position(|place| place.key == key);
    (place(here.and_then(|here| here.checked_sub(1))), place(here.map(|here| here + 1)))
}

/// Sends what a hand or the keys have moved in the column.
#[component]
pub(super) fn Moving() -> impl IntoView {
    view! {
        <div hidden data-moving-place="">
            // Told to show at once, it takes the next step before the last one is answered.
            <PlannerForm action="/fn/places/move" name="move-place" shows=Callback::new(|_| ())>
                <input type="hidden" name="kind" />
                <input type="hidden" name="id" />
                <input type="hidden" name="after" />
                <input type="hidden" name="before" />
            </PlannerForm>
        </div>
    }
    .into_any()
}
