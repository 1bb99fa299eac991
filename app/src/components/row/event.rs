//! An event in a list.

use leptos::prelude::*;
use leptos_router::components::A;

use super::repeats;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::texts;
use crate::view::row::EventView;

/// An event; the calendar opens it.
#[component]
pub(crate) fn EventRow(
    event: EventView,
    /// The day on which it is opened.
    date: String,
) -> impl IntoView {
    let place = (!event.location.is_empty()).then(|| {
        view! {
            <p class="row-facts">
                <Icon name="place" />
                {event.location.clone()}
            </p>
        }
    });
    let address = event.address(&date);
    let title = event.title.clone();
    let repeats = repeats(event.repeats).map(|words| view! { <p class="row-facts">{words}</p> });
    let details = (!event.description.is_empty())
        .then(|| view! { <p class="row-detail">{event.description.clone()}</p> });
    view! {
        <li class="row">
            <div class="event" data-past=event.past.then_some("")>
                <p class="hours" title=event.full>{event.hours}</p>
                <div class="row-text">
                    <p class="row-title">
                        <A href=address.clone() scroll=false>{event.title}</A>
                    </p>
                    {place}
                    {repeats}
                    {details}
                </div>
                <Tools address id=event.id title occurrence=event.occurrence />
            </div>
        </li>
    }
}

/// Edit and delete; of an event that repeats, only this occurrence.
#[component]
fn Tools(address: String, id: String, title: String, occurrence: String) -> impl IntoView {
    let scope = (!occurrence.is_empty())
        .then(|| view! { <input type="hidden" name="scope" value="this" /> });
    view! {
        <div class="tools">
            <A
                href=format!("{address}&edit=1")
                attr:class="tool"
                attr:aria-label=texts::edit(&title)
                attr:title=texts::EDIT
                scroll=false
            >
                <Icon name="edit" />
            </A>
            <PlannerForm
                action="/fn/events/delete"
                name="delete"
                row=format!("{id}{occurrence}")
                class="inline-form"
            >
                <input type="hidden" name="id" value=id />
                <input type="hidden" name="occurrence" value=occurrence />
                {scope}
                <button class="tool" title=texts::DELETE aria-label=texts::delete(&title)>
                    <Icon name="delete" />
                </button>
            </PlannerForm>
        </div>
    }
}
