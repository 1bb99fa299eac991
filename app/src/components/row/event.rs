//! An event in a list.

use leptos::prelude::*;

use super::{Tools, repeats};
use crate::components::icon::Icon;
use crate::view::row::EventView;

/// An event, with what can be done with it.
#[component]
pub(crate) fn EventRow(
    event: EventView,
    /// The day on which it is opened.
    date: String,
) -> impl IntoView {
    let edit = event.address(&date);
    let place = (!event.location.is_empty()).then(|| {
        view! {
            <p class="row-facts">
                <Icon name="place" />
                {event.location}
            </p>
        }
    });
    let repeats = repeats(event.repeats).map(|words| view! { <p class="row-facts">{words}</p> });
    let details = (!event.description.is_empty())
        .then(|| view! { <p class="row-detail">{event.description}</p> });
    view! {
        <li class="row">
            <div class="event" data-past=event.past.then_some("")>
                <p class="hours" title=event.full>{event.hours}</p>
                <div class="row-text">
                    <p class="row-title">{event.title.clone()}</p>
                    {place}
                    {repeats}
                    {details}
                </div>
                <Tools edit delete="/fn/events/delete" id=event.id title=event.title />
            </div>
        </li>
    }
}
