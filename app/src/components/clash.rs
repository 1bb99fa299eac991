//! What an event collides with, and one-click moves to where it would fit.

use leptos::prelude::*;

use super::form::PlannerForm;
use crate::texts;
use crate::view::outcome::{ClashView, SlotView};

/// The sentence and the free times.
#[component]
pub(crate) fn Clash(clash: ClashView) -> impl IntoView {
    let ClashView { text, id, occurrence, slots } = clash;
    let slots = (!slots.is_empty()).then(|| {
        let slots = slots
            .into_iter()
            .map(|slot| {
                view! { <li><FreeTime time=slot id=id.clone() occurrence=occurrence.clone() /></li> }
            })
            .collect_view();
        view! {
            <p class="clash-free">{texts::event::FREE_INSTEAD}</p>
            <ul class="slots">{slots}</ul>
        }
    });
    let text = (!text.is_empty()).then(|| view! { <p>{text}</p> });
    view! {
        <div class="clash">
            {text}
            {slots}
        </div>
    }
    .into_any()
}

/// Moves the event there; of a series only the one that has no room.
#[component]
fn FreeTime(time: SlotView, id: String, occurrence: String) -> impl IntoView {
    let scope = (!occurrence.is_empty())
        .then(|| view! { <input type="hidden" name="scope" value="this" /> });
    view! {
        <PlannerForm
            action="/fn/events/shift"
            name="shift"
            row=format!("{id}-{}", time.start)
            class="inline-form"
        >
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="occurrence" value=occurrence />
            {scope}
            <input type="hidden" name="start" value=time.start />
            <input type="hidden" name="end" value=time.end />
            <button class="slot" aria-label=texts::event::move_to(&time.full)>
                {time.label}
            </button>
        </PlannerForm>
    }
}
