//! An event in a list.

use leptos::prelude::*;

use super::{Tools, is_edited, repeats};
use crate::components::editor::EventEditor;
use crate::components::icon::Icon;
use crate::view::row::EventView;

/// An event; its editor when the address asks for it.
#[component]
pub(crate) fn EventRow(
    event: EventView,
    /// The page that edits it, with the week it is in.
    week: String,
) -> impl IntoView {
    let edited = is_edited(event.id.clone());
    let content = move || {
        if edited.get() {
            view! { <EventEditor event=event.clone() /> }.into_any()
        } else {
            view! { <Line event=event.clone() week=week.clone() /> }.into_any()
        }
    };
    view! { <li class="row">{content}</li> }
}

#[component]
fn Line(event: EventView, week: String) -> impl IntoView {
    let edit = format!("/calendar?week={week}&edit={}", event.id);
    let place = (!event.location.is_empty()).then(|| {
        view! {
            <p class="row-facts">
                <Icon name="place" />
                {event.location.clone()}
            </p>
        }
    });
    let repeats = repeats(event.repeats).map(|words| view! { <p class="row-facts">{words}</p> });
    let details = (!event.description.is_empty())
        .then(|| view! { <p class="row-detail">{event.description.clone()}</p> });
    view! {
        <div class="event" data-past=event.past.then_some("")>
            <p class="hours" title=event.full.clone()>{event.hours.clone()}</p>
            <div class="row-text">
                <p class="row-title">{event.title.clone()}</p>
                {place}
                {repeats}
                {details}
            </div>
            <Tools edit delete="/fn/events/delete" id=event.id title=event.title />
        </div>
    }
}
